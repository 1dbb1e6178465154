import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { AUDIT_HEADING } from '../../../functions/files/audit-column.ts';
import { keptLines } from '../../../functions/files/kept-lines.ts';
import type { RowMark } from '../../../functions/files/marks.ts';
import { workbookRowsToFix } from '../../../functions/files/rows-to-fix.ts';
import {
  columns,
  directory,
  headings,
  partsOf,
  type Row,
  records,
  rowXml,
  sheet,
  workbookParts,
  writeWorkbook,
} from './uploaded-workbook.ts';

const said = { zh: '须改正。', en: 'To be corrected.' };
const mark = (line: number): RowMark => ({
  line,
  verdict: 'fault',
  reason: said,
  cells: [{ at: 1, as: 'fault', text: said }],
});

const toFix = async (parts: Readonly<Record<string, string>>, marks: readonly RowMark[], over = {}) => {
  const out = join(directory(), 'out.xlsx');
  const path = writeWorkbook(parts);
  const answer = await workbookRowsToFix({ path, sheet, columns, marks, out, recordsFrom: 3, ...over });
  return { answer, path, out };
};

const read = async (path: string) => {
  const { sheets } = await readXlsx(readFileSync(path), { readStyles: true });
  const data = sheets.find(({ name }) => name === '数据')!;
  return {
    sheets,
    rows: data.rows,
    comment: (line: number, at: number) => data.cells?.get(`${line - 1},${at}`)?.comment?.text,
  };
};

const reason = '错误：须改正。\nFault: To be corrected.';

it('only the marked rows are there, below the headings, with their reasons and comments; other sheets stay', async () => {
  const { answer, path, out } = await toFix(workbookParts(), [mark(4), mark(6)]);
  expect(answer).toMatchObject({ annotated: true, rows: 2, formulasWithoutValue: 0 });
  const { rows, comment } = await read(out);
  expect(rows.map((row) => row.slice(0, 5))).toEqual([
    ['二〇二四年三月自查', null, null, null, null],
    [...headings, AUDIT_HEADING],
    ['R-2', null, 7, '=cmd|"/c calc"!A1', reason],
    ['R-4', '110101199003070038', 2, null, reason],
  ]);
  expect([comment(3, 1), comment(4, 1), comment(6, 1)]).toEqual([
    expect.stringContaining('须改正'),
    expect.stringContaining('须改正'),
    undefined,
  ]);
  for (const name of ['xl/workbook.xml', 'xl/worksheets/sheet2.xml', 'customXml/item1.xml']) {
    expect(partsOf(out)[name]).toBe(partsOf(path)[name]);
  }
  const xml = partsOf(out)['xl/worksheets/sheet1.xml']!;
  expect(xml).toContain('<dimension ref="A1:E4"/>');
  expect(xml).toContain('<autoFilter ref="A2:D4"');
  expect(xml).toContain('<conditionalFormatting sqref="C3:C4">');
  expect(xml).toContain('sqref="D3:D1048576"');
  expect(existsSync(`${out}.marked`)).toBe(false);
});

it('formulas become their values, hidden rows are shown, and the order of computing is left to Excel', async () => {
  const row = (line: number, rest: string) =>
    `<row r="${line}" hidden="1"><c r="A${line}" t="str"><f>"R"&amp;${line}</f><v>R${line}</v></c>${rest}</row>`;
  const rows = [
    row(3, '<c r="B3"><f t="shared" ref="B3:B5" si="0">C3*2</f><v>6</v></c>'),
    row(4, '<c r="B4"><f t="shared" si="0"/><v>8</v></c>'),
    row(5, '<c r="B5"><f t="shared" si="0"/></c>'),
  ].join('');
  const parts = workbookParts(rows, {}, 5);
  const types = parts['[Content_Types].xml']!.replace(
    '</Types>',
    '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
  );
  const relations = parts['xl/_rels/workbook.xml.rels']!.replace(
    '</Relationships>',
    '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
  );
  const { answer, out } = await toFix(
    {
      ...parts,
      '[Content_Types].xml': types,
      'xl/_rels/workbook.xml.rels': relations,
      'xl/calcChain.xml': '<calcChain/>',
    },
    [mark(4), mark(5)],
  );
  expect(answer).toMatchObject({ formulasWithoutValue: 1 });
  expect((await read(out)).rows.slice(2).map((cells) => cells.slice(0, 2))).toEqual([
    ['R4', 8],
    ['R5', null],
  ]);
  const after = partsOf(out);
  expect(after['xl/worksheets/sheet1.xml']).not.toMatch(/<f[\s/>]|hidden="1"/);
  expect(after['xl/calcChain.xml']).toBeUndefined();
  expect(after['[Content_Types].xml'] + after['xl/_rels/workbook.xml.rels']!).not.toContain('calcChain');
});

it('a list of Excel’s shrinks with its rows, loses its totals, and keeps one row where none is left', async () => {
  const parts = workbookParts(undefined, {
    'xl/tables/table1.xml':
      '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="T" displayName="T" ref="A2:D6" totalsRowCount="1"><autoFilter ref="A2:D5"><filterColumn colId="0"/></autoFilter><tableColumns count="4"/></table>',
    'xl/worksheets/_rels/sheet1.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>',
  });
  const table = async (marks: readonly RowMark[]) => partsOf((await toFix(parts, marks)).out)['xl/tables/table1.xml'];
  expect(await table([mark(3), mark(5)])).toContain(
    'displayName="T" ref="A2:D4"><autoFilter ref="A2:D4"></autoFilter>',
  );
  expect(await table([])).toContain('ref="A2:D3"');
});

it('merged cells, links and lists go with their rows, and are gone with them', async () => {
  const name = 'xl/worksheets/sheet1.xml';
  const parts = workbookParts();
  const xml = parts[name]!.replace(
    '<mergeCell ref="A1:D1"/>',
    '<mergeCell ref="A1:D1"/><mergeCell ref="A3:B3"/><mergeCell ref="A5:B6"/>',
  )
    .replace('sqref="D3:D1048576"', 'sqref="D3 D5"')
    .replace('<pageMargins', '<hyperlinks><hyperlink ref="A4" location="x"/></hyperlinks><pageMargins');
  const after = partsOf((await toFix({ ...parts, [name]: xml }, [mark(5)])).out)[name]!;
  expect(after).toContain('<mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="A3:B3"/></mergeCells>');
  expect(after).toContain('sqref="D3"');
  expect(after).not.toContain('hyperlink');
});

it('rows kept are the marked ones and read as they did, whatever is marked', async () => {
  const rows: readonly Row[] = Array.from({ length: 12 }, (_, at) => [
    `R-${at}`,
    records[at % 4]![1],
    at,
    records[at % 4]![3],
  ]);
  const xml = rows.map((row, at) => rowXml(at + 3, row)).join('');
  await fc.assert(
    fc.asyncProperty(fc.subarray([...rows.keys()]), async (chosen) => {
      const { path, out } = await toFix(
        workbookParts(xml, {}, 14),
        chosen.map((at) => mark(at + 3)),
      );
      const [before, after] = [await read(path), await read(out)];
      const cells = (row: readonly unknown[] | undefined) => [0, 1, 2, 3].map((at) => row?.[at] ?? null);
      expect(after.rows.slice(2).map(cells)).toEqual(chosen.map((at) => cells(before.rows[at + 2])));
      expect(after.rows.slice(2).map((row) => row[4])).toEqual(chosen.map(() => reason));
    }),
    { numRuns: 15 },
  );
});

it('an area moves with the rows that are left of it', () => {
  const lines = keptLines([5, 8, 9], 3, 10);
  expect(['A1:B2', 'A3:A10', 'A4', 'A5', 'A8:B9', 'C6:C7', 'D3:D999', 'D50:D60', 'A:C'].map(lines.area)).toEqual([
    'A1:B2',
    'A3:A5',
    undefined,
    'A3',
    'A4:B5',
    undefined,
    'D3:D999',
    'D50:D60',
    'A:C',
  ]);
  expect([lines.areas('A4 A5'), lines.areas('A4'), lines.line(2), lines.line(9), lines.line(10)]).toEqual([
    'A3',
    undefined,
    2,
    5,
    undefined,
  ]);
});

it('what cannot be marked is not cut either', async () => {
  const { answer, out } = await toFix(workbookParts(), [mark(4)], { maxBytes: 10 });
  expect(answer).toMatchObject({ annotated: false, fault: { code: 'WORKBOOK_TOO_LARGE_TO_MARK' } });
  expect(existsSync(out)).toBe(false);
});
