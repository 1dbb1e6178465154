import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Counts } from '../events/submission.ts';

const measured = fileURLToPath(new URL('measured-audit.ts', import.meta.url));

/** So much of a report surely has all that stands before its findings. */
const headBytes = 1 << 20;

/** The counts of a report of any size: they stand before what is listed. */
const countsIn = (report: string): Counts => {
  const head = Buffer.alloc(headBytes);
  const file = openSync(report, 'r');
  const read = readSync(file, head, 0, headBytes, 0);
  closeSync(file);
  const told = head.toString('utf8', 0, read);
  const end = told.indexOf(',\n  "judgements": [');
  if (end === -1) throw new Error(`${report} begins with no counts:\n${told.slice(0, 500)}`);
  return (JSON.parse(`${told.slice(0, end)}}`) as { readonly counts: Counts }).counts;
};

export type AuditRun = { readonly seconds: number; readonly peakMB: number; readonly counts: Counts };

/**
 * One run of the command line in a process of its own, from its start to its end, with the whole report as JSON in
 * `directory`: `--out DIR` among the arguments writes it, and the annotated copies, elsewhere.
 */
export const auditRun = async (args: readonly string[], directory: string, out?: string): Promise<AuditRun> => {
  const stdout = join(directory, 'stdout');
  const to = openSync(stdout, 'w');
  const asked = [...args, '--format', 'json', ...(out === undefined ? [] : ['--out', out])];
  const started = performance.now();
  const child = spawn(process.execPath, [measured, ...asked], { stdio: ['ignore', to, 'pipe'] });
  const told = text(child.stderr!);
  const [code] = (await once(child, 'exit')) as [number | null];
  const seconds = (performance.now() - started) / 1_000;
  closeSync(to);
  const stderr = await told;
  const kilobytes = /\nmaxRSS (\d+)\n/.exec(stderr)?.[1];
  // 1 says violations, 2 undetermined records; both are answers.
  if (code === null || code > 2 || kilobytes === undefined) throw new Error(`the audit ended with ${code}:\n${stderr}`);
  return {
    seconds,
    peakMB: Number(kilobytes) / 1_024,
    counts: countsIn(out === undefined ? stdout : join(out, 'report.json')),
  };
};
