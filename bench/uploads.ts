import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, mkdirSync, mkdtempSync, openAsBlob, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Submission } from '../events/submission.ts';
import type { CreatedUpload, SubmissionState } from '../events/upload.ts';
import { generatedFile, kept } from './generated.ts';
import { sample, start, tokenOf } from './service.ts';

const recordKind = 'iot-usage';
const { branchId } = sample<Submission>(`${recordKind}.clean.json`);
/** Generated records are after the samples of the kind: all of these months. */
const period = { from: '2026-07-01', to: '2026-09-30' };

const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

const ended: ReadonlySet<string> = new Set(['audited', 'refused', 'failed', 'cancelled']);

export type UploadsFigures = {
  readonly records: number;
  readonly violation: number;
  /** From the first byte sent to the last one taken. */
  readonly sentSeconds: number;
  /** From the last byte taken until all is recorded. */
  readonly auditedSeconds: number;
  /** Of that, in each stage as who asks every while sees it. */
  readonly stages: Readonly<Record<string, number>>;
  /** Then, until the first page of its violations is there. */
  readonly listedSeconds: number;
  /** Then, until its report is. */
  readonly downloadedSeconds: number;
};

/** A file through the service as `npm start` runs it, 1 % violating: sent, audited, its violations listed, its report downloaded. */
export const run = async (rows = 1_500_000): Promise<UploadsFigures> => {
  const data = mkdtempSync(join(tmpdir(), 'fanzha-uploads-'));
  mkdirSync(kept, { recursive: true });
  const file = generatedFile({ kind: recordKind, rows, wrong: 0.01, seed: 1, format: 'csv' });
  const { address, child } = await start(data);
  const exited = once(child, 'exit');
  const headers = { authorization: `Bearer ${tokenOf(data, branchId)}` };
  const get = async <T>(path: string): Promise<T> => {
    const answer = await fetch(`${address}${path}`, { headers });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  try {
    const asked = { name: 'records.csv', size: statSync(file).size, sha256: await sha256Of(file) };
    const created = await fetch(`${address}/v1/uploads`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ ...asked, recordKind, branchId, period }),
    });
    const upload = (await created.json()) as CreatedUpload;
    if (!created.ok) throw new Error(`not announced: ${JSON.stringify(upload)}`);
    const began = performance.now();
    const put = await fetch(upload.url!, { method: 'PUT', headers: upload.headers!, body: await openAsBlob(file) });
    if (!put.ok) throw new Error(`not taken: ${put.status} ${await put.text()}`);
    const sent = performance.now();
    const stages: Record<string, number> = {};
    let [state, seen] = [await get<SubmissionState>(`/v1/submissions/${upload.id}`), sent];
    while (!ended.has(state.status)) {
      const { status } = state;
      state = await get<SubmissionState>(`/v1/submissions/${upload.id}?wait=1`);
      const now = performance.now();
      stages[status] = (stages[status] ?? 0) + now - seen;
      seen = now;
    }
    const audited = performance.now();
    if (state.status !== 'audited')
      throw new Error(`it ended as ${state.status}: ${JSON.stringify(state.upload?.faults)}`);
    const { items } = await get<{ readonly items: readonly { readonly submission: string }[] }>(
      `/v1/violations?branch=${branchId}&limit=200`,
    );
    const listed = performance.now();
    if (items.length === 0 || items.some(({ submission }) => submission !== upload.id))
      throw new Error(`its violations are not listed: ${items.length} are`);
    const report = await fetch(`${address}/v1/submissions/${upload.id}/report.csv`, { headers });
    if (!report.ok) throw new Error(`no report: ${report.status}`);
    await report.arrayBuffer();
    const { records, violation, faults } = state.counts!;
    if (faults > 0 || violation === 0) throw new Error(`not what was generated: ${JSON.stringify(state.counts)}`);
    const seconds = (ms: number): number => Number((ms / 1_000).toFixed(1));
    return {
      ...{ records, violation },
      sentSeconds: seconds(sent - began),
      auditedSeconds: seconds(audited - sent),
      stages: Object.fromEntries(Object.entries(stages).map(([stage, ms]) => [stage, seconds(ms)])),
      listedSeconds: seconds(listed - audited),
      downloadedSeconds: seconds(performance.now() - listed),
    };
  } finally {
    child.kill('SIGTERM');
    await exited;
    rmSync(data, { recursive: true, force: true });
  }
};
