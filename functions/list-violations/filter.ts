import * as z from 'zod';
import type { Fault } from '../../events/fault.ts';
import { shown } from '../../events/field-faults.ts';
import { Severity } from '../../events/finding.ts';
import { Problem } from '../../events/problem.ts';
import { Region, Sector, within } from '../../events/registry.ts';
import { Remedy, Review, type Violation } from '../../events/violation.ts';

const CivilDay = z.iso.date();
const Instant = z.iso.datetime({ offset: true });

/** A day is one of China: its first instant. */
const startOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);
const oneDay = 24 * 60 * 60 * 1000;

const instantOf = (text: string): string => new Date(text).toISOString();

/** What a list of violations can be asked for; `from` is included, `to` is not (of a day: the day is included). */
export const ViolationFilter = z.strictObject({
  sector: Sector.optional(),
  region: Region.optional(),
  rule: z.string().optional(),
  article: z.string().optional(),
  enterprise: z.string().optional(),
  branch: z.string().optional(),
  severity: Severity.optional(),
  review: Review.optional(),
  remedy: Remedy.optional(),
  recordKind: z.string().optional(),
  from: z
    .union([CivilDay.transform((day) => new Date(startOf(day)).toISOString()), Instant.transform(instantOf)])
    .optional(),
  to: z
    .union([CivilDay.transform((day) => new Date(startOf(day) + oneDay).toISOString()), Instant.transform(instantOf)])
    .optional(),
});
export type ViolationFilter = z.infer<typeof ViolationFilter>;

export const filterNames = Object.keys(ViolationFilter.shape);

const expected: Readonly<Record<string, Fault['expected']>> = {
  sector: { zh: Sector.options.join('、'), en: Sector.options.join(', ') },
  region: {
    zh: 'GB/T 2260 省（2 位）或地市（4 位）代码',
    en: 'a GB/T 2260 province (2 digits) or prefecture (4 digits)',
  },
  severity: { zh: Severity.options.join('、'), en: Severity.options.join(', ') },
  review: { zh: Review.options.join('、'), en: Review.options.join(', ') },
  remedy: { zh: Remedy.options.join('、'), en: Remedy.options.join(', ') },
  from: { zh: 'YYYY-MM-DD 或带时区的时刻', en: 'YYYY-MM-DD, or an instant with its offset' },
  to: { zh: 'YYYY-MM-DD 或带时区的时刻', en: 'YYYY-MM-DD, or an instant with its offset' },
};

const faultOf = (column: string, found: string): Fault => ({
  code: 'WRONG_VALUE',
  column,
  // A mistyped day is nobody's number, and its digits are what is wrong with it.
  found: column === 'from' || column === 'to' ? found.slice(0, 40) : shown(found),
  ...(expected[column] && { expected: expected[column] }),
  cause: { zh: `查询条件 ${column} 的取值无效。`, en: `The value of ${column} is not one it can have.` },
  fix: { zh: '改正该值，或不写该条件。', en: 'Correct it, or leave the condition out.' },
});

/** The query as a filter; throws Problem INVALID_REQUEST naming every value that cannot be meant. */
export const filterOf = (query: Readonly<Record<string, string>>, rules: ReadonlySet<string>): ViolationFilter => {
  const asked = Object.fromEntries(
    filterNames.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])),
  );
  const result = ViolationFilter.safeParse(asked);
  const columns = result.success ? [] : [...new Set(result.error.issues.map(({ path }) => String(path[0])))];
  if (asked.rule !== undefined && !rules.has(asked.rule)) columns.push('rule');
  if (columns.length > 0 || !result.success) {
    const faults = columns.map((column) => faultOf(column, String(asked[column])));
    throw new Problem('INVALID_REQUEST', { zh: '查询参数有误。', en: 'The query is wrong.' }, faults);
  }
  return result.data;
};

/** Whether the violation is among those asked for. */
export const isAsked = (filter: ViolationFilter, violation: Violation): boolean => {
  const { sector, region, rule, article, enterprise, branch, severity, review, remedy, recordKind, from, to } = filter;
  const is = (wanted: string | undefined, value: string) => wanted === undefined || wanted === value;
  return (
    is(sector, violation.sector) &&
    (region === undefined || within(violation.region, [region])) &&
    is(rule, violation.rule) &&
    is(article, violation.article) &&
    is(enterprise, violation.enterprise) &&
    is(branch, violation.branchId) &&
    is(severity, violation.severity) &&
    is(review, violation.review) &&
    is(remedy, violation.remedy) &&
    is(recordKind, violation.recordKind) &&
    (from === undefined || violation.firstSeenAt >= from) &&
    (to === undefined || violation.firstSeenAt < to)
  );
};
