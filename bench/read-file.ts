import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { threadsAtMost } from '../bin/audit-threads.ts';
import { sliceBytes } from '../bin/prepare-file.ts';
import { kinds } from '../events/records/kinds.generated.ts';
import { defaultLimits } from '../functions/files/limits.ts';
import { prepareText } from '../functions/files/prepare-text.ts';
import { isReadable } from '../functions/files/prepared.ts';
import type { ReadHow } from './read-worker.ts';

export type FileRead = { readonly seconds: number; readonly rows: number };

/**
 * Reads a CSV file as fast as anything here reads one: slices as the command line makes them, on as many threads as it has;
 * each row against the contract, or its cells alone. Threads are started, and the slices found, within the time.
 */
export const readFile = async (path: string, kind: string, as: ReadHow['as']): Promise<FileRead> => {
  const work = mkdtempSync(join(tmpdir(), 'fanzha-bench-'));
  const started = performance.now();
  const options = { contract: kinds[kind]!, kinds, work, sliceBytes, limits: defaultLimits };
  const prepared = await prepareText(path, options);
  if (!isReadable(prepared) || prepared.rows.form !== 'csv') throw new Error(`${path} is no table`);
  const how: ReadHow = { kind, as, rows: prepared.rows };
  const workers = Array.from(
    { length: threadsAtMost() },
    () => new Worker(new URL('./read-worker.ts', import.meta.url), { workerData: how }),
  );
  const left = prepared.slices.values();
  let [rows, readable] = [0, 0];
  const lane = async (worker: Worker): Promise<void> => {
    for (const slice of left) {
      worker.postMessage(slice);
      const [[own, read]] = (await once(worker, 'message')) as [readonly [number, number]];
      rows += own;
      readable += read;
    }
  };
  await Promise.all(workers.map(lane));
  const seconds = (performance.now() - started) / 1_000;
  await Promise.all(workers.map((worker) => worker.terminate()));
  rmSync(work, { recursive: true, force: true });
  if (readable !== rows) throw new Error(`${rows - readable} rows of ${path} could not be read`);
  return { seconds, rows };
};
