import { resolve } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { required, TABLE, UPLOADS_BUCKET } from '../../functions/env.ts';
import { registryStore } from '../../functions/store/registry.ts';
import { ensureTable } from '../../functions/store/table.ts';
import { routes, workers } from '../cloud/routes.ts';
import { openApis } from './apis.ts';
import { followChanges } from './change-feed.ts';
import { environmentOf } from './environment.ts';
import { functionThreads } from './function-threads.ts';
import { importFunctions } from './functions.ts';
import { type Claims, issueToken } from './issuer.ts';
import { keysOf } from './keys.ts';
import { lockData } from './lock.ts';
import { openObjects } from './objects.ts';
import { freeDeliveries, resumeImports, resumeRecording } from './resume.ts';
import { loadSampleRegistry, type SampleResult, sendSamples } from './samples.ts';
import { keepSchedule } from './schedule.ts';
import { openTable } from './table.ts';
import type { OnCommit } from './table-commits.ts';
import { workOnUploads } from './uploads.ts';

export type HostOptions = {
  /** 0 takes a free one. */
  readonly port: number;
  readonly data: string;
  /** Loopback unless told otherwise. */
  readonly host?: string;
  /** Sends the sample submissions once, if there are no submissions. */
  readonly samples?: boolean;
  /** Called right before and right after each write is on disk, with the keys written. */
  readonly onCommit?: OnCommit;
  readonly log?: (line: string) => void;
};

export type Host = {
  readonly address: string;
  /** Where callers sign with SigV4; only while IAM_PRINCIPALS says which roles may. */
  readonly iamAddress: string | undefined;
  readonly data: string;
  /** What the samples gave; empty unless they were sent by this start. */
  readonly samples: readonly SampleResult[];
  /** A bearer token of this host's issuer. */
  readonly token: (claims: Claims, seconds?: number) => Promise<string>;
  readonly close: () => Promise<void>;
};

type Closing = () => Promise<void> | void;

/** What was opened last is closed first. */
const closeAll = async (closings: readonly Closing[]): Promise<void> => {
  for (const close of closings.toReversed()) await close();
};

const openHost = async (options: HostOptions, data: string, closings: Closing[]): Promise<Host> => {
  closings.push(lockData(data).release);
  const keys = keysOf(data);
  const table = await openTable({
    directory: resolve(data, 'table'),
    ...(options.onCommit && { onCommit: options.onCommit }),
  });
  closings.push(table.close);
  let onPut = (_bucket: string, _key: string): void => {};
  const objects = await openObjects({
    directory: resolve(data, 'objects'),
    credentials: keys.objects,
    onPut: (bucket, key) => onPut(bucket, key),
    takesPages: (bucket) => bucket === process.env[UPLOADS_BUCKET],
  });
  closings.push(objects.close);
  Object.assign(process.env, environmentOf(keys, { table: table.endpoint, objects: objects.endpoint }));

  const db = new DynamoDBClient();
  closings.push(() => db.destroy());
  await ensureTable(db, required(TABLE));
  await loadSampleRegistry(registryStore(db, required(TABLE)));
  await resumeRecording(db);
  await resumeImports(db);
  await freeDeliveries(db);

  const functions = await importFunctions({
    http: routes.map(({ run }) => run),
    workers: workers.map(({ run }) => run),
  });
  const threads = functionThreads('run-upload');
  closings.push(threads.close);
  const uploads = workOnUploads(threads.handle);
  closings.push(uploads.close);
  onPut = uploads.onPut;
  await uploads.resume(db);
  const apis = await openApis(options, keys, functions.http);
  closings.push(apis.close);

  closings.push(followChanges(table.changes, 'run-upload', uploads.onChanges).close);
  for (const { run, on } of workers) {
    if (on === 'stream') closings.push(followChanges(table.changes, run, functions.workers.get(run)!).close);
  }
  const token = (claims: Claims, seconds = 3_600) => issueToken(keys.signing, claims, seconds);
  const samples = options.samples ? await sendSamples({ address: apis.address, token }) : [];
  // Only now: what the samples file is not overdue.
  const scheduled = workers.flatMap(({ run, on }) =>
    on === 'stream' ? [] : [{ run, ...on, work: () => functions.workers.get(run)!({}) }],
  );
  closings.push(keepSchedule(scheduled).close);

  return {
    address: apis.address,
    iamAddress: apis.iamAddress,
    data,
    samples,
    token,
    close: () => closeAll(closings),
  };
};

/**
 * The whole service on this machine: the same functions behind a gateway, a table, an object store, a change feed and
 * a schedule, all in one data directory that survives a kill at any moment.
 * Throws DataInUse while another process owns `data`, and what listening on a taken port throws (EADDRINUSE).
 */
export const startHost = async (options: HostOptions): Promise<Host> => {
  const closings: Closing[] = [];
  try {
    return await openHost(options, resolve(options.data), closings);
  } catch (error) {
    await closeAll(closings);
    throw error;
  }
};
