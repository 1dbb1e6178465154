import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Finding, worstFirst } from '../../../events/finding.ts';
import { inOneOrder } from '../../../functions/store/findings-order.ts';
import { ownDirectory } from './own-directory.ts';

// The findings of a file come part by part and go out in one order, in memory or over the disk.

const { lying } = ownDirectory();

const aFinding = (over: Partial<Finding>): Finding => ({
  ...{ recordId: 'r', row: 1, rule: 'a', version: '2022-12-01.r1', lawDate: '2026-01-01', verdict: 'violation' },
  ...{ severity: 'major', article: '10', title: { zh: '', en: '' }, remedy: { zh: '', en: '' } },
  ...{ because: null, missing: [] },
  ...over,
});

const order = (a: Finding, b: Finding): number =>
  worstFirst.indexOf(a.verdict) - worstFirst.indexOf(b.verdict) ||
  a.row - b.row ||
  (a.rule === b.rule ? 0 : a.rule < b.rule ? -1 : 1);

async function* inTurn(parts: readonly (readonly Finding[])[], error?: Error) {
  yield* parts;
  if (error) throw error;
}

/** Texts of all findings, whoever wants them gone afterwards. */
const textsOf = async (parts: readonly (readonly Finding[])[], most: { findings: number; bytes: number }) => {
  const { name, total, texts, discard } = await inOneOrder(inTurn(parts), most);
  const all = [...texts()];
  discard();
  return { name, total, all };
};

const title = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
  { weight: 2, arbitrary: fc.constantFrom('一\t二\n三', '\u2028"\\', '𠮷') },
  // Longer than the page with which a part is read at least, so that its characters lie across the edges of pages.
  { weight: 1, arbitrary: fc.integer({ min: 1_300, max: 4_200 }).map((n) => '违规'.repeat(n)) },
);
const one = fc.record({
  verdict: fc.constantFrom(...worstFirst),
  row: fc.nat({ max: 12 }),
  rule: fc.constantFrom('a', 'a.1', 'b', '规'),
  title,
});
/** Each part has rows of its own, of which one rule may say several things, and is in order by itself. */
const parts = fc
  .array(fc.array(one, { maxLength: 8 }), { maxLength: 7 })
  .map((all) =>
    all.map((part, n) =>
      part
        .map(({ title, row, ...over }, k) =>
          aFinding({ ...over, row: row * all.length + n, recordId: `${n}-${k}`, title: { zh: title, en: '' } }),
        )
        .sort(order),
    ),
  );

it('whatever parts come, the findings go out as if all had been sorted at once, in memory and over the disk', async () => {
  await fc.assert(
    fc.asyncProperty(parts, fc.nat({ max: 40 }), async (all, findings) => {
      const sorted = all
        .flat()
        .sort(order)
        .map((finding) => JSON.stringify(finding));
      const inMemory = await textsOf(all, { findings: 1_000, bytes: 1 });
      const overDisk = await textsOf(all, { findings, bytes: 1 });
      expect(inMemory).toEqual({ name: inMemory.name, total: sorted.length, all: sorted });
      expect(overDisk).toEqual(inMemory);
    }),
    { numRuns: 300 },
  );
  expect(lying()).toEqual([]);
});

it('more findings than memory holds lie on the disk until they are discarded, and can be read twice', async () => {
  const all = [3, 1, 2].map((row) => [aFinding({ row })]);
  const { texts, discard } = await inOneOrder(inTurn(all), { findings: 2, bytes: 1 });
  expect(lying()).toHaveLength(1);
  const rows = () => [...texts()].map((text) => JSON.parse(text).row);
  expect([rows(), rows()]).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ]);
  discard();
  expect(lying()).toEqual([]);
});

it('what the parts throw is thrown, and nothing lies on the disk', async () => {
  const all = [3, 1, 2].map((row) => [aFinding({ row })]);
  const failing = inOneOrder(inTurn(all, new Error('no more')), { findings: 1, bytes: 1 });
  await expect(failing).rejects.toThrow('no more');
  expect(lying()).toEqual([]);
});

it('who stops reading in the middle discards as well', async () => {
  const all = [3, 1, 2].map((row) => [aFinding({ row })]);
  const { texts, discard } = await inOneOrder(inTurn(all), { findings: 0, bytes: 1 });
  expect(JSON.parse(texts().next().value!).row).toBe(1);
  discard();
  expect(lying()).toEqual([]);
});

it('another finding gives another name', async () => {
  const most = { findings: 1, bytes: 1 };
  const named = async (row: number) => (await textsOf([[aFinding({ row: 1 })], [aFinding({ row })]], most)).name;
  expect(await named(2)).toBe(await named(2));
  expect(await named(2)).not.toBe(await named(3));
});
