import { type CellStyle, type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Contract } from '../../events/contract.ts';
import { letters, noTime, withColumnStyles } from './column-styles.ts';
import { choicesOf, exampleRow, headingRows } from './template-cells.ts';
import { guideOf } from './template-guide.ts';
import { dataSheet, guideSheet, listsSheet, templateSheet } from './template-marks.ts';
import { templateOf, templateRows } from './template-version.ts';

type FontStyle = NonNullable<CellStyle['font']>;
type Example = Readonly<Record<string, unknown>>;
type Cells = NonNullable<WriteSheet['cells']>;

/** So many rows offer their lists; all there are have the columns’ formats. */
const offered = 10_000;
const firstRow = 3;

const fill = (rgb: string): CellStyle => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } } });
/** Whole in every style: what a font leaves out is each program’s own guess. */
const font: FontStyle = { name: '等线', size: 11 };
const heading: CellStyle = {
  font: { ...font, bold: true },
  ...fill('DDEBF7'),
  alignment: { wrapText: true, vertical: 'top' },
};
const required: CellStyle = { ...heading, ...fill('FCE4D6') };
const wrapped: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };
const text: CellStyle = { numFmt: '@' };
const shownExample: CellStyle = { font: { ...font, italic: true, color: { rgb: '7F7F7F' } } };

/** Columns of text, and of whatever a spreadsheet would make a number or a day of its own of. */
const isText = (type: string): boolean => type !== 'integer' && type !== 'number';

const widthOf = (...texts: readonly string[]): number => {
  const shown = texts.map((one) => [...one].reduce((sum, letter) => sum + (letter > '\u2E7F' ? 2 : 1), 0));
  return Math.min(30, Math.max(12, ...shown) + 2);
};

const guide = (contract: Contract, example: Example): WriteSheet => {
  const { title, notes, headings, rows } = guideOf(contract, example);
  const above = [[title], ...notes.flatMap(({ zh, en }) => [[zh], [en]]), []];
  const cells: Cells = new Map([['0,0', { style: { font: { ...font, bold: true, size: 14 } } }]]);
  for (let at = 0; at < headings.length; at += 1) cells.set(`${above.length},${at}`, { style: heading });
  rows.forEach((row, n) => {
    for (let at = 0; at < row.length; at += 1) cells.set(`${above.length + 1 + n},${at}`, { style: wrapped });
  });
  const widths = [18, 24, 22, 16, 22, 34, 34, 40, 26, 12, 24];
  return {
    name: guideSheet,
    columns: widths.map((width) => ({ width })),
    rows: [...above, [...headings], ...rows.map((row) => [...row])],
    cells,
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
};

/** Each column that has a list to choose from, and the list. */
const listsOf = ({ fields }: Contract) =>
  Object.values(fields).flatMap((field, at) => {
    const choices = choicesOf(field);
    return choices.length === 0 ? [] : [{ at, choices }];
  });

/** One list a column. They stand in a sheet of their own, as a list within a rule is cut at 255 characters. */
const lists = (contract: Contract): WriteSheet => {
  const own = listsOf(contract);
  const longest = Math.max(...own.map(({ choices }) => choices.length), 1);
  const rows = Array.from({ length: longest }, (_, n) => own.map(({ choices }) => choices[n] ?? null));
  return { name: listsSheet, rows, hidden: true };
};

const choosing = (contract: Contract): DataValidation[] =>
  listsOf(contract).map(({ at, choices }, list) => {
    const column = letters(at + 1);
    return {
      type: 'list',
      formula1: `${listsSheet}!$${letters(list + 1)}$1:$${letters(list + 1)}$${choices.length}`,
      range: `${column}${firstRow}:${column}${firstRow + offered - 1}`,
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: '不在列表中 Not on the list',
      errorMessage: '请从下拉列表中选择，或留空。Pick one of the list, or leave it blank.',
    };
  });

const data = (contract: Contract, example: Example): WriteSheet => {
  const [zh, en] = headingRows(contract);
  const cells: Cells = new Map();
  const columns = Object.values(contract.fields).map((field, at) => {
    const style = zh![at]!.endsWith('*') ? required : heading;
    cells.set(`0,${at}`, { style });
    cells.set(`1,${at}`, { style: { ...style, font } });
    const own = isText(field.type) ? text : {};
    cells.set(`2,${at}`, { style: { ...own, ...shownExample } });
    // Of this blank cell the whole column takes its style.
    if (isText(field.type)) cells.set(`3,${at}`, { style: own });
    return {
      width: widthOf(zh![at]!, ...choicesOf(field), ...(field.type === 'instant' ? ['2026-10-01T09:10:00+08:00'] : [])),
    };
  });
  columns[0] = { width: 30 };
  return {
    name: dataSheet,
    columns,
    rows: [[...zh!], [...en!], [...exampleRow(contract, example)]],
    cells,
    freezePane: { rows: 2, columns: 1 },
    dataValidations: choosing(contract),
  };
};

/** A kind’s template as a workbook: how to fill it in, the table, and, not shown, its lists and what it is made of. */
export const templateXlsx = async (contract: Contract, example: Example): Promise<Uint8Array> => {
  const template = templateOf(contract);
  const made = templateRows(template).map((row) => [...row]);
  const workbook = await writeXlsx({
    sheets: [
      guide(contract, example),
      data(contract, example),
      lists(contract),
      { name: templateSheet, rows: made, veryHidden: true },
    ],
    properties: {
      title: `${contract.title.zh} · ${contract.title.en}`,
      subject: template.version,
      creator: '反诈合规审计 Fanzha Audit',
      created: noTime,
      modified: noTime,
    },
    defaultFont: font,
  });
  return withColumnStyles(workbook, 'xl/worksheets/sheet2.xml', firstRow + 1);
};
