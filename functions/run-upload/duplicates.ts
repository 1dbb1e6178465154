import type { Contract } from '../../events/contract.ts';
import type { Fault } from '../../events/fault.ts';
import { shown } from '../../events/field-faults.ts';
import { keyLanes } from '../judge-slice/judge-slice.ts';

/** Rows of a file that say something of the same record, in order; more than one of each, or they would not be here. */
export type SameKey = readonly number[];

/** So many keys are looked at together; the others another time. */
const keysTogether = 2_000_000;

/**
 * The rows of a file that have one key together. `keysOf` gives a slice's keys: of each row three numbers of its hash, and
 * its place in the slice, of which `before` rows stand in the file before it.
 */
export const sameKeys = async (
  slices: readonly { readonly before: number; readonly rows: number }[],
  keysOf: (slice: number) => Promise<Uint32Array>,
): Promise<readonly SameKey[]> => {
  const rows = slices.reduce((sum, slice) => sum + slice.rows, 0);
  const turns = Math.max(1, Math.ceil(rows / keysTogether));
  const same: SameKey[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    for (const one of await sameInTurn(slices, keysOf, turn, turns)) same.push(one);
  }
  return same;
};

const sameInTurn = async (
  slices: readonly { readonly before: number; readonly rows: number }[],
  keysOf: (slice: number) => Promise<Uint32Array>,
  turn: number,
  turns: number,
): Promise<readonly SameKey[]> => {
  let size = 1_024;
  while (size < keysTogether * 2 && size < (slices.at(-1)!.before + slices.at(-1)!.rows) * 2) size *= 2;
  /** Places of the first row of each key, from 1, in lanes of their own; 0 is free. */
  const places = new Uint32Array(size);
  const lanes = new Uint32Array((size / 2) * keyLanes);
  const others = new Map<number, number[]>();
  let used = 0;
  for (const [n, { before }] of slices.entries()) {
    const keys = await keysOf(n);
    for (let at = 0; at < keys.length; at += keyLanes) {
      const [a, b, c] = [keys[at]!, keys[at + 1]!, keys[at + 2]!];
      if (a % turns !== turn) continue;
      const row = before + keys[at + 3]!;
      for (let place = (b ^ c) & (size - 1); ; place = (place + 1) & (size - 1)) {
        const known = places[place]!;
        if (known === 0) {
          const own = used * keyLanes;
          lanes[own] = a;
          lanes[own + 1] = b;
          lanes[own + 2] = c;
          lanes[own + 3] = row;
          used += 1;
          places[place] = used;
          break;
        }
        const other = (known - 1) * keyLanes;
        if (lanes[other] === a && lanes[other + 1] === b && lanes[other + 2] === c) {
          const first = lanes[other + 3]!;
          const rows = others.get(first);
          if (rows === undefined) others.set(first, [first, row]);
          else rows.push(row);
          break;
        }
      }
    }
  }
  return [...others.values()];
};

/** The same key twice cannot both be true, and we do not choose: every such row is a fault. */
export const duplicateFault = (
  row: number,
  otherRow: number,
  recordId: string | undefined,
  { naturalKey }: Contract,
): Fault & { readonly row: number } => ({
  code: 'DUPLICATE_RECORD',
  ...{ row, otherRow },
  ...(recordId !== undefined && { recordId }),
  column: naturalKey[0]!,
  ...(recordId !== undefined && { found: shown(recordId) }),
  cause: {
    zh: `第 ${row} 条与第 ${otherRow} 条记录的编号相同，无法认定以哪一条为准。`,
    en: `Records ${row} and ${otherRow} have the same record id, and which one counts is not known.`,
  },
  fix: { zh: '删去其中一条，或改正编号。', en: 'Delete one of them, or correct its id.' },
});
