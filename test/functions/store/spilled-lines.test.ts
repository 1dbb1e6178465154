import { closeSync, openSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keptLines } from '../../../functions/store/kept-lines.ts';
import { linesIn, spilledLines } from '../../../functions/store/spilled-lines.ts';
import { ownDirectory } from './own-directory.ts';

const { lying, named } = ownDirectory();

/** Of one to four bytes a character, and empty ones among them. */
const aLine = fc
  .array(fc.constantFrom('a', 'é', '违', '𠮷', '\r', '\t', '\u2028'), { maxLength: 40 })
  .map((characters) => characters.join(''));

it('lines come back as they were put, each part in its order, whatever is written and read together', async () => {
  const put = fc.array(fc.tuple(fc.nat({ max: 2 }), aLine), { maxLength: 60 });
  fc.assert(
    fc.property(put, fc.integer({ min: 1, max: 50 }), (lines, together) => {
      const spill = spilledLines(3, together);
      for (const [part, line] of lines) spill.add(part, line);
      const back = [0, 1, 2].map((part) => [...spill.lines(part)]);
      spill.discard();
      expect(back).toEqual([0, 1, 2].map((part) => lines.filter(([own]) => own === part).map(([, line]) => line)));
    }),
    { numRuns: 300 },
  );
  expect(lying()).toEqual([]);
});

it('lines that come after a part was read are read with the others the next time', () => {
  const spill = spilledLines(1, 4);
  spill.add(0, 'one');
  expect([...spill.lines(0)]).toEqual(['one']);
  for (const line of ['two', '三三三', '']) spill.add(0, line);
  expect([...spill.lines(0)]).toEqual(['one', 'two', '三三三', '']);
  spill.discard();
});

it('what is put aside has no name while it lies there: a process that is killed leaves nothing behind', () => {
  const spill = spilledLines(2, 4);
  spill.add(1, 'somebody');
  expect([...spill.lines(1)]).toEqual(['somebody']);
  expect([named(), lying().length]).toEqual([[], 2]);
  spill.discard();
});

it('a stretch of a file that ends before it should is no lines that end early', () => {
  const path = join(tmpdir(), 'short');
  writeFileSync(path, 'one\ntwo\n');
  const file = openSync(path, 'r');
  expect([...linesIn(file, 4, 8, 3)]).toEqual(['two']);
  expect(() => [...linesIn(file, 0, 9, 3)]).toThrow('ends at 8, not at 9');
  closeSync(file);
});

it('what is kept in lines is read from the first on as often as it is asked for, and nothing where nothing came', async () => {
  const all = Array.from({ length: 2_500 }, (_, n) => ({ n, text: '第一行\n第二行' }));
  async function* some(n: number) {
    yield* all.slice(0, n);
  }
  const none = await keptLines(tmpdir(), some(0));
  expect([...none()]).toEqual([]);
  const read = await keptLines(tmpdir(), some(2_500));
  expect([[...read()], [...read()]]).toEqual([all, all]);
});
