import { existsSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { partitions, partitionWriter, readPartition } from '../../../functions/judge-files/partitions.ts';
import { scratch } from '../../../functions/judge-files/scratch.ts';

const directory = mkdtempSync(join(tmpdir(), 'partitions-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

type Entry = { readonly partition: number; readonly length: number; readonly value: number };

/** Short ones, and some as long as a block, just shorter and longer, or as long as several. */
const entry: fc.Arbitrary<Entry> = fc.record({
  partition: fc.constantFrom(0, 1, 77, partitions - 1),
  length: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 600 }) },
    fc.integer({ min: 4_090, max: 4_100 }),
    fc.integer({ min: 8_185, max: 9_000 }),
  ),
  value: fc.integer({ min: 1, max: 0xffff_ffff }),
});

const numbersOf = ({ length, value }: Entry): Uint32Array => new Uint32Array(length).fill(value);
const written = (path: string, entries: readonly Entry[]): string => {
  const { add, close } = partitionWriter(path);
  // What stands behind an entry is none of it.
  for (const one of entries) add(one.partition, Uint32Array.from([...numbersOf(one), 5, 5]), one.length);
  close();
  return path;
};
const asSorted = (numbers: Iterable<number>): readonly number[] => [...numbers].sort((a, b) => a - b);

it('has of each part all that every writer has written of it, and no entry cut', () => {
  let run = 0;
  const room = scratch();
  fc.assert(
    fc.property(fc.array(fc.array(entry, { maxLength: 60 }), { minLength: 1, maxLength: 3 }), (writers) => {
      run += 1;
      const paths = writers.map((entries, writer) => written(join(directory, `${run}-${writer}`), entries));
      for (const partition of [0, 1, 2, 77, partitions - 1]) {
        const own = writers.flat().filter((one) => one.partition === partition);
        const read = readPartition(paths, partition, room);
        expect(asSorted(read)).toEqual(asSorted(own.flatMap((one) => [...numbersOf(one)])));
        for (const { length, value } of own) {
          const from = read.indexOf(value);
          expect(read.subarray(from, from + length).every((number) => number === value)).toBe(true);
        }
      }
    }),
    { numRuns: 40 },
  );
});

it('leaves no file where nothing was written, and reads none', () => {
  const path = written(join(directory, 'nothing'), []);
  expect(existsSync(path)).toBe(false);
  expect(readPartition([path], 0, scratch())).toHaveLength(0);
});

it('fails where its file was cut', () => {
  const path = written(join(directory, 'cut'), [{ partition: 3, length: 9, value: 1 }]);
  truncateSync(path, 100);
  expect(() => readPartition([path], 3, scratch())).toThrow('shorter');
});
