import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonScan } from '../../../functions/files/json-scan.ts';
import { rowScan } from '../../../functions/files/row-scan.ts';
import { parsedRows } from './written.ts';

const pieces = fc.infiniteStream(fc.integer({ min: 1, max: 9 }));

/** The text handed on in pieces that end anywhere, within characters too. */
const inPieces = function* (text: string, lengths: Iterable<number>) {
  const bytes = Buffer.from(text);
  let from = 0;
  for (const length of lengths) {
    if (from >= bytes.length) return;
    yield Buffer.from(bytes.subarray(from, from + length));
    from += length;
  }
};

it('rows are found whatever the pieces in which their text comes', () => {
  const careful = fc.string({ unit: fc.constantFrom('a', '""', '号', ',', '\n', '\r\n', '\r', '，'), maxLength: 8 });
  const cell = fc.oneof(
    careful.map((text) => `"${text}"`),
    fc.string({ unit: fc.constantFrom('a', '"', '号', ' '), minLength: 1, maxLength: 4 }).map((text) => `x${text}`),
  );
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
  const delimiter = fc.constantFrom(',', '，');
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      rows,
      lineEnd,
      delimiter,
      pieces,
      fc.integer({ min: 1, max: 60 }),
      (all, end, mark, lengths, sliceBytes) => {
        const text = all.map((cells) => cells.join(mark) + end).join('');
        const scan = rowScan(7, { delimiter: mark, lineBytes: 1_000, sliceBytes });
        for (const piece of inPieces(text, lengths)) expect(scan.take(piece)).toBeUndefined();
        const { stretches, stopped } = scan.finish();
        expect(stopped).toBeUndefined();
        const bytes = Buffer.from(text);
        const slices = stretches.map(({ from, to }) => bytes.subarray(from - 7, to - 7).toString());
        expect(slices.join('')).toBe(text);
        expect(slices.flatMap((slice) => parsedRows(slice, mark))).toEqual(parsedRows(text, mark));
      },
    ),
    { numRuns: 500 },
  );
});

it('a row is too long by its own length, not by where the pieces end', () => {
  const scan = (text: string, ...lengths: readonly number[]) => {
    const { take, finish } = rowScan(0, { delimiter: ',', lineBytes: 10, sliceBytes: 5 });
    for (const piece of inPieces(text, lengths)) {
      const stopped = take(piece);
      if (stopped !== undefined) return finish(stopped);
    }
    return finish();
  };
  for (const lengths of [[100], [1, 2, 3, 100], Array.from({ length: 100 }, () => 1)]) {
    expect(scan('abcdefghij\nabc\n', ...lengths).stopped).toBeUndefined();
    expect(scan('abc,d\nabcdefghijk\nabc\n', ...lengths)).toEqual({
      stretches: [{ from: 0, to: 6 }],
      stopped: { why: 'row-too-long', at: 6 },
    });
    expect(scan('abc,d\na,"cdefghijk\nabc\n', ...lengths)).toEqual({
      stretches: [{ from: 0, to: 6 }],
      stopped: { why: 'quote-not-closed', at: 8 },
    });
  }
});

it('records of JSON are found whatever the pieces in which it comes', () => {
  const records = fc.array(fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom('\\"', '号', '[{', 'records')));
  const more = fc.record({ records2: fc.string(), note: fc.constantFrom('records', '"records":[', '\\') });
  fc.assert(
    fc.property(records, more, pieces, fc.boolean(), fc.constantFrom(0, 1), (all, before, lengths, isBody, indent) => {
      const text = JSON.stringify(isBody ? { ...before, records: all, behind: 1 } : all, null, indent);
      const found: unknown[] = [];
      const scan = jsonScan((_, parts) => found.push(JSON.parse(Buffer.concat(parts).toString())), {
        recordBytes: 100_000,
        restBytes: 100_000,
      });
      for (const piece of inPieces(text, lengths)) expect(scan.take(piece)).toBeUndefined();
      const rest = scan.finish();
      expect(found).toEqual(JSON.parse(JSON.stringify(all)));
      expect('text' in rest && JSON.parse(rest.text)).toEqual(isBody ? { ...before, records: [], behind: 1 } : []);
    }),
    { numRuns: 300 },
  );
});
