import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, mkdtempSync, openAsBlob, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import type { Submission } from '../events/submission.ts';
import type { CreatedUpload, SubmissionState } from '../events/upload.ts';
import { maxRows } from '../functions/run-upload/count-upload.ts';
import { sample, start, tokenOf } from './service.ts';

/** Generated records are after the samples of the kind: all of its month. */
const recordKind = 'iot-usage';
const { branchId } = sample<Submission>(`${recordKind}.clean.json`);
const period = { from: '2026-08-01', to: '2026-08-31' };

const generate = (path: string, rows: number): void => {
  const script = fileURLToPath(new URL('../bin/generate.ts', import.meta.url));
  const args = ['--kind', recordKind, '--rows', String(rows), '--wrong', '0.01', '--format', 'csv', '--out', path];
  const { status, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`no records: ${stderr}`);
};

const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

export type UploadsFigures = {
  readonly records: number;
  readonly violation: number;
  /** From the first byte sent to the last one taken. */
  readonly sentSeconds: number;
  /** From the last byte taken until all is recorded. */
  readonly auditedSeconds: number;
  /** Of that, until the first record was about to be recorded. */
  readonly judgedSeconds: number;
  readonly downloadedSeconds: number;
};

/** A file through the service as `npm start` runs it, 1 % violating: sent, audited, its report downloaded. */
export const run = async (rows = maxRows): Promise<UploadsFigures> => {
  const data = mkdtempSync(join(tmpdir(), 'fanzha-uploads-'));
  const file = join(data, 'records.csv');
  generate(file, rows);
  const { address, child } = await start(data);
  const ended = once(child, 'exit');
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
    let judged = sent;
    let state = await get<SubmissionState>(`/v1/submissions/${upload.id}`);
    while (!['audited', 'refused', 'failed', 'cancelled'].includes(state.status)) {
      if (!['recording'].includes(state.status)) judged = performance.now();
      state = await get<SubmissionState>(`/v1/submissions/${upload.id}?wait=2`);
    }
    const audited = performance.now();
    if (state.status !== 'audited')
      throw new Error(`it ended as ${state.status}: ${JSON.stringify(state.upload?.faults)}`);
    const report = await fetch(`${address}/v1/submissions/${upload.id}/report.csv`, { headers });
    if (!report.ok) throw new Error(`no report: ${report.status}`);
    await report.arrayBuffer();
    const seconds = (ms: number): number => Number((ms / 1_000).toFixed(1));
    return {
      records: state.counts!.records,
      violation: state.counts!.violation,
      sentSeconds: seconds(sent - began),
      auditedSeconds: seconds(audited - sent),
      judgedSeconds: seconds(judged - sent),
      downloadedSeconds: seconds(performance.now() - audited),
    };
  } finally {
    child.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
};
