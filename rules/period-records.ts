import { asChinaTime } from '../events/instant.ts';
import { type Enterprise, type FilingDuty, within } from '../events/registry.ts';
import type { Period } from '../events/submission.ts';
import type { PeriodRecord } from './facts/period.ts';
import { addDays, periodAround } from './filing-periods.ts';
import { type MonthTally, summed, type TallyPlace } from './tally.ts';

/** A calendar month, quarter or year of one branch, judged as a whole. */
export type BranchPeriod = Omit<TallyPlace, 'month'> & {
  readonly per: FilingDuty['period'];
  readonly period: Period;
  /** `#<branch>#2026-10`, `#<branch>#2026-Q4` or `#<branch>#2026`. */
  readonly recordId: string;
};

const nameOf = ({ from }: Period, per: FilingDuty['period']): string => {
  const year = from.slice(0, 4);
  if (per === 'year') return year;
  const month = Number(from.slice(5, 7));
  return per === 'month' ? from.slice(0, 7) : `${year}-Q${Math.ceil(month / 3)}`;
};

/** The periods of these lengths in which the months lie, each once, by branch and in the order of the lengths. */
export const periodsAround = (
  places: readonly TallyPlace[],
  lengths: readonly FilingDuty['period'][],
): readonly BranchPeriod[] => {
  const found = new Map<string, BranchPeriod>();
  for (const { month, ...whose } of places) {
    for (const per of lengths) {
      const period = periodAround(`${month}-01`, per);
      const recordId = `#${whose.branchId}#${nameOf(period, per)}`;
      if (!found.has(recordId)) found.set(recordId, { ...whose, per, period, recordId });
    }
  }
  return [...found.values()];
};

/** The calendar months that a period touches. */
export const monthsOf = ({ from, to }: Period): readonly string[] => {
  const months: string[] = [];
  for (let month = periodAround(from, 'month'); month.from <= to; month = periodAround(addDays(month.to, 1), 'month'))
    months.push(month.from.slice(0, 7));
  return months;
};

/** What the rules per period read: the months of the period, of those there are, added up. */
export const periodRecord = (
  { recordId, period }: Pick<BranchPeriod, 'recordId' | 'period'>,
  months: ReadonlyMap<string, MonthTally>,
  isDue: boolean,
): PeriodRecord => ({
  recordId,
  ...period,
  isDue,
  ...summed(monthsOf(period).flatMap((month) => months.get(month) ?? [])),
});

/** A duty, and when it was registered; unknown of old ones. */
export type RegisteredDuty = FilingDuty & { readonly registeredAt?: string };

/** The filing of a duty that speaks of a period's last day: once it is due, all of the period is. */
const lastFiling = (period: Period, duty: FilingDuty): Period => periodAround(period.to, duty.period);

/**
 * Whether everything that a branch had to report for a period has fallen due by `today` (a civil day of China), whoever
 * reported what: only then does silence say that there was nothing. Never for a period of which the branch, or the duty,
 * existed for a part only: nobody has to have done in two days what is asked of a quarter. Nor where the duty was
 * registered after its day: what was done before that, nobody could have told us.
 */
export const isPeriodDue = (
  period: Period,
  { recordKind, branchId }: { readonly recordKind: string; readonly branchId: string },
  enterprise: Enterprise | undefined,
  duties: readonly RegisteredDuty[],
  today: string,
): boolean => {
  const branch = enterprise?.branches.find(({ id }) => id === branchId);
  if (branch === undefined || branch.from > period.from) return false;
  if (branch.to !== undefined && branch.to < period.to) return false;
  return duties.some((duty) => {
    if (duty.recordKind !== recordKind || !within(branch.region, duty.regions)) return false;
    if (!duty.sectors.some((sector) => enterprise!.sectors.includes(sector))) return false;
    const filing = lastFiling(period, duty);
    const isOfDuty = duty.from <= period.from && duty.from <= filing.from && (duty.to ?? filing.to) >= filing.to;
    const dueOn = addDays(filing.to, duty.dueDays);
    const registeredOn = duty.registeredAt && asChinaTime(Date.parse(duty.registeredAt)).slice(0, 10);
    return isOfDuty && dueOn < today && dueOn >= (registeredOn ?? dueOn);
  });
};

/** The periods of these lengths of which a filing is the last: when it falls due, they do. */
export const periodsEndingIn = (
  filing: Period,
  whose: Omit<TallyPlace, 'month'>,
  lengths: readonly FilingDuty['period'][],
): readonly BranchPeriod[] =>
  periodsAround(
    monthsOf(filing).map((month) => ({ ...whose, month })),
    lengths,
  ).filter(({ period }) => period.to >= filing.from && period.to <= filing.to);
