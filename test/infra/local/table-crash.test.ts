import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Change, openTable } from '../../../infra/local/table.ts';
import { clientOf, TABLE } from './table-client.ts';

type Item = Record<string, AttributeValue>;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'table-crash-'));
});
afterAll(() => rm(directory, { recursive: true }));

/** Run the writer until it is killed, by itself at a point or by us after some acknowledgements; what it acknowledged. */
const writeAndKill = (point: readonly string[] | undefined, afterAcknowledged: number, delayMs: number) =>
  new Promise<string[]>((resolve, reject) => {
    const writer = join(import.meta.dirname, 'table-writer.ts');
    const child = spawn(process.execPath, [writer, directory, ...(point ?? [])], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let errors = '';
    let isKilling = false;
    child.stderr.on('data', (text) => {
      errors += text;
    });
    child.stdout.on('data', (text) => {
      out += text;
      if (point || isKilling || out.split('\n').length <= afterAcknowledged) return;
      isKilling = true;
      setTimeout(() => child.kill('SIGKILL'), delayMs);
    });
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(out.split('\n').slice(0, -1));
      else reject(new Error(`the writer ended by itself: ${errors}`));
    });
  });

const everything = async (db: DynamoDBClient, IndexName?: string): Promise<Map<string, Item>> => {
  const items = new Map<string, Item>();
  let start: Item | undefined;
  do {
    const page = await db.send(
      new ScanCommand({
        TableName: TABLE,
        ...(IndexName && { IndexName }),
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    for (const item of page.Items ?? []) items.set(`${item.pk?.S}|${item.sk?.S}`, item);
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
};

const told = async (read: (after: string | undefined, limit: number) => Promise<readonly Change[]>) => {
  const items = new Map<string, unknown>();
  let after: string | undefined;
  for (let changes = await read(after, 1000); changes.length > 0; changes = await read(after, 1000)) {
    for (const { keys, newImage } of changes) items.set(`${keys.pk?.S}|${keys.sk?.S}`, newImage);
    after = changes.at(-1)?.sequence;
  }
  return items;
};

// What each kill hits: our own hook on each side of a commit, and moments nobody chose.
const kills: readonly (readonly string[] | undefined)[] = [
  ['before', '1'],
  undefined,
  ['after', '1'],
  undefined,
  ['before', '40'],
  undefined,
  ['after', '40'],
  undefined,
  undefined,
  undefined,
  undefined,
  undefined,
];

it('loses nothing acknowledged and tears nothing, whenever the process is killed', { timeout: 300_000 }, async () => {
  const acknowledged = new Map<string, number>();
  for (const [nth, point] of kills.entries()) {
    const lines = await writeAndKill(point, 10 + nth * 7, Math.random() * 40);
    for (const line of lines) {
      const [writer = '', n] = line.split(' ');
      acknowledged.set(writer, Number(n));
    }

    const table = await openTable({ directory });
    const db = clientOf(table.endpoint);
    const items = await everything(db);
    for (const [writer, last] of acknowledged) {
      const count = Number(items.get(`${writer}|count`)?.n?.N);
      // Each writer waits for its answer, so at most one transaction stands that nobody was told of.
      expect(count - 1 - last, `${writer} after kill ${nth}`).toBeOneOf([0, 1]);
    }
    for (const writer of ['w0', 'w1', 'w2', 'w3', 'w4', 'w5']) {
      const count = Number(items.get(`${writer}|count`)?.n?.N ?? 0);
      for (const side of ['left', 'right']) {
        const stored = [...items.values()]
          .filter(({ pk }) => pk?.S === `${writer}-${side}`)
          .map(({ sk }) => Number(sk?.S));
        expect(stored.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, n) => n));
      }
      if (count > 0) acknowledged.set(writer, count - 1);
    }
    for (const index of ['gsi1', 'gsi2'])
      expect(await everything(db, index)).toEqual(new Map([...items].filter(([, item]) => item[`${index}pk`])));
    expect(await told(table.changes.read)).toEqual(items);
    db.destroy();
    await table.close();
  }
  expect(acknowledged.size).toBe(6);
});
