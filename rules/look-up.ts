import type { AnyRecord, Contract } from '../events/contract.ts';
import type { ListName } from '../events/lists.ts';
import type { ListEntry, Lists } from './facts/lists.ts';

/** The values that each list is asked about, by the list's name; lists that nobody asks are absent. */
export type Asked = Partial<Record<ListName, readonly string[]>>;

type LooksUp = NonNullable<Contract['looksUp']>;

const valuesIn = (record: AnyRecord, field: string): readonly string[] => {
  const value = record[field];
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === 'string');
};

/**
 * What a kind's records ask of the lists, each value once: what they name in the fields that the contract says. A list is
 * asked even where no record names a value, for then it is still known whether the list is there.
 */
export const askedBy = (looksUp: LooksUp, records: readonly AnyRecord[]): Asked => {
  const asked: Partial<Record<ListName, Set<string>>> = {};
  for (const { list, field } of looksUp) {
    asked[list] ??= new Set();
    for (const record of records) for (const value of valuesIn(record, field)) asked[list].add(value);
  }
  return Object.fromEntries(Object.entries(asked).map(([list, values]) => [list, [...values]]));
};

/** What several ask, asked at once. */
export const askedTogether = (all: readonly Asked[]): Asked => {
  const values = Map.groupBy(
    all.flatMap((asked) => Object.entries(asked)),
    ([list]) => list,
  );
  return Object.fromEntries(
    [...values].map(([list, asked]) => [list, [...new Set(asked.flatMap(([, some]) => some))]] as const),
  );
};

/**
 * Gives each record what the lists said of the values that it names, out of what they said of many records' together.
 * Undefined for a kind that looks nothing up.
 */
export const listsFor = (
  looksUp: Contract['looksUp'],
  said: Lists | undefined,
): ((record: AnyRecord) => Lists | undefined) => {
  if (looksUp === undefined || said === undefined) return () => undefined;
  const byValue = new Map(
    Object.entries(said).map(([list, entries]) => [list, Map.groupBy(entries, ({ value }) => value)] as const),
  );
  // Every record is told the same: that no list is there.
  if (byValue.size === 0) return () => said;
  const fieldsOf = Map.groupBy(looksUp, ({ list }) => list);
  const known = [...fieldsOf].flatMap(([list, fields]) =>
    byValue.has(list) ? [{ entries: byValue.get(list)!, names: fields.map(({ field }) => field) }] : [],
  );
  const isListed = (record: AnyRecord): boolean => {
    for (const { entries, names } of known) {
      for (const name of names) {
        const value = record[name];
        if (typeof value === 'string' ? entries.has(value) : Array.isArray(value) && value.length > 0) return true;
      }
    }
    return false;
  };
  const nothing: Lists = Object.fromEntries(
    [...fieldsOf.keys()].flatMap((list) => (byValue.has(list) ? [[list, []]] : [])),
  );
  return (record) => {
    // Hardly anybody is on a list.
    if (!isListed(record)) return nothing;
    const own: Partial<Record<ListName, readonly ListEntry[]>> = {};
    for (const [list, fields] of fieldsOf) {
      const entries = byValue.get(list);
      if (entries === undefined) continue;
      const values = new Set(fields.flatMap(({ field }) => valuesIn(record, field)));
      own[list] = [...values].flatMap((value) => entries.get(value) ?? []);
    }
    return own;
  };
};
