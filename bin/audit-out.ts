import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Format } from './audit-arguments.ts';
import type { AuditedFile } from './audit-judge.ts';
import type { AuditReport, Printer } from './audit-report.ts';
import { json } from './audit-report-json.ts';
import { writePieces } from './audit-write.ts';

const extensions: Readonly<Record<Format, string>> = { table: 'txt', json: 'json', sarif: 'sarif', junit: 'xml' };

const writeReport = async (path: string, pieces: Iterable<string>): Promise<void> => {
  const to = createWriteStream(path);
  await writePieces(to, pieces);
  to.end();
  await finished(to);
};

/** Writes what a run found into a directory: the report as JSON and in the format asked for. */
export const writeCopies = async (
  directory: string,
  report: AuditReport,
  _files: readonly AuditedFile[],
  format: Format,
  printer: Printer,
): Promise<void> => {
  await writeReport(join(directory, 'report.json'), json(report));
  if (format !== 'json') await writeReport(join(directory, `report.${extensions[format]}`), printer(report));
};
