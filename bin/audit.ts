#!/usr/bin/env node
import { writeFileSync } from 'node:fs';
import { kinds } from '../events/records/kinds.generated.ts';
import { type AuditArguments, auditArguments, CannotRun, type Format, usage } from './audit-arguments.ts';
import { auditFile } from './audit-file.ts';
import { judgeFiles } from './audit-judge.ts';
import { junit } from './audit-junit.ts';
import { readLists } from './audit-lists.ts';
import { type AuditReport, exitCodeOf } from './audit-report.ts';
import { sarif } from './audit-sarif.ts';
import { table } from './audit-table.ts';

const printers: Readonly<Record<Format, (report: AuditReport) => string>> = {
  table,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  sarif,
  junit,
};

const write = (out: string, text: string): void => {
  try {
    writeFileSync(out, text);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    throw new CannotRun({ zh: `写不了 ${out}（${why}）。`, en: `Cannot write ${out} (${why}).` });
  }
};

const audit = ({ files, kind, lists, format, out, ...how }: AuditArguments): number => {
  const report = judgeFiles(
    files.map((file) => auditFile(file, kind, kinds)),
    { ...how, lists: readLists(lists) },
  );
  const text = printers[format](report);
  if (out === undefined) process.stdout.write(text);
  else write(out, text);
  return exitCodeOf(report);
};

// A reader that has seen enough (`| head`) closes the pipe; that is no failure.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? process.exitCode : 3));

try {
  const given = auditArguments(process.argv.slice(2), Object.keys(kinds));
  if (given === undefined) console.log(usage(Object.keys(kinds)));
  else process.exitCode = audit(given);
} catch (error) {
  if (!(error instanceof CannotRun)) throw error;
  console.error(`${error.text.zh}\n${error.text.en}`);
  process.exitCode = 3;
}
