import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { defaultLimits } from '../../../functions/files/limits.ts';
import { isReadable } from '../../../functions/files/prepared.ts';
import { readSharedStrings } from '../../../functions/files/workbook/shared-strings.ts';
import { headings, prepareBytes } from './a-workbook.ts';
import { rowsOf } from './prepared-rows.ts';

// What XML has no room for no writer but Excel escapes, and blanks at the end of a row are nobody's.
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((one) => one.trim() !== '' && !/[\p{Cc}\p{Cs}\ufffe\uffff]|_x/u.test(one));
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }));
const row = fc.tuple(text, number, fc.oneof(text, fc.constant(''), fc.constantFrom('a,b', '"', 'x\ny')), text);

it('tables that another library wrote are read back as they were, in slices of any size', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 3_000 }),
      async (rows, sliceBytes) => {
        // An id of our own before all, so that no row is an example or a note on how to fill in.
        const written = rows.map((cells, at) => [`P-${at}`, ...cells]);
        const sheets = [{ name: 'Sheet1', rows: [[...headings, '备忘'], ...written] }];
        const file = await prepareBytes(await writeXlsx({ sheets }), { sliceBytes });
        const read = rowsOf(file);
        expect(read.map(([line]) => Number(line))).toEqual(rows.map((_, at) => at + 2));
        expect(read.map(([, id, first, , third, last]) => [id, first, third, last])).toEqual(
          written.map(([id, first, , third, last]) => [id, first, third, last]),
        );
        // Excel keeps fifteen digits of a number.
        expect(read.map((cells) => Number(cells[3]))).toEqual(
          rows.map(([, value]) => Number(value.toPrecision(15)) + 0),
        );
        if (!isReadable(file)) throw new Error('unreadable');
        for (const { path, from, to } of file.slices) {
          const slice = readFileSync(path).subarray(from, to).toString();
          expect(slice).toMatch(/^\d+,P-/);
          expect(slice.endsWith('\n')).toBe(true);
          // No more than one row beyond what was asked for.
          expect(to - from <= sliceBytes || !/\n\d+,P-/.test(slice)).toBe(true);
        }
      },
    ),
    { numRuns: 60 },
  );
});

it('texts that do not fit in memory are read from disk, in any order, and leave nothing there', async () => {
  const texts = Array.from({ length: 5_000 }, (_, at) => `文本${at}`);
  const xml = Buffer.from(`<sst>${texts.map((one) => `<si><t>${one}</t></si>`).join('')}</sst>`);
  const path = join(mkdtempSync(join(tmpdir(), 'strings-')), 'strings');
  const part = async function* () {
    yield xml;
  };
  const strings = await readSharedStrings('xl/sharedStrings.xml', part(), defaultLimits, path, 10_000);
  expect(existsSync(path)).toBe(true);
  const order = texts.map((_, at) => (at * 2_741) % texts.length);
  expect(order.map(strings.at)).toEqual(order.map((at) => texts[at]));
  expect(strings.at(5_000)).toBeUndefined();
  expect(strings.at(-1)).toBeUndefined();
  strings.close();
  expect(existsSync(path)).toBe(false);
});
