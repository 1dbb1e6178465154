import { fork } from 'node:child_process';
import { createHash, createPrivateKey } from 'node:crypto';
import {
  cpSync,
  createReadStream,
  createWriteStream,
  mkdtempSync,
  openAsBlob,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { generated } from '../../bin/generate-file.ts';
import { kinds } from '../../events/records/kinds.generated.ts';
import { issueToken } from '../../infra/local/issuer.ts';
import { keysOf } from '../../infra/local/keys.ts';
import { openTable } from '../../infra/local/table.ts';
import { operator, staffOf } from '../service.ts';
import type { Point } from './points.ts';

const script = fileURLToPath(new URL('./host.ts', import.meta.url));
const company = operator[0]!;
const branchId = company.branches[0]!.id;

export type LargeFile = {
  readonly kind: string;
  readonly rows: number;
  readonly people: number;
  readonly period: { readonly from: string; readonly to: string };
};

/** Use of IoT cards: counted over nothing, of these months. */
export const usageOf = (rows: number): LargeFile => ({
  ...{ kind: 'iot-usage', rows, people: rows },
  period: { from: '2026-07-01', to: '2026-09-30' },
});

/** A host over a data folder that dies at these points, one after the other, and lives once it has died at all of them. */
const dyingAt = (data: string, points: readonly Point[]) => {
  let deaths = 0;
  let address: string | undefined;
  let child: ReturnType<typeof fork>;
  let isEnding = false;
  let wrong: Error | undefined;
  const start = (): void => {
    const point = points[deaths];
    const env = { ...process.env, ...(point && { FANZHA_KILL_POINT: JSON.stringify(point) }) };
    child = fork(script, [data], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env });
    child.on('message', ({ ready }: { ready?: string }) => {
      address = ready ?? address;
    });
    child.once('exit', (code, signal) => {
      address = undefined;
      if (isEnding) return;
      if (signal === 'SIGKILL' && point !== undefined) {
        deaths += 1;
        start();
      } else wrong = new Error(`the host ended by itself: ${code ?? signal}`);
    });
  };
  start();
  return {
    deaths: () => deaths,
    address: (): string | undefined => {
      if (wrong !== undefined) throw wrong;
      return address;
    },
    end: async (): Promise<void> => {
      isEnding = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
};

const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

const put = async (url: string, headers: Record<string, string>, file: string): Promise<boolean> => {
  const answer = await fetch(url, { method: 'PUT', headers, body: await openAsBlob(file) }).catch(() => undefined);
  return answer?.ok === true;
};

/** Sends the file, as often as it takes, until all that comes of it is there. */
const send = async (file: string, { kind, period }: LargeFile, data: string, host: ReturnType<typeof dyingAt>) => {
  const size = statSync(file).size;
  const asked = { name: 'large.csv', size, sha256: await sha256Of(file), recordKind: kind, branchId, period };
  const ask = async (method: string, path: string, body?: object): Promise<Record<string, unknown> | undefined> => {
    const address = host.address();
    if (address === undefined) return undefined;
    const signing = createPrivateKey(readFileSync(join(data, 'keys', 'signing.pem')));
    const token = await issueToken(signing, staffOf(company.uscc), 600);
    const answer = await fetch(address + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    }).catch(() => undefined);
    if (answer === undefined || answer.status >= 500) return undefined;
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json().catch(() => undefined)) as Record<string, unknown> | undefined;
  };
  for (let id: string | undefined; ; ) {
    if (id === undefined) {
      const created = await ask('POST', '/v1/uploads', asked);
      if (created === undefined) await pause(50);
      else {
        const { url, headers } = created as { url?: string; headers: Record<string, string> };
        const { 'content-length': _, ...sent } = headers ?? {};
        const isPut = url === undefined || (await put(url, sent, file));
        if (isPut) id = String(created.id);
      }
      continue;
    }
    const stood = await ask('GET', `/v1/submissions/${id}?wait=1`);
    if (stood === undefined) {
      await pause(50);
      continue;
    }
    const { status, upload } = stood as { status: string; upload?: { copies?: { state: string } } };
    if (['refused', 'failed', 'cancelled'].includes(status))
      throw new Error(`the file is ${status}: ${JSON.stringify(upload)}`);
    if (status === 'waiting') id = undefined;
    else if (status === 'audited' && upload?.copies?.state !== 'due') return stood;
  }
};

/** What differs between any two runs: when it was, and how often it was written. */
const instants = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;

/** All violations, tracks and holdings as they stand in the table, the lengths of the lists, and what the journal tells. */
const standing = async (data: string) => {
  const table = await openTable({ directory: join(data, 'table') });
  const db = new DynamoDBClient({
    endpoint: table.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const digests: Record<string, string> = {};
  const counted: Record<string, number> = {};
  const opened: string[] = [];
  const items: Record<string, string[]> = { VIOLATION: [], TRACK: [], HOLDINGS: [] };
  for await (const { Items = [] } of paginateScan({ client: db }, { TableName: 'fanzha' })) {
    for (const item of Items) {
      const pk = item.pk!.S!;
      const what = pk.slice(0, pk.indexOf('#'));
      const written = (): string => item.body?.S ?? gunzipSync(item.cards!.B!).toString();
      if (what === 'COUNT') counted[pk] = (counted[pk] ?? 0) + Number(item.n!.N);
      else if (pk.startsWith('JOURNAL#') && item.sk!.S!.startsWith('violation.')) opened.push(item.sk!.S!);
      else if (what in items) items[what]!.push(`${pk} ${item.sk!.S} ${written()}`.replaceAll(instants, ''));
    }
  }
  for (const [what, all] of Object.entries(items)) {
    digests[what] = createHash('sha256').update(all.sort().join('\n')).digest('hex');
    counted[what] = all.length;
  }
  db.destroy();
  await table.close();
  return { digests, counted, opened: opened.sort() };
};

/**
 * A file sent to a host over a folder of its own that dies at these points: what stands in the end, and how often it died.
 * Trials in one folder have the same keys: a person is the same token in all of them.
 */
export const largeTrial = async (
  folder: string,
  name: string,
  file: string,
  of: LargeFile,
  points: readonly Point[],
) => {
  const data = join(folder, name);
  keysOf(join(folder, 'all'));
  cpSync(join(folder, 'all', 'keys'), join(data, 'keys'), { recursive: true });
  const host = dyingAt(data, points);
  try {
    const { counts } = await send(file, of, data, host);
    const deaths = host.deaths();
    await host.end();
    return { counts, deaths, ...(await standing(data)) };
  } finally {
    await host.end();
    rmSync(data, { recursive: true, force: true });
  }
};

/** Made-up records, one in a hundred of them wrong, in a folder that is gone after `use`. */
export const withFile = async <R>(of: LargeFile, use: (folder: string, file: string) => Promise<R>): Promise<R> => {
  const folder = mkdtempSync(join(tmpdir(), 'fanzha-kill-'));
  try {
    const file = join(folder, 'large.csv');
    const { kind, rows, people } = of;
    const asked = { rows, people, wrong: 0.01, seed: 1 };
    await pipeline(Readable.from(generated(kinds[kind]!, 'csv', asked)), createWriteStream(file));
    return await use(folder, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
