import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { codesOf, prepare, readable, slicesOf } from './written.ts';

/** The few characters that these tests write, as GB18030 has them: two bytes each, and four for the rare one. */
const gb: Readonly<Record<string, readonly number[]>> = {
  记: [0xbc, 0xc7],
  录: [0xc2, 0xbc],
  编: [0xb1, 0xe0],
  号: [0xba, 0xc5],
  开: [0xbf, 0xaa],
  户: [0xbb, 0xa7],
  时: [0xca, 0xb1],
  间: [0xbc, 0xe4],
  联: [0xc1, 0xaa],
  通: [0xcd, 0xa8],
  𠮷: [0x95, 0x34, 0xb2, 0x35],
};
const gb18030 = (text: string) => Buffer.from([...text].flatMap((char) => gb[char] ?? [...Buffer.from(char)]));

const table = '记录编号,开户时间,备注\nA-1,2023-04-01 09:10,联通𠮷\n';

describe('the encoding of a text', () => {
  it.each([
    ['UTF-8', 'utf-8', Buffer.from(table)],
    ['UTF-8 with a mark', 'utf-8', Buffer.from(`\ufeff${table}`)],
    ['GB18030, as Excel in Chinese saves CSV', 'gb18030', gb18030(table)],
    ['GB18030 with a mark', 'gb18030', Buffer.concat([Buffer.from([0x84, 0x31, 0x95, 0x33]), gb18030(table)])],
    ['UTF-16 with a mark, as Excel saves Unicode text', 'utf-16le', Buffer.from(`\ufeff${table}`, 'utf16le')],
    ['UTF-16 without a mark', 'utf-16le', Buffer.from(table, 'utf16le')],
    ['UTF-16 of the other order', 'utf-16be', Buffer.from(`\ufeff${table}`, 'utf16le').swap16()],
    ['UTF-16 of the other order without a mark', 'utf-16be', Buffer.from(table, 'utf16le').swap16()],
  ])('is told by its bytes: %s', async (_, encoding, bytes) => {
    for (const sent of [bytes, gzipSync(bytes)]) {
      const file = readable(await prepare(sent));
      expect(file).toMatchObject({ encoding, faults: [], firstLine: 2 });
      expect(slicesOf(file)).toEqual(['A-1,2023-04-01 09:10,联通𠮷\n']);
    }
  });

  it('may show only far below: what began as ASCII is read again as GB18030', async () => {
    const head = `recordId,openedAt,note\n${'A-1,2023-04-01 09:10,\n'.repeat(60_000)}`;
    const file = readable(await prepare(Buffer.concat([Buffer.from(head), gb18030('A-2,2023-04-01 09:10,联通\n')])));
    expect(file.encoding).toBe('gb18030');
    expect(slicesOf(file).join('').slice(-24)).toBe('A-2,2023-04-01 09:10,联通\n');
  });

  it('that was UTF-8 up to a line is not guessed anew: the file is damaged there', async () => {
    const start = Buffer.from(`${table}A-2,2023-04-01 09:10,联`);
    expect(await prepare(start.subarray(0, -1))).toMatchObject({ faults: [{ code: 'BROKEN_TEXT', line: 3 }] });
    const joined = Buffer.concat([Buffer.from(table), gb18030('A-2,2023-04-01 09:10,联通\n')]);
    expect(await prepare(joined)).toMatchObject({ faults: [{ code: 'BROKEN_TEXT', line: 3 }] });
    const far = Buffer.from(`${table}${'A-3,2023-04-01 09:10,通\n'.repeat(100_000)}`);
    expect(await prepare(Buffer.concat([far, gb18030('联通\n')]))).toMatchObject({
      faults: [{ code: 'BROKEN_TEXT' }],
    });
  });

  it('of no kind is said to be none, with the line', async () => {
    const bytes = Buffer.concat([gb18030(table), Buffer.from([0xff, 0xff, 0xff])]);
    expect(await prepare(bytes)).toMatchObject({ faults: [{ code: 'WRONG_ENCODING', line: 3 }] });
  });

  it('has no zero bytes: a file filled up with them was not written to its end', async () => {
    const bytes = Buffer.concat([Buffer.from(table), Buffer.alloc(10_000)]);
    expect(await prepare(bytes)).toMatchObject({ faults: [{ code: 'ZERO_BYTES', line: 3 }] });
    expect(codesOf(await prepare(Buffer.alloc(10_000)))).toEqual(['ZERO_BYTES']);
  });

  it('holds over the megabytes in which it is read: no character is torn', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, at) => `A-${at},2023-04-01 09:10,${'联𠮷é'.repeat(1 + (at % 3))}\n`,
    );
    const text = `记录编号,开户时间,备注\n${rows.join('')}`;
    for (const bytes of [Buffer.from(text), Buffer.from(text, 'utf16le')]) {
      expect(slicesOf(await prepare(bytes)).join('')).toBe(rows.join(''));
    }
  });
});
