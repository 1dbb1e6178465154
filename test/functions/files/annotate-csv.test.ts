import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { annotateCsv } from '../../../functions/files/annotate-csv.ts';
import { AUDIT_HEADING } from '../../../functions/files/audit-column.ts';
import { encodeText } from '../../../functions/files/encode-text.ts';
import type { RowMark } from '../../../functions/files/marks.ts';
import type { Encoding } from '../../../functions/files/prepared.ts';
import { directory } from './uploaded-workbook.ts';

const mark = (line: number, zh = '须改正。'): RowMark => ({
  line,
  verdict: 'fault',
  reason: { zh, en: 'Mend it.' },
  cells: [],
});
const reason = '"错误：须改正。 Fault: Mend it."';

const annotate = async (
  bytes: Buffer,
  marks: readonly RowMark[],
  over: Partial<Parameters<typeof annotateCsv>[0]> = {},
) => {
  const [path, out] = [join(directory(), 'in.csv'), join(directory(), 'out.csv')];
  writeFileSync(path, bytes);
  const asked = {
    path,
    out,
    marks,
    encoding: 'utf-8',
    delimiter: ',',
    isGzipped: false,
    columns: [],
    headingLine: 1,
  } as const;
  const answer = await annotateCsv({ ...asked, ...over });
  return { answer, bytes: answer.annotated ? readFileSync(out) : Buffer.alloc(0) };
};

it('reasons stand at the end of their rows, and everything else keeps its bytes', async () => {
  const text = '\uFEFF编号,备注\r\n1,"a,""b""\r\nc"\r\n2,x\n\n3\r\n4,y';
  const { answer, bytes } = await annotate(Buffer.from(text), [mark(4), mark(6), mark(7)]);
  expect(answer).toEqual({ annotated: true, rows: 3, reasonsCut: 0, unplaced: 0, reasonsAt: 2 });
  expect(bytes.toString()).toBe(
    `\uFEFF编号,备注,"${AUDIT_HEADING}"\r\n1,"a,""b""\r\nc"\r\n2,x,${reason}\n\n3,,${reason}\r\n4,y,${reason}`,
  );
});

it('each encoding stays what it was, and the reason is written in it', async () => {
  const text = '编号;备注\r\n1;甲|乙😀\r\n2;"丙;\r\n"\r\n';
  for (const encoding of ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] satisfies Encoding[]) {
    const before = encodeText(text, encoding);
    expect(new TextDecoder(encoding).decode(before)).toBe(text);
    const { bytes } = await annotate(before, [mark(2, '镕😀')], { encoding, delimiter: ';' });
    expect(new TextDecoder(encoding, { fatal: true }).decode(bytes)).toBe(
      `编号;备注;"${AUDIT_HEADING}"\r\n1;甲|乙😀;"错误：镕😀 Fault: Mend it."\r\n2;"丙;\r\n"\r\n`,
    );
  }
});

it('a byte that is in the middle of a character of GB18030 is no delimiter', async () => {
  // 珅 is AB 7C there, and 7C alone is a vertical bar.
  const before = encodeText('编号|备注\n1|珅"x\n2|y\n', 'gb18030');
  expect(before.includes(Buffer.from([0x7c, 0x22]))).toBe(true);
  const { bytes } = await annotate(before, [mark(3)], { encoding: 'gb18030', delimiter: '|' });
  expect(new TextDecoder('gb18030').decode(bytes)).toBe(`编号|备注|"${AUDIT_HEADING}"\n1|珅"x\n2|y|${reason}\n`);
});

it('what was gzipped goes back gzipped', async () => {
  const { bytes } = await annotate(gzipSync('a,b\n1,2\n'), [mark(2)], { isGzipped: true });
  expect(gunzipSync(bytes).toString()).toBe(`a,b,"${AUDIT_HEADING}"\n1,2,${reason}\n`);
});

it('a reason is no formula, has no line break, and is cut where a cell ends', async () => {
  const { answer, bytes } = await annotate(Buffer.from('a\n1\n2\n'), [
    mark(2, '=cmd|"x"\n!A1'),
    mark(3, '长'.repeat(40_000)),
  ]);
  expect(answer).toMatchObject({ reasonsCut: 1 });
  const rows: string[][] = parse(bytes);
  expect(rows[1]![1]).toBe('错误：=cmd|"x" !A1 Fault: Mend it.');
  expect(rows[2]![1]).toMatch(/cut here）$/);
});

it('only the rows to fix, with all that stands above the records', async () => {
  const text = '自查\n编号,备注\nId,Remark\n1,a\n2,b\n3,c\n';
  const { bytes } = await annotate(Buffer.from(text), [mark(5)], { headingLine: 2, onlyMarkedFrom: 4 });
  expect(bytes.toString()).toBe(`自查\n编号,备注,"${AUDIT_HEADING}"\nId,Remark\n2,b,${reason}\n`);
});

it('a quote that is never closed takes what follows with it, and the marks that have no row are counted', async () => {
  const text = `a,b\n1,2\n3,"${'x\n'.repeat(10 * 2 ** 20)}`;
  const { answer, bytes } = await annotate(Buffer.from(text), [mark(2), mark(9)]);
  expect(answer).toMatchObject({ rows: 1, unplaced: 1 });
  expect(bytes.toString()).toBe(text.replace('a,b', `a,b,"${AUDIT_HEADING}"`).replace('1,2', `1,2,${reason}`));
});

it('a file that is too large is left alone, and the answer says so', async () => {
  const { answer } = await annotate(Buffer.from('a\n1\n'), [mark(2)], { maxBytes: 3 });
  expect(answer).toMatchObject({ annotated: false, fault: { code: 'FILE_TOO_LARGE_TO_MARK' } });
});

it('cells read the same before and after whatever they hold, twice is once, and no marks take all reasons away', async () => {
  const cell = fc.stringMatching(/^[a"甲 ,\r\n😀]{0,6}$/u);
  const row = fc.tuple(fc.array(cell, { minLength: 1, maxLength: 5 }), fc.boolean());
  const end = fc.constantFrom('\n', '\r\n', '\r');
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 8 }),
      end,
      fc.constantFrom<Encoding>('utf-8', 'gb18030', 'utf-16be'),
      async (made, ending, encoding) => {
        const quoted = (cells: readonly string[]) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',');
        let line = 2;
        const marks: RowMark[] = [];
        let text = `h1,h2,h3${ending}`;
        for (const [cells, isMarked] of made) {
          if (isMarked) marks.push(mark(line));
          const written = quoted(cells);
          text += written + ending;
          line += 1 + (written.match(/\r\n|\r|\n/g)?.length ?? 0);
        }
        const before = encodeText(text, encoding);
        const { answer, bytes } = await annotate(before, marks, { encoding });
        expect(answer).toMatchObject({ rows: marks.length, unplaced: 0, reasonsAt: 3 });
        const options = { relax_column_count: true, record_delimiter: ending };
        const rows: string[][] = parse(new TextDecoder(encoding).decode(bytes), options);
        for (const [at, [cells, isMarked]] of made.entries()) {
          const padded = [...cells, ...Array<string>(Math.max(0, 3 - cells.length)).fill('')];
          expect(rows[at + 1]).toEqual(isMarked ? [...padded, reason.slice(1, -1)] : cells);
        }
        const columns = ['h1', 'h2', 'h3', AUDIT_HEADING].map((heading, at) => ({ at, heading }));
        expect((await annotate(bytes, marks, { encoding, columns })).bytes).toEqual(bytes);
        const cleared = await annotate(bytes, [], { encoding, columns });
        const left: string[][] = parse(new TextDecoder(encoding).decode(cleared.bytes), options);
        expect(left.flat().filter((one) => one.startsWith('错误'))).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});
