import { csvLine } from './csv-line.ts';
import type { ReportRows, ReportSummary } from './report.ts';
import { reportCells, reportHeadings } from './report-cells.ts';

/**
 * A report as CSV with the mark by which Excel takes it for UTF-8: the headings, what was cut if anything was, then a row
 * for each finding, fault and warning. No cell begins a formula: safe-cell.ts.
 */
export async function* reportCsv({ cut }: Pick<ReportSummary, 'cut'>, rows: ReportRows): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(reportHeadings)}`;
  const reason = reportHeadings.indexOf('原因');
  for (const { zh, en } of cut) {
    const cells: string[] = new Array(reportHeadings.length).fill('');
    cells.splice(reportHeadings.indexOf('判定 Verdict'), 1, '注意 note');
    cells.splice(reason, 2, zh, en);
    yield csvLine(cells);
  }
  for await (const row of rows) yield csvLine(reportCells(row));
}
