import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { annotateWorkbook } from '../../../functions/files/annotate-workbook.ts';
import { AUDIT_HEADING, mostCharacters } from '../../../functions/files/audit-column.ts';
import { withBoxes } from '../../../functions/files/cell-notes.ts';
import type { Grade, RowMark } from '../../../functions/files/marks.ts';
import {
  columns,
  directory,
  headings,
  partsOf,
  type Row,
  records,
  rowXml,
  sheet,
  sheetXml,
  styles,
  workbookParts,
  writeWorkbook,
} from './uploaded-workbook.ts';

const said = { zh: '须改正。', en: 'To be corrected.' };

const mark = (line: number, as: Grade, ...cells: readonly number[]): RowMark => ({
  line,
  verdict: as,
  reason: said,
  cells: cells.map((at) => ({ at, as, text: said })),
});

const withAudit = [...columns, { at: columns.length, heading: AUDIT_HEADING }];

const annotate = async (
  parts: Readonly<Record<string, string>> | string,
  marks: Iterable<RowMark>,
  over: Partial<Parameters<typeof annotateWorkbook>[0]> = {},
) => {
  const path = typeof parts === 'string' ? parts : writeWorkbook(parts);
  const out = join(directory(), 'out.xlsx');
  const answer = await annotateWorkbook({ path, sheet, columns, marks, out, ...over });
  return { answer, path, out };
};

/** Cells of the data sheet by a reader that is not ours, and what hangs on them. */
const read = async (path: string) => {
  const { sheets } = await readXlsx(readFileSync(path), { readStyles: true });
  const data = sheets.find(({ name }) => name === '数据')!;
  const at = (line: number, column: number) => data.cells?.get(`${line - 1},${column}`);
  return {
    sheets,
    value: (line: number, column: number) => data.rows[line - 1]?.[column] ?? null,
    comment: (line: number, column: number) => at(line, column)?.comment?.text,
    fill: (line: number, column: number) => {
      const fill = at(line, column)?.style?.fill;
      return fill?.type === 'pattern' && fill.pattern === 'solid' ? fill.fgColor?.rgb?.slice(-6) : undefined;
    },
    lastLine: data.rows.length,
  };
};

it('marked cells get a colour and a comment, their row a reason, and nothing else of the workbook changes', async () => {
  const { answer, path, out } = await annotate(workbookParts(), [
    mark(3, 'violation', 2),
    mark(4, 'fault', 1),
    mark(6, 'undetermined', 3),
  ]);
  expect(answer).toEqual({
    annotated: true,
    rows: 3,
    cells: 3,
    reasonsCut: 0,
    reasonsAt: 4,
    comments: 3,
    cellsWithoutComment: 0,
  });
  const sheetOut = await read(out);
  expect(sheetOut.value(2, 4)).toBe(AUDIT_HEADING);
  expect([3, 4, 5, 6].map((line) => sheetOut.value(line, 4))).toEqual([
    '违规：须改正。\nViolation: To be corrected.',
    '错误：须改正。\nFault: To be corrected.',
    null,
    '无法判定：须改正。\nUndetermined: To be corrected.',
  ]);
  expect([sheetOut.fill(3, 2), sheetOut.fill(4, 1), sheetOut.fill(6, 3), sheetOut.fill(5, 2)]).toEqual([
    'FFD3A1',
    'FFB3B8',
    'FFF2A8',
    undefined,
  ]);
  expect(sheetOut.comment(3, 2)).toContain('违规：须改正。');

  const [before, after] = [partsOf(path), partsOf(out)];
  const changed = Object.keys(after).filter((name) => before[name] !== after[name]);
  expect(changed.sort()).toEqual([
    '[Content_Types].xml',
    'xl/comments1.xml',
    'xl/drawings/vmlDrawing1.vml',
    'xl/styles.xml',
    'xl/worksheets/_rels/sheet1.xml.rels',
    'xl/worksheets/sheet1.xml',
  ]);
});

it('what stands around the rows stays as it was: filter, merged cells, rules, lists; the dimension reaches the reasons', async () => {
  const { path, out } = await annotate(workbookParts(), [mark(3, 'fault', 0)]);
  const name = 'xl/worksheets/sheet1.xml';
  const tail = (xml: string) => xml.slice(xml.indexOf('</sheetData>')).replace(/<legacyDrawing[^>]*>/, '');
  expect(tail(partsOf(out)[name]!)).toBe(tail(partsOf(path)[name]!));
  expect(partsOf(out)[name]).toContain('<dimension ref="A1:E6"/>');
  expect(partsOf(out)[name]).toContain('<row r="2" spans="1:5" ht="24" customHeight="1">');
});

it('an earlier answer is replaced: the same marks twice give the same workbook, and no marks take the colours off', async () => {
  const marks = [mark(3, 'violation', 2), mark(4, 'fault', 1)];
  const { path, out } = await annotate(workbookParts(), marks);
  const { out: again } = await annotate(out, marks, { columns: withAudit });
  expect(partsOf(again)).toEqual(partsOf(out));

  const { out: corrected } = await annotate(out, [mark(5, 'fault', 0)], { columns: withAudit });
  const sheetOut = await read(corrected);
  expect([3, 4, 5].map((line) => sheetOut.value(line, 4) !== null)).toEqual([false, false, true]);
  expect([sheetOut.fill(3, 2), sheetOut.fill(4, 1), sheetOut.fill(5, 0)]).toEqual([undefined, undefined, 'FFB3B8']);
  expect(sheetOut.comment(3, 2)).toBeUndefined();
  // The colour that the cell had before the first answer is there again: its style is the first one.
  expect(partsOf(corrected)['xl/worksheets/sheet1.xml']).toContain('<c r="B4" s="1"/>');
  expect((await read(path)).sheets.length).toBe(sheetOut.sheets.length);
});

it('every unmarked cell reads the same before and after, and every marked row has its reason, whatever the rows', async () => {
  const cell = fc.option(
    fc.oneof(fc.integer({ min: -9999, max: 9999 }), fc.string({ maxLength: 12, unit: 'grapheme' })),
    {
      nil: undefined,
    },
  );
  const legal = (row: readonly (string | number | undefined)[]): Row =>
    row.map((one) => (typeof one === 'string' ? one.replace(/[\p{Cc}\p{Cn}\p{Cs}]/gu, '') || '空' : one));
  const grade = fc.constantFrom<Grade>('fault', 'violation', 'undetermined');
  const rows = fc.array(
    fc.tuple(fc.array(cell, { minLength: 4, maxLength: 4 }), fc.option(fc.tuple(grade, fc.subarray([0, 1, 2, 3])))),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  await fc.assert(
    fc.asyncProperty(rows, async (made) => {
      const xml = made.map(([row], at) => rowXml(at + 3, legal(row))).join('');
      const marks = made.flatMap(([, marked], at) => (marked ? [mark(at + 3, marked[0], ...marked[1])] : []));
      const { path, out } = await annotate(workbookParts(xml, {}, made.length + 2), marks);
      const [before, after] = [await read(path), await read(out)];
      for (const [at, [, marked]] of made.entries()) {
        const line = at + 3;
        for (const column of headings.keys()) {
          expect(after.value(line, column)).toEqual(before.value(line, column));
          if (!marked?.[1].includes(column)) expect(after.fill(line, column)).toEqual(before.fill(line, column));
        }
        expect(after.value(line, 4) !== null).toBe(marked !== null);
      }
      const { out: again } = await annotate(out, marks, { columns: withAudit });
      expect(partsOf(again)).toEqual(partsOf(out));
      const [given, got] = [partsOf(path), partsOf(out)];
      for (const name of ['xl/workbook.xml', 'xl/worksheets/sheet2.xml', 'customXml/item1.xml', '_rels/.rels']) {
        expect(got[name]).toBe(given[name]);
      }
    }),
    { numRuns: 40 },
  );
});

it('a reason may hold anything: a formula, an emoji, control characters, more than a cell holds', async () => {
  const reasons = ['=cmd|"/c calc"!A1', '😀<&>"', 'a\u0000b\u0007c\uD800d', `${'长'.repeat(40_000)}`];
  const marks = reasons.map((zh, at) => ({ ...mark(at + 3, 'fault'), reason: { zh, en: 'x' } }));
  const { answer, out } = await annotate(workbookParts(), marks);
  expect(answer).toMatchObject({ annotated: true, rows: 4, reasonsCut: 1 });
  const { value } = await read(out);
  expect(value(3, 4)).toBe('错误：=cmd|"/c calc"!A1\nFault: x');
  expect(value(4, 4)).toBe('错误：😀<&>"\nFault: x');
  expect(value(5, 4)).toBe('错误：abcd\nFault: x');
  expect(String(value(6, 4)).length).toBe(mostCharacters);
  expect(value(6, 4)).toMatch(/已截断 \/ cut here/);
});

it('the first thousand marked cells have comments, and the heading says how many have none', async () => {
  const many = Array.from({ length: 400 }, (_, at): Row => [`R-${at}`, 'x', at, 'y']);
  const xml = many.map((row, at) => rowXml(at + 3, row)).join('');
  const marks = many.map((_, at) => mark(at + 3, 'fault', 0, 1, 2));
  const { answer, out } = await annotate(workbookParts(xml, {}, 402), marks);
  expect(answer).toMatchObject({ cells: 1200, comments: 1000, cellsWithoutComment: 200 });
  const { comment } = await read(out);
  expect(comment(2, 4)).toContain('另有 200 个标记的单元格没有批注');
  expect(comment(3, 0)).toBeDefined();
  expect(comment(402, 2)).toBeUndefined();
});

const mine = `<?xml version="1.0"?><comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Desk</author></authors><commentList><comment ref="C3" authorId="0"><text><t>my own</t></text></comment></commentList></comments>`;
const myBox = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="3"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s3073" type="#_x0000_t202"><v:textbox><div><font>old<br></font></div></v:textbox><x:ClientData ObjectType="Note"><x:Row>2</x:Row><x:Column>2</x:Column></x:ClientData></v:shape></xml>`;
const relations = (targets: readonly (readonly [id: string, type: string, target: string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(([id, type, target]) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`;

it('comments of the uploader are kept, ours stand beside them, and none is written over', async () => {
  const parts = workbookParts(undefined, {
    'xl/comments1.xml': mine,
    'xl/drawings/vmlDrawing1.vml': myBox,
    'xl/worksheets/_rels/sheet1.xml.rels': relations([
      ['rId1', 'comments', '../comments1.xml'],
      ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
    ]),
  });
  const name = 'xl/worksheets/sheet1.xml';
  const withBox = {
    ...parts,
    [name]: parts[name]!.replace('</worksheet>', '<legacyDrawing r:id="rId2"/></worksheet>'),
  };
  const { answer, out } = await annotate(withBox, [mark(3, 'fault', 1, 2)]);
  expect(answer).toMatchObject({ cells: 2, comments: 1, cellsWithoutComment: 1 });
  const { comment } = await read(out);
  expect([comment(3, 1), comment(3, 2)]).toEqual([expect.stringContaining('错误'), 'my own']);
  const after = partsOf(out);
  expect(after[name]!.match(/<legacyDrawing/g)).toHaveLength(1);
  expect(after['xl/worksheets/_rels/sheet1.xml.rels']).toBe(parts['xl/worksheets/_rels/sheet1.xml.rels']);
  expect(after['xl/drawings/vmlDrawing1.vml']).toContain('<div><font>old<br></font></div>');
  expect(after['xl/drawings/vmlDrawing1.vml']).toContain('_x0000_s3074');

  const { out: cleared } = await annotate(out, [], { columns: withAudit });
  expect(partsOf(cleared)['xl/comments1.xml']).toContain('my own');
  expect(partsOf(cleared)['xl/comments1.xml']).not.toContain('错误：须');
  expect(partsOf(cleared)['xl/drawings/vmlDrawing1.vml']!.match(/<v:shape /g)).toHaveLength(2);
});

it('boxes of comments take the prefixes of the drawing they come into', () => {
  const drawing = myBox.replace(/\b([vox])(:|=")/g, 'n$1$2');
  const made = withBoxes(drawing, [{ at: 1, line: 3, text: 'x: y' }], new Set())!;
  expect(made.match(/<nv:shape /g)).toHaveLength(2);
  expect(made.match(/[< /][vox]:\w/g)).toBeNull();
  expect(made).toContain('<nx:Row>2</nx:Row><nx:Column>1</nx:Column>');
  expect(withBoxes(made, [], new Set(['B3']))!.match(/<nv:shape /g)).toHaveLength(1);
});

it('elements with a prefix, and rows and cells without a place of their own, are counted as they stand', async () => {
  const xml = sheetXml(
    '<row><c t="inlineStr"><is><t>R-1</t></is></c><c><v>1</v></c><c r="D3"><v>4</v></c></row><!-- <row r="9"> --><row><c><v>5</v></c></row>',
    4,
  )
    .replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2')
    .replace('xmlns=', 'xmlns:x=');
  const { answer, out } = await annotate(workbookParts('', { 'xl/worksheets/sheet1.xml': xml }), [
    mark(3, 'fault', 1, 2),
    mark(4, 'violation', 0),
  ]);
  expect(answer).toMatchObject({ annotated: true, cells: 3, reasonsAt: 4 });
  const { value, fill } = await read(out);
  expect([0, 1, 2, 3].map((at) => value(3, at))).toEqual(['R-1', 1, null, 4]);
  expect([fill(3, 1), fill(3, 2), fill(4, 0)]).toEqual(['FFB3B8', 'FFB3B8', 'FFD3A1']);
  expect(value(4, 4)).toContain('违规');
});

it('a shared formula, its value and a cell typed as text are untouched by the colour', async () => {
  const row =
    '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3"><f t="shared" ref="B3:B4" si="0">1+1</f><v>2</v></c><c r="C3" t="str"><f>A1&gt;"x"</f><v>y</v></c></row>';
  const { out } = await annotate(workbookParts(row, {}, 3), [mark(3, 'fault', 1, 2)]);
  const xml = partsOf(out)['xl/worksheets/sheet1.xml'];
  expect(xml).toMatch(
    /<c r="A3" t="s"><v>0<\/v><\/c><c r="B3" s="\d+"><f t="shared" ref="B3:B4" si="0">1\+1<\/f><v>2<\/v><\/c>/,
  );
  expect(xml).toMatch(/<c r="C3" t="str" s="\d+"><f>A1&gt;"x"<\/f><v>y<\/v><\/c>/);
});

it('reasons stand right of cells that have no heading, and of merged cells', async () => {
  const stray = '<row r="3"><c r="A3"><v>1</v></c><c r="G3"><v>2</v></c></row>';
  expect((await annotate(workbookParts(stray, {}, 3), [mark(3, 'fault', 0)])).answer).toMatchObject({ reasonsAt: 7 });
  const looks = '<row r="3"><c r="A3"><v>1</v></c><c r="G3" s="1"/></row>';
  expect((await annotate(workbookParts(looks, {}, 3), [mark(3, 'fault', 0)])).answer).toMatchObject({ reasonsAt: 4 });
});

it('a workbook without styles gets the few that are needed', async () => {
  const { 'xl/styles.xml': _, ...parts } = workbookParts(rowXml(3, [1, 2]).replaceAll(/ s="\d"/g, ''));
  const types = parts['[Content_Types].xml']!.replace(/<Override PartName="\/xl\/styles.xml"[^>]*>/, '');
  const { out } = await annotate(
    {
      ...parts,
      '[Content_Types].xml': types,
      'xl/_rels/workbook.xml.rels': relations([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
      ]),
      'xl/worksheets/sheet1.xml': parts['xl/worksheets/sheet1.xml']!.replaceAll(/ s="\d"| style="\d"/g, ''),
    },
    [mark(3, 'fault', 1)],
  );
  expect((await read(out)).fill(3, 1)).toBe('FFB3B8');
});

it('a workbook whose first style has parts of its own, as LibreOffice writes it, is marked as others are', async () => {
  const parts = workbookParts(rowXml(3, [1, 2]));
  const wordy = parts['xl/styles.xml']!.replace(
    /(<cellXfs[^>]*>)<xf ([^>]*?)\/>/,
    '$1<xf $2><alignment vertical="bottom"/></xf>',
  );
  expect(wordy).toContain('<alignment vertical="bottom"/></xf>');
  const { out } = await annotate({ ...parts, 'xl/styles.xml': wordy }, [mark(3, 'fault', 1)]);
  expect((await read(out)).fill(3, 1)).toBe('FFB3B8');
});

it('a workbook that cannot be marked is left alone, and the answer says why', async () => {
  const name = 'xl/worksheets/sheet1.xml';
  const xml = sheetXml(rowXml(3, records[0]!), 3);
  const refused = async (parts: Readonly<Record<string, string>>, over = {}) => {
    const { answer, out } = await annotate(parts, [mark(3, 'fault', 0)], over);
    expect(existsSync(out) || existsSync(`${out}.unfinished`)).toBe(false);
    return 'fault' in answer ? answer.fault.code : answer;
  };
  expect(await refused(workbookParts(), { maxBytes: 100 })).toBe('WORKBOOK_TOO_LARGE_TO_MARK');
  const strict = xml.replace(
    'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    'http://purl.oclc.org/ooxml/spreadsheetml/main',
  );
  expect(await refused(workbookParts('', { [name]: strict }))).toBe('STRICT_WORKBOOK_NOT_MARKED');
  expect(await refused(workbookParts('<row r="3"><c r="XFD3"><v>1</v></c></row>'))).toBe('NO_COLUMN_FOR_REASONS');
  expect(await refused(workbookParts('', { [name]: xml.slice(0, xml.indexOf('</row></sheetData>')) }))).toBe(
    'WORKBOOK_PART_NOT_MARKABLE',
  );
  expect(await refused(workbookParts('', { [name]: xml.replace('UTF-8', 'GBK') }))).toBe('WORKBOOK_PART_NOT_MARKABLE');
  expect(await refused(workbookParts(undefined, { 'xl/styles.xml': styles.replace('UTF-8', 'UTF-16') }))).toBe(
    'WORKBOOK_PART_NOT_MARKABLE',
  );
});

it('a part that says one thing at its place and another in the directory is named, and nobody waits for it', async () => {
  const path = writeWorkbook(workbookParts());
  const bytes = readFileSync(path);
  const local = bytes.indexOf('xl/worksheets/sheet1.xml') - 30;
  bytes.writeUInt32LE(bytes.readUInt32LE(local + 22) + 1, local + 22);
  writeFileSync(path, bytes);
  const { answer, out } = await annotate(path, [mark(3, 'fault', 0)]);
  expect(answer).toMatchObject({
    annotated: false,
    fault: { code: 'WORKBOOK_PART_NOT_MARKABLE', found: 'xl/worksheets/sheet1.xml' },
  });
  expect(existsSync(out) || existsSync(`${out}.unfinished`)).toBe(false);
});

it('marks out of order are a mistake of ours and never half a copy', async () => {
  const marks = [mark(4, 'fault', 0), mark(3, 'fault', 0)];
  const out = join(directory(), 'out.xlsx');
  const asked = annotateWorkbook({ path: writeWorkbook(workbookParts()), sheet, columns, marks, out });
  await expect(asked).rejects.toThrow('marks are out of order');
  expect(existsSync(out) || existsSync(`${out}.unfinished`)).toBe(false);
});
