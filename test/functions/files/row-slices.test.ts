import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsedRows, prepare, readable, slicesOf } from './written.ts';

const headings = ['记录编号', '开户时间', '卡状态', '备注'];

const cell = fc.oneof(
  fc.constantFrom('', ' ', '"', '""', 'a"b', '\n', '\r\n', '\r', ',', ';', '\t', 'a,\n"b', '在用', '，', '|', '示'),
  fc.string({ unit: fc.constantFrom('a', '1', '号', '"', '\n', '\r', ',', ';', '\t', ' ', '，'), maxLength: 12 }),
);
const table = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 30 });
const how = fc.record({
  delimiter: fc.constantFrom(',', '\t', ';', '，', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  quotesAll: fc.boolean(),
  endsWithLineEnd: fc.boolean(),
  sliceBytes: fc.integer({ min: 1, max: 400 }),
  encoding: fc.constantFrom('utf-8', 'utf-8-mark', 'utf-16le', 'utf-16be'),
  isGzipped: fc.boolean(),
});

const encoded = (text: string, encoding: string): Buffer => {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-8-mark') return Buffer.from(`\ufeff${text}`);
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  return encoding === 'utf-16le' ? little : little.swap16();
};

describe('slices of a table', () => {
  it('hold the rows of the whole text, however it is written and wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(table, how, async (rows, { delimiter, lineEnd, sliceBytes, encoding, isGzipped, ...form }) => {
        const needsQuotes = (one: string) => form.quotesAll || /["\n\r]/.test(one) || one.includes(delimiter);
        const asCell = (one: string) => (needsQuotes(one) ? `"${one.replaceAll('"', '""')}"` : one);
        const asLine = (cells: readonly string[]) => cells.map(asCell).join(delimiter);
        // A record that is sure to be one, so that nothing under the headings is taken for notes.
        const all = [['A-1', '2023-04-01 09:10', '在用', ''], ...rows];
        const body = all.map(asLine).join(lineEnd) + (form.endsWithLineEnd ? lineEnd : '');
        const bytes = encoded(`${asLine(headings)}${lineEnd}${body}`, encoding);

        const file = readable(await prepare(isGzipped ? gzipSync(bytes) : bytes, { sliceBytes }));

        expect(file.rows).toMatchObject({ form: 'csv', delimiter, numbered: false });
        expect(file).toMatchObject({ firstLine: 2, faults: [], isGzipped, encoding: encoding.replace('-mark', '') });
        expect(slicesOf(file).join('')).toBe(body);
        const sliced = slicesOf(file).flatMap((text) => parsedRows(text, delimiter));
        expect(sliced).toEqual(parsedRows(body, delimiter));
        const lengths = file.slices.map(({ from, to }) => to - from);
        expect(lengths.slice(0, -1).every((length) => length >= sliceBytes)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('follow careless quotes as the parser does: within a cell they are text', async () => {
    const careless = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' '), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(careless, fc.integer({ min: 1, max: 20 }), async (text, sliceBytes) => {
        const body = `A-1,2023-04-01 09:10,在用,\n${text}`;
        const file = readable(await prepare(`${headings.join(',')}\n${body}`, { sliceBytes }));
        const whole = slicesOf(file).join('');
        fc.pre(file.faults.length === 0);
        expect(whole).toBe(body);
        expect(slicesOf(file).flatMap((slice) => parsedRows(slice))).toEqual(parsedRows(body));
      }),
      { numRuns: 150 },
    );
  });

  it('a quote that is never closed is named by its line, and what stands before it is kept', async () => {
    const start = `${headings.join(',')}\nA-1,2023-04-01 09:10,在用,"两\n行"\nA-2,2023-04-01 09:10,在用,`;
    const file = readable(await prepare(`${start}"没有关上\n${'A-3,2023-04-01 09:10,在用,\n'.repeat(100)}`));
    expect(file.faults).toMatchObject([{ code: 'MALFORMED_CSV', line: 4 }]);
    expect(slicesOf(file)).toEqual(['A-1,2023-04-01 09:10,在用,"两\n行"\n']);
    const long = readable(await prepare(`${start}"没有关上\n${'A-3,2023-04-01 09:10,在用,\n'.repeat(100_000)}`));
    expect(long.faults).toMatchObject([{ code: 'MALFORMED_CSV', line: 4 }]);
    expect(slicesOf(long)).toEqual(slicesOf(file));
  });

  it('a row longer than any record is named by its line, and no memory is spent on it', async () => {
    const file = readable(
      await prepare(`${headings.join(',')}\nA-1,2023-04-01 09:10,在用,\nA-2,,,${'x'.repeat(2_000_000)}\nA-3,,,\n`),
    );
    expect(file.faults).toMatchObject([{ code: 'ROW_TOO_LONG', line: 3 }]);
    expect(slicesOf(file)).toEqual(['A-1,2023-04-01 09:10,在用,\n']);
  });

  it('a table in UTF-8 is not copied: its slices are stretches of the file itself', async () => {
    const file = readable(await prepare(`\ufeff${headings.join(',')}\nA-1,2023-04-01 09:10,在用,\n`));
    expect(file.slices[0]!.path).toMatch(/file$/);
  });
});
