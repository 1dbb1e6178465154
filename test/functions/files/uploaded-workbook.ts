import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Column, Sheet } from '../../../functions/files/prepared.ts';

// A workbook as a desk keeps it: a second sheet with a chart of its own, colours, a merged title, formulas of both kinds,
// a hidden row, rules of colour, a list to choose from, a comment, a macro. Written by hand, so that a test sees every byte.

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Columns of the data sheet. Row 1 is a merged title, row 2 the headings, records from row 3. */
export const headings = ['记录编号', '证件号码', '数量', '备注'];
export const columns: readonly Column[] = headings.map((heading, at) => ({ at, heading }));
export const sheet: Sheet = { name: '数据', part: 'xl/worksheets/sheet1.xml', headingRow: 2 };

export const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.8"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"><alignment horizontal="left"/></xf><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><b/></font></dxf></dxfs></styleSheet>`;

const inline = (reference: string, text: string, style = 0): string =>
  `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;

export type Row = readonly (string | number | undefined)[];

/** A record's row as XML; undefined cells are not written. */
export const rowXml = (line: number, row: Row): string =>
  `<row r="${line}" spans="1:4">${row
    .map((cell, at) => {
      const reference = `${'ABCDEFGH'[at]}${line}`;
      if (cell === undefined) return '';
      return typeof cell === 'number'
        ? `<c r="${reference}"><v>${cell}</v></c>`
        : inline(reference, cell, at === 1 ? 1 : 0);
    })
    .join('')}</row>`;

export const headingRow = `<row r="2" spans="1:4" ht="24" customHeight="1">${headings.map((text, at) => inline(`${'ABCD'[at]}2`, text, 2)).join('')}</row>`;

export const sheetXml = (rows: string, lastLine: number): string =>
  `${declaration}<worksheet xmlns="${main}" xmlns:r="${officeRelations}"><sheetPr><tabColor rgb="FF00B050"/></sheetPr><dimension ref="A1:D${lastLine}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="2" max="2" width="24" style="1" customWidth="1"/><col min="4" max="16384" width="12" customWidth="1"/></cols><sheetData><row r="1">${inline('A1', '二〇二四年三月自查', 2)}</row>${headingRow}${rows}</sheetData><autoFilter ref="A2:D${lastLine}"/><mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells><conditionalFormatting sqref="C3:C${lastLine}"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>9</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="D3:D1048576"><formula1>"甲,乙"</formula1></dataValidation></dataValidations><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`;

export const records: readonly Row[] = [
  ['R-1', '110101199003070011', 3, '甲'],
  ['R-2', undefined, 7, '=cmd|"/c calc"!A1'],
  ['R-3', '11010119900307002X', 11, '乙 & <丙>'],
  ['R-4', '110101199003070038', 2, undefined],
];

/** The parts of a workbook of these rows; `over` replaces or adds some. */
export const workbookParts = (
  rows: string = records.map((row, at) => rowXml(at + 3, row)).join(''),
  over: Readonly<Record<string, string>> = {},
  lastLine = 6,
): Record<string, string> => ({
  '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/octet-stream"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
  '_rels/.rels': `${declaration}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${officeRelations}"><sheets><sheet name="数据" sheetId="1" r:id="rId1"/><sheet name="汇总" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="全部">数据!$A$3:$D$6</definedName></definedNames></workbook>`,
  'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${officeRelations}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${officeRelations}/styles" Target="styles.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': sheetXml(rows, lastLine),
  'xl/worksheets/sheet2.xml': `${declaration}<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" s="3"><f>SUM(数据!C3:C6)</f><v>23</v></c></row></sheetData></worksheet>`,
  'xl/styles.xml': styles,
  'customXml/item1.xml': `${declaration}<own kept="yes"/>`,
  ...over,
});

export const directory = (): string => mkdtempSync(join(tmpdir(), 'annotated-'));

export const writeWorkbook = (
  parts: Readonly<Record<string, string>>,
  path = join(directory(), '自查.xlsx'),
): string => {
  writeFileSync(path, zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));
  return path;
};

/** What is in a workbook, by the library that wrote it and not by ours. */
export const partsOf = (path: string): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [name, strFromU8(bytes)]));
