import type { AnyRecord, Contract } from '../events/contract.ts';
import { type PeriodRecord, type Tally, type TallyOf, withTold } from './facts/period.ts';

// What is added up over the records of a branch and calendar month, as they come, are corrected, move and go.

/** The branch and the calendar month (`2026-10`, China's) that a record counts for. */
export type TallyPlace = {
  readonly branchId: string;
  readonly region: string;
  readonly sector: string;
  readonly month: string;
};

/** What one record adds, and where; `null` where it does not tell. */
export type Share = { readonly place: TallyPlace; readonly adds: Readonly<Record<string, number | null>> };

/** The records of a month and what they add up to; of a change, what is added or taken away. */
export type MonthTally = Pick<PeriodRecord, 'records' | 'tallies'>;

/** Whose month it is. */
export type TallyKey = {
  readonly enterprise: string;
  readonly branchId: string;
  readonly recordKind: string;
  readonly month: string;
};
export type TallyChange = { readonly of: TallyKey; readonly adds: MonthTally };

const noTally: Tally = { sum: 0, unknown: 0 };
export const nothingTallied: MonthTally = { records: 0, tallies: {} };

/** What the record adds; nothing where it does not say when it was. */
export const shareOf = (
  contract: Contract,
  tally: TallyOf,
  record: AnyRecord,
  { branchId, region, sector }: Omit<TallyPlace, 'month'>,
): Share | undefined => {
  // An instant in normal form is written in China's time.
  const when = record[contract.periodDate];
  if (typeof when !== 'string') return undefined;
  return {
    place: { branchId, region, sector, month: when.slice(0, 7) },
    adds: Object.fromEntries(Object.entries(withTold(tally(record))).map(([name, value]) => [name, value ?? null])),
  };
};

export const isSamePlace = (a: TallyPlace, b: TallyPlace | undefined): boolean =>
  a.branchId === b?.branchId && a.month === b.month;

/** Two months, or a month and a change of it, together. */
export const added = (a: MonthTally, b: MonthTally, sign: 1 | -1 = 1): MonthTally => {
  const tallies = { ...a.tallies };
  for (const [name, { sum, unknown }] of Object.entries(b.tallies)) {
    const before = tallies[name] ?? noTally;
    tallies[name] = { sum: before.sum + sign * sum, unknown: before.unknown + sign * unknown };
  }
  return { records: a.records + sign * b.records, tallies };
};

export const summed = (months: Iterable<MonthTally>): MonthTally => {
  let all = nothingTallied;
  for (const one of months) all = added(all, one);
  return all;
};

/** The tally of one record. */
export const tallyOf = ({ adds }: Share): MonthTally => ({
  records: 1,
  tallies: Object.fromEntries(
    Object.entries(adds).map(([name, value]) => [
      name,
      value === null ? { sum: 0, unknown: 1 } : { sum: value, unknown: 0 },
    ]),
  ),
});

const isNothing = ({ records, tallies }: MonthTally): boolean =>
  records === 0 && Object.values(tallies).every(({ sum, unknown }) => sum === 0 && unknown === 0);

/** What changes in the tallies when a record that added `before` adds `after` now; undefined: nothing. */
export const tallyChanges = (
  { enterprise, recordKind }: Pick<TallyKey, 'enterprise' | 'recordKind'>,
  before: Share | undefined,
  after: Share | undefined,
): readonly TallyChange[] => {
  const of = ({ place: { branchId, month } }: Share): TallyKey => ({ enterprise, branchId, recordKind, month });
  if (before && after && isSamePlace(before.place, after.place)) {
    const adds = added(tallyOf(after), tallyOf(before), -1);
    return isNothing(adds) ? [] : [{ of: of(after), adds }];
  }
  return [
    ...(before ? [{ of: of(before), adds: added(nothingTallied, tallyOf(before), -1) }] : []),
    ...(after ? [{ of: of(after), adds: tallyOf(after) }] : []),
  ];
};

const nameOf = ({ enterprise, branchId, recordKind, month }: TallyKey): string =>
  JSON.stringify([enterprise, branchId, recordKind, month]);

/** The changes of each month together; those that come to nothing are left out. */
export const changesByMonth = (changes: readonly TallyChange[]): readonly TallyChange[] =>
  [...Map.groupBy(changes, ({ of }) => nameOf(of)).values()]
    .map((same) => ({ of: same[0]!.of, adds: summed(same.map(({ adds }) => adds)) }))
    .filter(({ adds }) => !isNothing(adds));
