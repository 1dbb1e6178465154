import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Text } from '../../events/fault.ts';
import { noTime } from './column-styles.ts';
import type { ReportRows, ReportSummary } from './report.ts';
import { type ReportCell, reportCells, reportHeadings, summaryCells } from './report-cells.ts';
import { workbookText } from './safe-cell.ts';

/** So many rows a workbook has at most: it is put together in memory. */
export const maxWorkbookRows = 100_000;

const cutAt = (most: number): Text => ({
  zh: `只列出前 ${most} 行，其余见 CSV 或 JSON 报告。`,
  en: `Only the first ${most} rows are listed; the CSV or JSON report has the others.`,
});

const font = { name: '等线', size: 11 } as const;
const heading: CellStyle = {
  font: { ...font, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDEBF7' } },
  alignment: { wrapText: true, vertical: 'top' },
};
const warned: CellStyle = { font: { ...font, bold: true, color: { rgb: 'C00000' } } };
const widths = [16, 10, 22, 32, 30, 36, 8, 13, 20, 14, 16, 20, 50, 60, 50, 60];

const typed = (cells: readonly ReportCell[]): CellValue[] =>
  cells.map((cell) => (typeof cell === 'string' ? workbookText(cell) : cell));

const summarySheet = (summary: ReportSummary): WriteSheet => {
  const rows = summaryCells(summary).map(typed);
  const cells: NonNullable<WriteSheet['cells']> = new Map([
    ['0,0', { style: { font: { ...font, bold: true, size: 14 } } }],
  ]);
  for (let n = 1; n <= summary.cut.length; n += 1) {
    for (let at = 0; at < 3; at += 1) cells.set(`${n},${at}`, { style: warned });
  }
  const table = rows.length - summary.rules.length - 1;
  for (let at = 0; at < rows[table]!.length; at += 1) cells.set(`${table},${at}`, { style: heading });
  return {
    name: '摘要 Summary',
    columns: [34, 40, 40, 50, 16, 16, 20, 14, 22].map((width) => ({ width })),
    rows,
    cells,
  };
};

/**
 * A report as a workbook: a sheet of what was judged and the counts of each rule, and one with a row for each finding, fault
 * and warning. Text is typed as text, so nothing in it is a formula. What would be too much is cut, and said in both sheets.
 */
export const reportXlsx = async (
  summary: ReportSummary,
  rows: ReportRows,
  most = maxWorkbookRows,
): Promise<Uint8Array> => {
  const listed: CellValue[][] = [];
  let isCut = false;
  for await (const row of rows) {
    if (listed.length === most) {
      isCut = true;
      break;
    }
    listed.push(typed(reportCells(row)));
  }
  const cut = isCut ? [...summary.cut, cutAt(most)] : summary.cut;
  const above = cut.map(({ zh, en }) => [`${zh} ${en}`]);
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  above.forEach((_, n) => {
    cells.set(`${n},0`, { style: warned });
  });
  reportHeadings.forEach((_, at) => {
    cells.set(`${above.length},${at}`, { style: heading });
  });
  return writeXlsx({
    sheets: [
      summarySheet({ ...summary, cut }),
      {
        name: '结果 Results',
        columns: widths.map((width) => ({ width, numFmt: '@' })),
        rows: [...above, [...reportHeadings], ...listed],
        cells,
        freezePane: { rows: above.length + 1, columns: 0 },
      },
    ],
    properties: {
      title: '反诈合规审计报告 Audit report',
      creator: '反诈合规审计 Fanzha Audit',
      created: noTime,
      modified: noTime,
    },
    defaultFont: font,
  });
};
