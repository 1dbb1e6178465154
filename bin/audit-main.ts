import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kinds } from '../events/records/kinds.generated.ts';
import type { Started } from '../functions/judge-files/task-threads.ts';
import { type AuditArguments, auditArguments, CannotRun, type Format, usage } from './audit-arguments.ts';
import { inputsOf } from './audit-inputs.ts';
import { auditFiles } from './audit-judge.ts';
import { junit } from './audit-junit.ts';
import { readLists } from './audit-lists.ts';
import { writeCopies } from './audit-out.ts';
import { progressBar } from './audit-progress.ts';
import { exitCodeOf, type Printer } from './audit-report.ts';
import { json } from './audit-report-json.ts';
import { sarif } from './audit-sarif.ts';
import { table } from './audit-table.ts';
import { writePieces } from './audit-write.ts';

const printers: Readonly<Record<Format, Printer>> = { table, json, sarif, junit };

const made = (directory: string): string => {
  try {
    mkdirSync(directory, { recursive: true });
    return directory;
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    throw new CannotRun({ zh: `写不了目录 ${directory}（${why}）。`, en: `Cannot write to ${directory} (${why}).` });
  }
};

const audit = async (
  { files, kind, lists, format, out, ...how }: AuditArguments,
  work: string,
  ahead: Started | undefined,
): Promise<number> => {
  const to = out === undefined ? undefined : made(out);
  const bar = progressBar(process.stderr);
  const {
    report,
    files: audited,
    end,
  } = await auditFiles(
    inputsOf(files, kind, Object.keys(kinds)),
    { ...how, lists: await readLists(lists, work) },
    work,
    bar.tell,
    ahead,
  );
  bar.end();
  try {
    const not = to === undefined ? [] : await writeCopies(to, report, audited, format, printers[format]);
    for (const { zh, en } of not) console.error(`${zh}\n${en}`);
    await writePieces(process.stdout, to === undefined ? printers[format](report) : table(report));
  } finally {
    await end();
  }
  return exitCodeOf(report);
};

const run = async (given: AuditArguments, ahead: Started | undefined): Promise<number> => {
  const work = mkdtempSync(join(tmpdir(), 'fanzha-audit-'));
  const remove = () => rmSync(work, { recursive: true, force: true });
  // What lies there is of real people: it goes with the run, however that ends.
  process.on('exit', remove);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(3));
  return audit(given, work, ahead);
};

/** The command, with threads that were started ahead for it, if any. */
export const main = async (args: readonly string[], ahead: Started | undefined): Promise<void> => {
  // A reader that has seen enough (`| head`) closes the pipe; that is no failure.
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) =>
    process.exit(code === 'EPIPE' ? process.exitCode : 3),
  );
  try {
    const given = auditArguments(args, Object.keys(kinds));
    if (given === undefined) console.log(usage(Object.keys(kinds)));
    else process.exitCode = await run(given, ahead);
  } catch (error) {
    // Thrown on, an error of ours would end the run with 1, which says that violations were found.
    console.error(error instanceof CannotRun ? `${error.text.zh}\n${error.text.en}` : error);
    process.exitCode = 3;
  }
};
