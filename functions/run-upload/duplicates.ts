import type { Fault } from '../../events/fault.ts';
import { shown } from '../../events/field-faults.ts';
import { hashLanes, keyLanes } from '../judge-slice/keyed-hash.ts';

/** Rows of a file that say something of the same record, in order; more than one of each, or they would not be here. */
export type SameKey = readonly number[];

/** So many keys, about, are looked at together; the others another time. */
const manyKeys = 2_000_000;

/**
 * The rows of a file that have one key together. `keysOf` gives a slice's keys: of each row three numbers of its hash, and
 * its place in the slice, of which `before` rows stand in the file before it.
 */
export const sameKeys = async (
  slices: readonly { readonly before: number; readonly rows: number }[],
  keysOf: (slice: number) => Promise<Uint32Array>,
  keysTogether = manyKeys,
): Promise<readonly SameKey[]> => {
  const rows = slices.reduce((sum, slice) => sum + slice.rows, 0);
  const turns = Math.max(1, Math.ceil(rows / keysTogether));
  const same: SameKey[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const firsts = firstRows(Math.ceil(rows / turns));
    const others = new Map<number, number[]>();
    for (const [n, { before }] of slices.entries()) {
      const keys = await keysOf(n);
      for (let at = 0; at < keys.length; at += keyLanes) {
        if (keys[at]! % turns !== turn) continue;
        const row = before + keys[at + hashLanes]!;
        const first = firsts.of(keys, at, row);
        if (first === row) continue;
        const known = others.get(first);
        if (known === undefined) others.set(first, [first, row]);
        else known.push(row);
      }
    }
    for (const one of others.values()) same.push(one);
  }
  return same;
};

/**
 * The first row of each key: millions of them, in numbers alone. Of about so many keys; whoever wants many of them to be
 * looked at in one turn can make a file of such keys, and so there may be more.
 */
const firstRows = (about: number) => {
  let size = 1_024;
  while (size < about * 2) size *= 2;
  /** Where the lanes of a key are, from 1; 0 is free. */
  let places = new Uint32Array(size);
  /** Of as many keys as half the places. */
  let lanes = new Uint32Array((size / 2) * keyLanes);
  let used = 0;
  const placeOf = (b: number, c: number): number => (b ^ c) & (size - 1);
  const grow = (): void => {
    size *= 2;
    places = new Uint32Array(size);
    const more = new Uint32Array(lanes.length * 2);
    more.set(lanes);
    lanes = more;
    for (let n = 0; n < used; n += 1) {
      let place = placeOf(lanes[n * keyLanes + 1]!, lanes[n * keyLanes + 2]!);
      while (places[place] !== 0) place = (place + 1) & (size - 1);
      places[place] = n + 1;
    }
  };
  return {
    /** That of the key which is at a place among others: `row`, where it is the first. */
    of: (keys: Uint32Array, at: number, row: number): number => {
      const [a, b, c] = [keys[at]!, keys[at + 1]!, keys[at + 2]!];
      let place = placeOf(b, c);
      for (; places[place] !== 0; place = (place + 1) & (size - 1)) {
        const other = (places[place]! - 1) * keyLanes;
        if (lanes[other] === a && lanes[other + 1] === b && lanes[other + 2] === c) return lanes[other + hashLanes]!;
      }
      const own = used * keyLanes;
      lanes[own] = a;
      lanes[own + 1] = b;
      lanes[own + 2] = c;
      lanes[own + hashLanes] = row;
      used += 1;
      places[place] = used;
      if (used * keyLanes === lanes.length) grow();
      return row;
    },
  };
};

/** The same key twice cannot both be true, and we do not choose: every such row is a fault. */
export const duplicateFault = (
  row: number,
  otherRow: number,
  recordId: string | undefined,
  column: string,
): Fault & { readonly row: number } => ({
  code: 'DUPLICATE_RECORD',
  ...{ row, otherRow },
  ...(recordId !== undefined && { recordId }),
  column,
  ...(recordId !== undefined && { found: shown(recordId) }),
  cause: {
    zh: `第 ${row} 条与第 ${otherRow} 条记录的编号相同，无法认定以哪一条为准。`,
    en: `Records ${row} and ${otherRow} have the same record id, and which one counts is not known.`,
  },
  fix: { zh: '删去其中一条，或改正编号。', en: 'Delete one of them, or correct its id.' },
});
