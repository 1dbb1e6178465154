import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Text } from '../events/fault.ts';
import { isReadable, type Prepared } from '../functions/files/prepared.ts';
import type { ReportRow, ReportSummary } from '../functions/files/report.ts';
import { reportCsv } from '../functions/files/report-csv.ts';
import { reportHtml } from '../functions/files/report-html.ts';
import { reportXlsx } from '../functions/files/report-xlsx.ts';
import { type TableCopies, tableCopies } from '../functions/files/table-copies.ts';
import { rowMarks } from '../functions/judge-files/row-marks.ts';
import type { Format } from './audit-arguments.ts';
import type { AuditedFile } from './audit-judge.ts';
import { type AuditReport, asFinding, type Pieces, type Printer } from './audit-report.ts';
import { json } from './audit-report-json.ts';
import { writePieces } from './audit-write.ts';

const extensions: Readonly<Record<Format, string>> = { table: 'txt', json: 'json', sarif: 'sarif', junit: 'xml' };

const write = async (path: string, pieces: Pieces): Promise<void> => {
  const to = createWriteStream(path);
  // Whoever writes hears of what goes wrong.
  to.on('error', () => {});
  try {
    await writePieces(to, pieces);
  } finally {
    to.end();
    await finished(to);
  }
};

function* rowsOf({ findings, faults, warnings }: AuditReport): Iterable<ReportRow> {
  for (const placed of findings()) {
    const { file, line, ...finding } = asFinding(placed);
    yield { of: 'finding', finding, place: { file, ...(line !== undefined && { line }) } };
  }
  for (const { file, line, ...fault } of faults()) {
    yield { of: 'fault', fault, place: { file, ...(line !== undefined && { line }) } };
  }
  for (const { file, line, ...warning } of warnings) {
    yield { of: 'warning', warning, place: { file, ...(line !== undefined && { line }) } };
  }
}

const summaryOf = ({ files, release, on, counts, rules, faultsTotal, warnings }: AuditReport): ReportSummary => ({
  about: [
    [{ zh: '文件', en: 'Files' }, files.map(({ file }) => basename(file)).join('、')],
    ...(on === undefined ? [] : [[{ zh: '假设：按此日法律判定', en: 'What if: by the law of' }, on] as const]),
  ],
  ...{ release, counts, rules, cut: [], faults: faultsTotal, warnings: warnings.length },
  findings: rules.reduce((sum, { violation, undetermined }) => sum + violation + undetermined, 0),
});

/** What a copy is called: after its file, and apart from another file of that name. A packed table of text stays packed. */
const nameOf = (n: number, files: readonly AuditedFile[], what: string): string => {
  const { path, read } = files[n]!;
  const isPacked = isReadable(read) && read.isGzipped && read.sheet === undefined;
  const plain = basename(path).replace(/\.gz$/i, '');
  const isTwice = files.some((other, at) => at !== n && basename(other.path) === basename(path));
  const extension = extname(plain);
  return `${plain.slice(0, plain.length - extension.length)}${isTwice ? `-${n + 1}` : ''}.${what}${extension}${isPacked ? '.gz' : ''}`;
};

/** The file with every fault and finding beside its row, and the rows alone that have one. Records in JSON have no such copy. */
const copiesOf = async (
  { path, contract, judged }: AuditedFile & Required<Pick<AuditedFile, 'contract' | 'judged'>>,
  read: Prepared,
  to: { readonly annotated: string; readonly toFix: string },
): Promise<readonly TableCopies[keyof TableCopies][]> => {
  const { rows } = read;
  if (rows.form !== 'csv') return [];
  const marks = () => rowMarks(contract, rows.columns, judged);
  const { annotated, toFix } = await tableCopies({ path, read: { ...read, rows }, marks, to });
  return [annotated, toFix];
};

/**
 * Writes what a run found into a directory: reports in every form, and of each table its copy with all that was found
 * beside its rows, and one of the rows to be corrected. Gives what could not be written, and why.
 */
export const writeCopies = async (
  directory: string,
  report: AuditReport,
  files: readonly AuditedFile[],
  format: Format,
  printer: Printer,
): Promise<readonly Text[]> => {
  const summary = summaryOf(report);
  await write(join(directory, 'report.json'), json(report));
  if (format !== 'json') await write(join(directory, `report.${extensions[format]}`), printer(report));
  await write(join(directory, 'report.csv'), reportCsv(summary, rowsOf(report)));
  await write(join(directory, 'report.html'), reportHtml(summary, rowsOf(report)));
  await writeFile(join(directory, 'report.xlsx'), await reportXlsx(summary, rowsOf(report)));
  const not: Text[] = [];
  for (const [n, file] of files.entries()) {
    const { path, read, judged, contract } = file;
    if (!isReadable(read) || judged === undefined || contract === undefined) continue;
    const { violation, undetermined, faults } = judged.counts;
    if (violation + undetermined + faults === 0) continue;
    const to = {
      annotated: join(directory, nameOf(n, files, 'annotated')),
      toFix: join(directory, nameOf(n, files, 'to-fix')),
    };
    for (const copy of await copiesOf({ ...file, judged, contract }, read, to)) {
      if (!copy.annotated) {
        const { cause, fix } = copy.fault;
        not.push({ zh: `${path}：${cause.zh}${fix.zh}`, en: `${path}: ${cause.en} ${fix.en}` });
      }
    }
  }
  return not;
};
