import type { Rooms } from './scratch.ts';
import { placeOf, rowIn, sliceIn } from './skipped.ts';
import type { Duplicates } from './task.ts';

/** Three lanes of the hash of a key, its slice and its row. */
export const keyWidth = 5;

const sizeFor = (entries: number): number => {
  let size = 16;
  while (size < entries * 2) size *= 2;
  return size;
};

/**
 * Finds the rows among entries whose key another row has too, each with one of the others; the earliest is named first.
 * For many parts one after the other.
 */
export const duplicateFinder = (room: Rooms): ((entries: Uint32Array) => Duplicates) => {
  return (entries) => {
    const count = entries.length / keyWidth;
    const size = sizeFor(count);
    // Entries count from 1; 0 is none. Those of one key hang together, the latest found behind the first.
    const first = room('first')(size).fill(0);
    const next = room('next')(count + 1).fill(0);
    const several: number[] = [];
    let rows = 0;
    for (let n = 1; n <= count; n += 1) {
      const at = (n - 1) * keyWidth;
      let place = (entries[at + 1]! ^ entries[at + 2]!) & (size - 1);
      for (;;) {
        const known = first[place]!;
        if (known === 0) {
          first[place] = n;
          break;
        }
        const other = (known - 1) * keyWidth;
        if (
          entries[other] === entries[at] &&
          entries[other + 1] === entries[at + 1] &&
          entries[other + 2] === entries[at + 2]
        ) {
          if (next[known] === 0) {
            several.push(known);
            rows += 1;
          }
          next[n] = next[known]!;
          next[known] = n;
          rows += 1;
          break;
        }
        place = (place + 1) & (size - 1);
      }
    }
    const found = new Uint32Array(rows * 4);
    const same = new Float64Array(rows);
    let used = 0;
    for (const head of several) {
      let own = 0;
      for (let n = head; n !== 0; n = next[n]!) {
        const at = (n - 1) * keyWidth;
        same[own] = placeOf(entries[at + 3]!, entries[at + 4]!);
        own += 1;
      }
      const ordered = same.subarray(0, own).sort();
      for (let turn = 0; turn < own; turn += 1, used += 4) {
        const [one, other] = [ordered[turn]!, ordered[turn === 0 ? 1 : 0]!];
        found[used] = sliceIn(one);
        found[used + 1] = rowIn(one);
        found[used + 2] = sliceIn(other);
        found[used + 3] = rowIn(other);
      }
    }
    return found;
  };
};
