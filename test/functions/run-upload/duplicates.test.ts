import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sameKeys } from '../../../functions/run-upload/duplicates.ts';

type Key = readonly [number, number, number];

/** The rows of a slice that have a key; those that have none cannot be told apart from anything. */
type Rows = readonly (Key | undefined)[];

const placed = (slices: readonly Rows[]) => {
  let before = 0;
  return slices.map((rows) => {
    const keys = rows.flatMap((key, n) => (key === undefined ? [] : [...key, n + 1]));
    const slice = { before, rows: rows.length, keys: Uint32Array.from(keys) };
    before += rows.length;
    return slice;
  });
};

const found = async (slices: readonly Rows[], keysTogether?: number) => {
  const all = placed(slices);
  return (await sameKeys(all, async (n) => all[n]!.keys, keysTogether)).toSorted(([a], [b]) => a! - b!);
};

const grouped = (slices: readonly Rows[]) =>
  [
    ...Map.groupBy(
      slices.flat().flatMap((key, n) => (key === undefined ? [] : [{ key: key.join(), row: n + 1 }])),
      ({ key }) => key,
    ).values(),
  ]
    .filter((same) => same.length > 1)
    .map((same) => same.map(({ row }) => row));

/** Such as lie at the same place, and such as differ in one number alone. */
const lane = fc.oneof(fc.constantFrom(0, 1, 2, 1_024, 2 ** 32 - 1), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
const key: fc.Arbitrary<Key | undefined> = fc.option(fc.tuple(lane, lane, lane), { freq: 8, nil: undefined });

it('rows that have a key together are found as grouping all of them finds them, in one turn and in several', async () => {
  const slices = fc.array(fc.array(key, { maxLength: 12 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(slices, fc.integer({ min: 1, max: 20 }), async (all, keysTogether) => {
      const expected = grouped(all);
      expect(await found(all)).toEqual(expected);
      expect(await found(all, keysTogether)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

it('a file whose keys all fall into one turn has its duplicates found as any other', async () => {
  const rows = Array.from({ length: 3_000 }, (_, n): Key => [0, n, 7 * n]);
  expect(await found([rows, rows.slice(10, 12)], 100)).toEqual([
    [11, 3_001],
    [12, 3_002],
  ]);
});

it('nothing stands twice in a file without rows', async () => {
  expect(await found([[]])).toEqual([]);
});
