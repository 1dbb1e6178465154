import type { FilingDuty } from '../events/registry.ts';
import type { Period } from '../events/submission.ts';

/** A period for which a filing is owed, and the last civil day on which it is in time. */
export type Owed = { readonly period: Period; readonly dueOn: string };

const dayMs = 24 * 60 * 60 * 1000;
const monthsOf = { month: 1, quarter: 3, year: 12 } as const;

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
/** The civil day so many days after `day`; before it, where the number is negative. */
export const addDays = (day: string, days: number): string => dayOf(Date.parse(day) + days * dayMs);

/** The month, quarter or year in which the day lies. */
export const periodAround = (day: string, unit: FilingDuty['period']): Period => {
  const months = monthsOf[unit];
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1];
  const first = month - (month % months);
  return { from: dayOf(Date.UTC(year, first, 1)), to: dayOf(Date.UTC(year, first + months, 0)) };
};

/**
 * Periods whose due day has passed by `today` (a civil day of China), but not more than `days` ago, oldest first. The due
 * day itself is still in time. A duty is owed for periods that lie wholly between its first and its last day.
 */
export const passedDue = (duty: FilingDuty, today: string, days: number): readonly Owed[] => {
  const owed: Owed[] = [];
  let period = periodAround(addDays(today, -days - duty.dueDays - 1), duty.period);
  for (; period.to < today; period = periodAround(addDays(period.to, 1), duty.period)) {
    const dueOn = addDays(period.to, duty.dueDays);
    const isOfDuty = period.from >= duty.from && (duty.to === undefined || period.to <= duty.to);
    if (isOfDuty && dueOn < today && dueOn >= addDays(today, -days)) owed.push({ period, dueOn });
  }
  return owed;
};

/** A period for which something was filed, and when it was first received (UTC). */
export type Filed = { readonly period: Period; readonly receivedAt: string };

/**
 * When every day of the period was filed, in one filing or in several (four weeks and two days make a month): the receipt
 * of the part that was missing last. Undefined while a day is missing.
 */
export const filedAtLast = (period: Period, filed: readonly Filed[]): string | undefined => {
  const touching = filed.filter((one) => one.period.from <= period.to && one.period.to >= period.from);
  let last: string | undefined;
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) {
    const receipts = touching.flatMap((one) =>
      one.period.from <= day && one.period.to >= day ? [one.receivedAt] : [],
    );
    if (receipts.length === 0) return undefined;
    const first = receipts.reduce((a, b) => (a < b ? a : b));
    if (last === undefined || first > last) last = first;
  }
  return last;
};

/** The part of a period in which a branch existed; undefined where it did not. */
export const partWithin = (period: Period, branch: { from: string; to?: string | undefined }): Period | undefined => {
  const from = branch.from > period.from ? branch.from : period.from;
  const to = branch.to !== undefined && branch.to < period.to ? branch.to : period.to;
  return from <= to ? { from, to } : undefined;
};
