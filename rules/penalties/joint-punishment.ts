import * as z from 'zod';
import { Text } from '../../events/fault.ts';
import { version, versionOn } from './version.ts';

const Subject = z.strictObject({
  category: z.enum(['convicted', 'administratively-determined']),
  who: Text,
  termYears: z.number().int().min(1),
  measures: z.array(z.string()).min(1),
  belowThreshold: Text.optional(),
});
export type Category = z.infer<typeof Subject>['category'];

/** Joint punishment (article 31 paragraph 2): who is restricted in what, and for how many years. */
export const JointPunishment = z.strictObject({
  ...version,
  kind: z.literal('joint-punishment'),
  scope: z.array(z.enum(['bank', 'payment', 'telecom', 'internet', 'credit'])),
  subjects: z.array(Subject).min(1),
  /** Absent where the instrument sets no limit on terms that follow one another. */
  maxConsecutiveYears: z.number().int().optional(),
  keepsBasicServices: z.boolean().optional(),
  notEncoded: z.array(z.string()),
});
export type JointPunishment = z.infer<typeof JointPunishment>;

const yearsAfter = (day: string, years: number): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  // From 29 February a term ends with February in a year that has no such day.
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return new Date(Date.UTC(year + years, month - 1, Math.min(date, last))).toISOString().slice(0, 10);
};

export type Term = {
  readonly law: string;
  readonly instrument: string;
  readonly status: JointPunishment['status'];
  readonly termYears: number;
  readonly from: string;
  /** First civil day on which it no longer holds. How a term is counted is our default: no source read says. */
  readonly endsOn: string;
  readonly isCutShort: boolean;
  readonly measures: readonly string[];
  readonly scope: JointPunishment['scope'];
};

/**
 * The term of a person or unit determined on `from` (civil day), by the instrument in force on that day: five years
 * before 2024-12-01, then three or two. Where terms follow one another, `consecutiveSince` is the first day of the
 * first; the whole never passes the instrument's limit. Undefined on a day without an instrument.
 */
export const jointPunishment = (
  versions: readonly JointPunishment[],
  category: Category,
  from: string,
  consecutiveSince = from,
): Term | undefined => {
  const law = versionOn(versions, from);
  const subject = law?.subjects.find((one) => one.category === category);
  if (law === undefined || subject === undefined) return undefined;
  const whole = yearsAfter(from, subject.termYears);
  const limit = law.maxConsecutiveYears === undefined ? whole : yearsAfter(consecutiveSince, law.maxConsecutiveYears);
  const isCutShort = limit < whole;
  return {
    law: law.law,
    instrument: law.instrument,
    status: law.status,
    termYears: subject.termYears,
    from,
    endsOn: isCutShort ? (limit < from ? from : limit) : whole,
    isCutShort,
    measures: subject.measures,
    scope: law.scope,
  };
};
