import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newestFirst, type Placed } from '../../functions/list-violations/newest-first.ts';

type Lane = readonly Placed<string>[];

const page = async (lane: Lane, after: string | undefined, limit: number) =>
  lane.filter(({ position }) => after === undefined || position < after).slice(0, limit);

const readAll = async (lanes: readonly Lane[], limit: number, isLate = () => false) => {
  const pages: string[][] = [];
  let after: string | undefined;
  do {
    const answer = await newestFirst({ partitions: lanes, page, after, limit, isLate });
    pages.push(answer.items);
    after = answer.next;
  } while (after !== undefined && pages.length < 500);
  return pages;
};

const lanesOf = fc
  .uniqueArray(
    fc.tuple(
      fc.string({ minLength: 3, maxLength: 3, unit: fc.constantFrom('a', 'b', 'c', 'd') }),
      fc.nat(2),
      fc.boolean(),
    ),
    {
      selector: ([position]) => position,
      maxLength: 40,
    },
  )
  .map((entries) =>
    [0, 1, 2].map((lane) =>
      entries
        .filter(([, own]) => own === lane)
        .map(([position, , isSeen]) => ({ position, item: isSeen ? position : undefined }))
        .sort((a, b) => (a.position < b.position ? 1 : -1)),
    ),
  );

it('page after page, every entry the reader may see comes once, newest first over all partitions', async () => {
  await fc.assert(
    fc.asyncProperty(lanesOf, fc.integer({ min: 1, max: 7 }), async (lanes, limit) => {
      const pages = await readAll(lanes, limit);
      const expected = lanes.flat().flatMap(({ item }) => (item === undefined ? [] : [item]));
      expect(pages.flat()).toEqual(expected.sort().toReversed());
      expect(pages.every((items) => items.length <= limit)).toBe(true);
    }),
  );
});

it('a page that has taken long enough is short, and its cursor still leads to everything', async () => {
  const lanes = [
    Array.from({ length: 9 }, (_, n) => ({ position: String(9 - n), item: n > 6 ? String(9 - n) : undefined })),
  ];
  const pages = await readAll(lanes, 5, () => true);
  expect(pages.flat()).toEqual(['2', '1']);
  expect(pages.length).toBeGreaterThan(5);
});
