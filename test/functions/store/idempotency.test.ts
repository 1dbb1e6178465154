import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { idempotencyStore } from '../../../functions/store/idempotency.ts';
import { ensureTable } from '../../../functions/store/table.ts';
import { type EmbeddedTable, openTable } from '../../../infra/local/table.ts';

const directory = mkdtempSync(join(tmpdir(), 'idempotency-'));
let table: EmbeddedTable;
let db: DynamoDBClient;
let now = 1_000_000_000;
let store: ReturnType<typeof idempotencyStore>;

beforeAll(async () => {
  table = await openTable({ directory, now: () => now * 1000 });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  db = new DynamoDBClient({ endpoint: table.endpoint, region: 'cn-north-1', credentials });
  await ensureTable(db, 'fanzha');
  store = idempotencyStore(db, 'fanzha', () => now);
});

afterAll(async () => {
  db.destroy();
  await table.close();
  rmSync(directory, { recursive: true });
});

const ours = async (scope: string): Promise<string> => {
  const claimed = await store.claim(scope, 'f');
  if (claimed.state !== 'ours') throw new Error(`expected to get ${scope}, which is ${claimed.state}`);
  return claimed.claim;
};

it('gives a key to one of many that ask at once', async () => {
  const states = await Promise.all(Array.from({ length: 20 }, async () => (await store.claim('race', 'f')).state));
  expect(states.toSorted()).toEqual([...Array(19).fill('in-flight'), 'ours']);
});

it('answers with what was kept, and only to the same request', async () => {
  await store.keep('kept', await ours('kept'), Buffer.from('answer'));
  const again = await store.claim('kept', 'f');
  expect(again.state === 'answered' && Buffer.from(again.answer).toString()).toBe('answer');
  expect(await store.claim('kept', 'another')).toEqual({ state: 'other-request' });
});

it('frees a key at once when its holder gives it back', async () => {
  await store.release('back', await ours('back'));
  expect((await store.claim('back', 'f')).state).toBe('ours');
});

it('frees the key of a holder that died after a minute, and then no longer hears it', async () => {
  const dead = await ours('dead');
  now += 59;
  expect((await store.claim('dead', 'f')).state).toBe('in-flight');
  now += 1;
  const successor = await ours('dead');
  await store.keep('dead', dead, Buffer.from('late'));
  await store.keep('dead', successor, Buffer.from('second'));
  const again = await store.claim('dead', 'f');
  expect(again.state === 'answered' && Buffer.from(again.answer).toString()).toBe('second');
});

it('forgets an answer after a day', async () => {
  await store.keep('day', await ours('day'), Buffer.from('answer'));
  now += 24 * 60 * 60 - 1;
  expect((await store.claim('day', 'f')).state).toBe('answered');
  now += 1;
  expect((await store.claim('day', 'f')).state).toBe('ours');
});
