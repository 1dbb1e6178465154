import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ensureTable } from '../../../functions/store/table.ts';
import { type EmbeddedTable, openTable } from '../../../infra/local/table.ts';

export const TABLE = 'audit';

export const clientOf = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: 'local',
    maxAttempts: 1,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });

export type Opened = { table: EmbeddedTable; db: DynamoDBClient; directory: string; close: () => Promise<void> };

/** A fresh table in a folder of its own, opened and ensured; `close` removes the folder. */
export const freshTable = async (options: Omit<Parameters<typeof openTable>[0], 'directory'> = {}): Promise<Opened> => {
  const directory = await mkdtemp(join(tmpdir(), 'table-'));
  const table = await openTable({ ...options, directory });
  const db = clientOf(table.endpoint);
  await ensureTable(db, TABLE);
  const close = async () => {
    db.destroy();
    await table.close();
    await rm(directory, { recursive: true, force: true });
  };
  return { table, db, directory, close };
};
