import type { AnyRecord } from '../../events/contract.ts';
import type { ListName } from '../../events/lists.ts';

// What a branch reported of one kind for a calendar month, quarter or year, added up: the facts of rules that are `per` a
// period. A kind that has such rules has `facts/<kind>.period.ts`, which exports `tally` and `facts`.

/** Something counted over records: their sum, and of how many it could not be told. */
export type Tally = { readonly sum: number; readonly unknown: number };

/**
 * What one record adds to each tally of its kind, by name; `undefined` where the record does not tell. A name that is
 * absent adds nothing. Whole numbers only: they are added and taken away again, in any order. A name that comes when
 * records have been counted already is a `gained` one.
 */
export type TallyOf = (record: AnyRecord) => Readonly<Record<string, number | undefined>>;

/** An import of a list that falls within the period. */
export type ReceivedImport = { readonly id: string; readonly receivedAt: string };

/** All that a branch reported of a kind for a period: what period facts read as their record. */
export type PeriodRecord = {
  /** `#<branch>#<period>`, such as `#jia-sanya#2026-Q4`: no record of an enterprise can have such an id. */
  readonly recordId: string;
  /** First and last civil day of the period; `to` is the law date. */
  readonly from: string;
  readonly to: string;
  /** Whether a filing duty for the period has fallen due. */
  readonly isDue: boolean;
  /** How many records there are. */
  readonly records: number;
  readonly tallies: Readonly<Record<string, Tally>>;
  /** Imports of each list within the period; a list that is not there is absent. */
  readonly imports?: Readonly<Partial<Record<ListName, readonly ReceivedImport[]>>>;
};

const nothing: Tally = { sum: 0, unknown: 0 };

const gainedMark = '+';
const toldOf = (name: string): string => `told ${name}`;

/**
 * The name of a tally that a kind gains once records of it have been counted. Of those nobody knows what they would have
 * added, and a month says nothing of a name whose sum is nothing: so it is counted too how many records told of it, which
 * they all do from then on, and the others are unknown until they are reported again.
 */
export const gained = (name: string): string => `${gainedMark}${name}`;

/** What a record adds, and that it told of the tallies that its kind has gained. */
export const withTold = (adds: ReturnType<TallyOf>): ReturnType<TallyOf> => {
  const names = Object.keys(adds).filter((name) => name.startsWith(gainedMark));
  return names.length === 0 ? adds : { ...adds, ...Object.fromEntries(names.map((name) => [toldOf(name), 1])) };
};

/** The tallies of these records. */
export const talliesOf = (records: readonly AnyRecord[], tally: TallyOf): PeriodRecord['tallies'] => {
  const sums: Record<string, Tally> = {};
  for (const record of records) {
    for (const [name, value] of Object.entries(withTold(tally(record)))) {
      const { sum, unknown } = sums[name] ?? nothing;
      sums[name] = value === undefined ? { sum, unknown: unknown + 1 } : { sum: sum + value, unknown };
    }
  }
  return sums;
};

/**
 * The tally of that name; nothing where no record said anything of it, unknown where there are no tallies. Records from
 * before their kind gained it are among the unknown.
 */
export const tallied = ({ tallies, records = 0 }: Partial<PeriodRecord>, name: string): Tally | undefined => {
  if (tallies === undefined) return undefined;
  const { sum, unknown } = tallies[name] ?? nothing;
  if (!name.startsWith(gainedMark)) return { sum, unknown };
  return { sum, unknown: unknown + records - (tallies[toldOf(name)] ?? nothing).sum };
};

/** The exact sum; unknown while any record leaves it open. */
export const sumOf = (record: Partial<PeriodRecord>, name: string): number | undefined => {
  const tally = tallied(record, name);
  return tally === undefined || tally.unknown > 0 ? undefined : tally.sum;
};

/**
 * A count of records (each adds 0 or 1), told only where it is certain on which side of `limit` it lies: the least it can
 * be where that is at least `limit`, the most where that is below.
 */
export const countAbout = (record: Partial<PeriodRecord>, name: string, limit: number): number | undefined => {
  const tally = tallied(record, name);
  if (tally === undefined) return undefined;
  const [least, most] = [tally.sum, tally.sum + tally.unknown];
  if (least >= limit) return least;
  return most < limit ? most : undefined;
};

/** The least and the most that the share of `part` in `of` can be; `null` where there is nothing to take a share of. */
const shareBetween = (record: Partial<PeriodRecord>, part: string, of: string) => {
  const [parts, all] = [tallied(record, part), tallied(record, of)];
  if (parts === undefined || all === undefined) return undefined;
  if (all.sum + all.unknown === 0) return null;
  // The least: whoever is unknown belongs to the whole and not to the part. The most: to the part, or to neither.
  const least = parts.sum / (all.sum + all.unknown);
  const most = all.sum === 0 ? 1 : Math.min(1, (parts.sum + parts.unknown) / all.sum);
  return { least, most };
};

/**
 * The share of the records counted as `of` that are counted as `part` (each adds 0 or 1, and `part` only where `of`), told
 * only where it is certain on which side of `limit` it lies, which is the least that is enough. Unit: ratio, 0 to 1; `null`
 * where there is nothing to take a share of.
 */
export const shareAbout = (
  record: Partial<PeriodRecord>,
  part: string,
  of: string,
  limit: number,
): number | null | undefined => {
  const share = shareBetween(record, part, of);
  if (share === undefined || share === null) return share;
  const { least, most } = share;
  if (least >= limit) return least;
  return most < limit ? most : undefined;
};

/** The same share where `limit` is the most that is allowed: at the limit it lies within. */
export const shareUpTo = (
  record: Partial<PeriodRecord>,
  part: string,
  of: string,
  limit: number,
): number | null | undefined => {
  const share = shareBetween(record, part, of);
  if (share === undefined || share === null) return share;
  const { least, most } = share;
  if (least > limit) return least;
  return most <= limit ? most : undefined;
};
