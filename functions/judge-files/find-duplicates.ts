import type { Duplicates } from './task.ts';

/** Three lanes of the hash of a key, its slice and its row. */
export const keyWidth = 5;

const sizeFor = (entries: number): number => {
  let size = 16;
  while (size < entries * 2) size *= 2;
  return size;
};

/** The rows among these entries whose key another row has too, each with one of the others; the earliest is named first. */
export const findDuplicates = (entries: Uint32Array): Duplicates => {
  const count = entries.length / keyWidth;
  const size = sizeFor(count);
  // Places of the first entry of each key, from 1; 0 is free.
  const first = new Uint32Array(size);
  const others = new Map<number, number[]>();
  for (let n = 0; n < count; n += 1) {
    const at = n * keyWidth;
    let place = (entries[at + 1]! ^ entries[at + 2]!) & (size - 1);
    for (;;) {
      const known = first[place]!;
      if (known === 0) {
        first[place] = n + 1;
        break;
      }
      const other = (known - 1) * keyWidth;
      if (
        entries[other] === entries[at] &&
        entries[other + 1] === entries[at + 1] &&
        entries[other + 2] === entries[at + 2]
      ) {
        const same = others.get(known - 1);
        if (same === undefined) others.set(known - 1, [n]);
        else same.push(n);
        break;
      }
      place = (place + 1) & (size - 1);
    }
  }
  const found: number[] = [];
  const sliceOf = (n: number) => entries[n * keyWidth + 3]!;
  const rowOf = (n: number) => entries[n * keyWidth + 4]!;
  for (const [one, rest] of others) {
    const same = [one, ...rest].sort((a, b) => sliceOf(a) - sliceOf(b) || rowOf(a) - rowOf(b));
    for (const [turn, n] of same.entries()) {
      const other = same[turn === 0 ? 1 : 0]!;
      found.push(sliceOf(n), rowOf(n), sliceOf(other), rowOf(other));
    }
  }
  return Uint32Array.from(found);
};
