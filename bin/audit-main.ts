import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kinds } from '../events/records/kinds.generated.ts';
import type { Started } from '../functions/judge-files/task-threads.ts';
import { type AuditArguments, auditArguments, CannotRun, type Format, usage } from './audit-arguments.ts';
import { inputsOf } from './audit-inputs.ts';
import { auditFiles } from './audit-judge.ts';
import { readLists } from './audit-lists.ts';
import { progressBar } from './audit-progress.ts';
import { exitCodeOf, type Printer } from './audit-report.ts';
import { writePieces } from './audit-write.ts';

/** Each is loaded when it is asked for: most of a short run is loading. */
const printers: Readonly<Record<Format, () => Promise<Printer>>> = {
  table: async () => (await import('./audit-table.ts')).table,
  json: async () => (await import('./audit-report-json.ts')).json,
  sarif: async () => (await import('./audit-sarif.ts')).sarif,
  junit: async () => (await import('./audit-junit.ts')).junit,
};

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
    const shown = await printers[to === undefined ? format : 'table']();
    if (to !== undefined) {
      const { writeCopies } = await import('./audit-out.ts');
      const not = await writeCopies(to, report, audited, format, await printers[format]());
      for (const { zh, en } of not) console.error(`${zh}\n${en}`);
    }
    await writePieces(process.stdout, shown(report));
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
