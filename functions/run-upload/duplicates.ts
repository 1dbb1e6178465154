import type { Contract } from '../../events/contract.ts';
import type { Fault } from '../../events/fault.ts';
import { shown } from '../../events/field-faults.ts';
import type { KeptRecord } from '../../events/manifest.ts';

/** Rows that say something of the same record, in order; more than one of each, or they would not be here. */
export type SameKey = readonly number[];

/**
 * The rows of a file that have one key together. `keys` are four numbers a row, one after the other: three of the key's
 * hash, and the row.
 */
export const sameKeys = (keys: Iterable<readonly number[]>): readonly SameKey[] => {
  const first = new Map<string, number>();
  const same = new Map<string, number[]>();
  for (const slice of keys) {
    for (let at = 0; at < slice.length; at += 4) {
      const key = `${slice[at]},${slice[at + 1]},${slice[at + 2]}`;
      const row = slice[at + 3]!;
      const known = first.get(key);
      if (known === undefined) first.set(key, row);
      else {
        const rows = same.get(key);
        if (rows === undefined) same.set(key, [known, row]);
        else rows.push(row);
      }
    }
  }
  return [...same.values()];
};

/** The same key twice cannot both be true, and we do not choose: every such row is a fault. */
export const duplicateFaults = (
  same: readonly SameKey[],
  kept: ReadonlyMap<number, KeptRecord>,
  { naturalKey }: Contract,
): Fault[] =>
  same.flatMap((rows) => {
    const record = rows.map((row) => kept.get(row)?.record).find((one) => one !== undefined);
    const column = naturalKey[0]!;
    return rows.map((row, at): Fault => {
      const otherRow = rows[at === 0 ? 1 : 0]!;
      return {
        code: 'DUPLICATE_RECORD',
        ...{ row, otherRow },
        ...(record && { recordId: record.recordId }),
        column,
        ...(record && { found: shown(record[column]) }),
        cause: {
          zh: `第 ${row} 条与第 ${otherRow} 条记录的编号相同，无法认定以哪一条为准。`,
          en: `Records ${row} and ${otherRow} have the same record id, and which one counts is not known.`,
        },
        fix: { zh: '删去其中一条，或改正编号。', en: 'Delete one of them, or correct its id.' },
      };
    });
  });
