import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOf, prepare, readable, slicesOf } from './written.ts';

type Numbered = { readonly line: number; readonly value: unknown };

const recordsOf = async (
  text: string | Uint8Array,
  how?: Parameters<typeof prepare>[1],
): Promise<readonly Numbered[]> => {
  const file = readable(await prepare(text, how));
  expect(file.rows).toMatchObject({ form: 'ndjson' });
  const lines = slicesOf(file).flatMap((slice) => slice.split('\n').filter((line) => line.trim() !== ''));
  if (!('numbered' in file.rows && file.rows.numbered)) {
    return lines.map((line, at) => ({ line: at + 1, value: JSON.parse(line) as unknown }));
  }
  return lines.map((line) => {
    const tab = line.indexOf('\t');
    return { line: Number(line.slice(0, tab)), value: JSON.parse(line.slice(tab + 1)) as unknown };
  });
};

const body = (records: unknown, more: object = {}) => ({
  recordKind: 'phone-card',
  branchId: 'jia-haikou',
  period: { from: '2026-09-01', to: '2026-09-30' },
  ...more,
  records,
});

describe('JSON', () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom('records', '"', '\\', '\\"', '[', '{}', ',', '号\n', [], {}, { records: [1] }, 1e-7, null, ''),
  );
  const many = fc.array(value, { minLength: 1, maxLength: 20 });

  it('of any values gives each of them, whatever the indent, the encoding and the slices', async () => {
    const how = fc.record({
      indent: fc.constantFrom(0, 2, '\t'),
      sliceBytes: fc.integer({ min: 1, max: 300 }),
      isBody: fc.boolean(),
      isWide: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(many, how, async (records, { indent, sliceBytes, isBody, isWide }) => {
        const text = JSON.stringify(isBody ? { ...body(records), withdraws: ['A-9'] } : records, null, indent);
        const bytes = isWide ? Buffer.from(`\ufeff${text}`, 'utf16le') : Buffer.from(text);
        const read = await recordsOf(bytes, { sliceBytes });
        expect(read.map((one) => one.value)).toEqual(JSON.parse(JSON.stringify(records)));
        const lines = text.split('\n');
        for (const { line, value } of read) {
          const start = JSON.stringify(value)[0]!;
          expect(lines[line - 1]).toContain(start);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('says of each record the line on which it begins, and is told by its content', async () => {
    const text = '[\n  {"recordId":\n   "A-1"},\n\n  {"recordId": "A-2"}, {"recordId": "A-3"}\n]\n';
    const lines = (await recordsOf(text)).map(({ line }) => line);
    expect(lines).toEqual([2, 5, 5]);
    expect(readable(await prepare(text)).format).toBe('json');
    expect(await recordsOf(gzipSync(text))).toHaveLength(3);
  });

  it('larger than any piece that is read is written in slices, and takes no record apart', async () => {
    const records = Array.from({ length: 40_000 }, (_, at) => ({ recordId: `A-${at}`, note: '卡'.repeat(30) }));
    const read = await recordsOf(JSON.stringify(body(records), null, 1), { sliceBytes: 1024 * 1024 });
    expect(read.map((one) => one.value)).toEqual(records);
    expect(read.at(-1)!.line).toBe(9 + 39_999 * 4);
  });

  it('a submission says of itself what it is, before or behind its records', async () => {
    const { records, ...rest } = body([{ recordId: 'A-1' }], { mode: 'roster', withdraws: ['A-7'] });
    for (const sent of [
      { ...rest, records },
      { records, ...rest },
    ]) {
      expect(readable(await prepare(JSON.stringify(sent), { kind: '' }))).toMatchObject({
        kind: 'phone-card',
        said: {
          branchId: 'jia-haikou',
          period: { from: '2026-09-01', to: '2026-09-30' },
          mode: 'roster',
          nil: false,
          withdraws: ['A-7'],
        },
      });
    }
  });

  it('a submission of nothing says so; without saying so it is a file without records', async () => {
    expect(readable(await prepare(JSON.stringify(body([], { nil: true }))))).toMatchObject({
      slices: [],
      said: { nil: true },
    });
    expect(codesOf(await prepare(JSON.stringify(body([]))))).toEqual(['EMPTY_FILE']);
    expect(codesOf(await prepare('[]'))).toEqual(['EMPTY_FILE']);
  });

  it('a submission whose own words are wrong is told where', async () => {
    const wrong = body([{}], { period: { from: '2026-09-30', to: '2026-09-01' }, perid: 1 });
    const { faults } = await prepare(JSON.stringify(wrong));
    expect(faults.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'BACKWARDS_DATES /period/to',
      'UNKNOWN_FIELD /perid',
    ]);
    expect(codesOf(await prepare(JSON.stringify({ ...body([{}]), records: 'x' })))).toEqual(['WRONG_TYPE']);
    expect(codesOf(await prepare('{"recordKind":"phone-card"}'))).not.toEqual([]);
  });

  it('a submission of another kind than was asked for, or of none that there is, is refused', async () => {
    expect(codesOf(await prepare(JSON.stringify(body([{}])), { kind: 'iot-card' }))).toEqual(['OTHER_KIND']);
    const { faults } = await prepare(JSON.stringify({ ...body([{}]), recordKind: 'phone-crad' }));
    expect(faults).toMatchObject([{ code: 'UNKNOWN_KIND', fix: { en: 'Did you mean “phone-card”?' } }]);
    expect(codesOf(await prepare('{"records":[{}]}', { kind: '' }))).toEqual(['KIND_NOT_SAID']);
  });

  it('one object over several lines is one record', async () => {
    expect(await recordsOf('\n{\n "recordId": "A-1",\n "a": [1]\n}\n')).toEqual([
      { line: 2, value: { recordId: 'A-1', a: [1] } },
    ]);
    expect(await recordsOf('{"recordId":"A-1"}')).toEqual([{ line: 1, value: { recordId: 'A-1' } }]);
  });

  it.each([
    ['cut short', '[\n{"a":1},\n{"a":', 3],
    ['a comma missing between records', '[\n{"a":1}\n{"a":2}\n]', 3],
    ['a comma too many', '[\n{"a":1},\n]', 3],
    ['a quote missing', '[\n{"a":"1},\n{"a":"2"}\n]', 2],
    ['a bracket of the other kind', '[\n{"a":[1}},\n{"a":2}\n]', 2],
    ['something behind it', '[\n{"a":1}\n]\nx', 4],
    ['something that is no word of JSON', '[\n{"a":1},\n号\n]', 3],
    ['a body that is wrong behind its records', '{"records":[\n{"a":1},\n{"a":2}],\n"branchId" "x"}', 4],
    ['nothing closed', '{"records":[', 1],
    ['records twice', '{"records":[\n],"records":[\n1]}', 2],
  ])('that is malformed is refused as a whole, by its line: %s', async (_, text, line) => {
    expect(await prepare(text)).toMatchObject({ format: 'json', faults: [{ code: 'MALFORMED_JSON', line }] });
  });

  it.each([
    ['a comment above it', '// cards\n[{"a":1}]', 1, '注释'],
    ['a comment among its records', '[\n{"a":1},\n{"a":2} /* the last */\n]', 3, '注释'],
    ['a comment above lines', '/* cards */\n{"a":1}\n{"a":2}', 1, '注释'],
    ['a call around it', 'callback([\n{"a":1}]);', 1, 'callback'],
    ['a call below a comment', '// from the page\ncallback({"records":[]})', 1, '注释'],
  ])('with something that JSON has no place for is told what it is: %s', async (_, text, line, said) => {
    const { format, faults } = await prepare(text);
    expect([format, faults]).toMatchObject(['json', [{ code: 'MALFORMED_JSON', line }]]);
    expect(faults[0]!.cause.zh).toContain(said);
  });

  it('a record that never ends, or brackets deeper than any, cost no memory', async () => {
    const endless = `[\n{"a":1},\n{"a":"${'x'.repeat(3_000_000)}"}]`;
    expect(await prepare(endless)).toMatchObject({ faults: [{ code: 'ROW_TOO_LONG', line: 3 }] });
    expect(codesOf(await prepare('['.repeat(5_000_000)))).toEqual(['MALFORMED_JSON']);
    expect(codesOf(await prepare(`{"a":"${'x'.repeat(5_000_000)}"}`))).toEqual(['FILE_TOO_LARGE']);
  });
});

describe('NDJSON', () => {
  it('is told by objects one below the other, whatever the file is called, and is not copied', async () => {
    const text = '{"recordId":"A-1"}\n\n{"recordId":"A-2"}\r\n{"recordId":"A-3"}';
    const file = readable(await prepare(text, { sliceBytes: 1 }));
    expect(file).toMatchObject({ format: 'ndjson', rows: { form: 'ndjson', numbered: false }, firstLine: 1 });
    expect(file.slices[0]!.path).toMatch(/file$/);
    expect(slicesOf(file).join('')).toBe(text);
    expect(await recordsOf(text)).toHaveLength(3);
  });

  it('is so also where one of the first lines is malformed: that is a fault of its row', async () => {
    const text = '{"recordId":"A-1",}\n{"recordId":"A-2"}\n';
    expect(readable(await prepare(text))).toMatchObject({ format: 'ndjson', faults: [] });
    expect(slicesOf(await prepare(text)).join('')).toBe(text);
  });

  it('a line longer than any record is named', async () => {
    const text = `{"recordId":"A-1"}\n{"recordId":"${'x'.repeat(2_000_000)}"}\n`;
    expect(readable(await prepare(text))).toMatchObject({ faults: [{ code: 'ROW_TOO_LONG', line: 2 }] });
  });
});
