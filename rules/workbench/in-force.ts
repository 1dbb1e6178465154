import { versionOn } from '../engine/epochs.ts';
import type { Rule } from '../engine/rule.ts';

const DAY = 86_400_000;

/** A civil day so many days later; earlier where negative. */
export const dayFrom = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** A version and the first and last civil day on which it is law; no `until` while nothing ends it. */
export type InForce = { readonly rule: Rule; readonly from: string; readonly until?: string };

/** Of one rule's versions those that are law on some day, in order; a corrected revision is law on none. */
export const versionsInForce = (versions: readonly Rule[]): readonly InForce[] => {
  const days = [...new Set(versions.map(({ effective }) => effective.from))].sort();
  return days.flatMap((from, n) => {
    const rule = versionOn(versions, from);
    if (rule === undefined) return [];
    const next = days[n + 1];
    const ends = [rule.effective.until, next && dayFrom(next, -1)].filter((day) => day !== undefined).sort();
    return [{ rule, from, ...(ends[0] !== undefined && { until: ends[0] }) }];
  });
};
