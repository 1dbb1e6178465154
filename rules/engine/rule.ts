import * as z from 'zod';
import { Text } from '../../events/fault.ts';
import { Severity } from '../../events/finding.ts';
import { CivilDate, Sector } from '../../events/registry.ts';

const ParameterValue = z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]);
const FromParameter = z.strictObject({ parameter: z.string() });

/** A figure of the law, or of ours: `practice` is our default and no law. */
export const Parameter = z.strictObject({
  value: ParameterValue,
  unit: z.string(),
  fixedBy: z.enum(['statute', 'ministry-rule', 'practice']),
  /** Required unless `practice`: whether the figure was seen in the source. */
  status: z.enum(['verified', 'disputed']).optional(),
  source: z.string(),
});

export const operators = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
] as const;
export type Operator = (typeof operators)[number];

export const Leaf = z.strictObject({
  fact: z.string(),
  params: z.record(z.string(), z.union([ParameterValue, FromParameter])).optional(),
  operator: z.enum(operators),
  value: z.union([ParameterValue, z.null(), FromParameter]),
});
export type Leaf = z.infer<typeof Leaf>;

export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Leaf;
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
    Leaf,
  ]),
);

const Source = z.strictObject({
  instrument: z.string(),
  article: z.string().optional(),
  paragraph: z.number().int().optional(),
  item: z.string().optional(),
  /** The parameter this source fixes, where it is not the duty itself. */
  for: z.string().optional(),
});

const Penalty = z.strictObject({
  sector: Sector,
  /** The folder under `rules/penalties` of the law that punishes, where it is not the rule's own. */
  law: z.string().optional(),
  article: z.string(),
  item: z.string(),
  /** False where the penalty article does not name the duty: propose rectification; the officer links it. */
  express: z.boolean(),
});

/** One version of one rule, as its file stands in `rules/sets/<law>/<article-duty>/<from>.rN.json`. */
export const Rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(\.[a-z0-9-]+)+$/),
  /** Id of the obligation in the legal basis it encodes. */
  obligation: z.string(),
  title: Text,
  recordKind: z.string(),
  /** Judged of all that a branch reported for a calendar month, quarter or year, not of one record; law date `to`. */
  per: z.enum(['month', 'quarter', 'year']).optional(),
  lawDate: z.string(),
  sources: z.array(Source).min(1),
  /** First and last civil day (+08:00); no `until` while a later version does not replace it. */
  effective: z.strictObject({ from: CivilDate, until: CivilDate.optional() }),
  revision: z.number().int().min(1),
  severity: Severity,
  parameters: z.record(z.string(), Parameter),
  appliesWhen: Condition,
  conditions: Condition,
  penalties: z.array(Penalty),
  remedy: z.strictObject({ zh: z.string(), en: z.string(), workingDays: z.number().int().min(1).optional() }),
  notEncoded: z.array(z.string()),
});
export type Rule = z.infer<typeof Rule>;

/** The facts a rule reads: those of a record of its kind, or of a period of them. */
export const factsKeyOf = ({ recordKind, per }: Pick<Rule, 'recordKind' | 'per'>): string =>
  per === undefined ? recordKind : `${recordKind}.period`;

/** The generated unit a rule belongs to: rules of a unit judge the same things. */
export const unitKeyOf = ({ recordKind, per }: Pick<Rule, 'recordKind' | 'per'>): string =>
  per === undefined ? recordKind : `${recordKind}.${per}`;

/** `2022-12-01.r1`: also the file's name. */
export const versionOf = (rule: Pick<Rule, 'effective' | 'revision'>): string =>
  `${rule.effective.from}.r${rule.revision}`;
