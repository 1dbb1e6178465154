import {
  BatchWriteItemCommand,
  DeleteItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Change, openTable } from '../../../infra/local/table.ts';
import { freshTable, type Opened, TABLE } from './table-client.ts';

let opened: Opened;
let nowMs: number;
let commits: [string, readonly string[]][];
beforeEach(async () => {
  nowMs = Date.parse('2022-12-01T00:00:00+08:00');
  commits = [];
  opened = await freshTable({ now: () => nowMs, onCommit: (when, keys) => commits.push([when, keys]) });
});
afterEach(() => opened.close());

const key = (pk: string, sk = 'a') => ({ pk: { S: pk }, sk: { S: sk } });
const put = (pk: string, n: number, more: object = {}) =>
  opened.db.send(new PutItemCommand({ TableName: TABLE, Item: { ...key(pk), n: { N: String(n) }, ...more } }));
const told = (changes: readonly Change[]) =>
  changes.map(({ eventName, keys, newImage }) => [eventName, keys.pk?.S, newImage?.n?.N]);

it('tells every change of an item in order, with its keys and new image', async () => {
  await put('x', 1);
  await put('x', 2);
  await opened.db.send(
    new UpdateItemCommand({
      TableName: TABLE,
      Key: key('x'),
      UpdateExpression: 'SET n = :n',
      ExpressionAttributeValues: { ':n': { N: '3' } },
    }),
  );
  await opened.db.send(new DeleteItemCommand({ TableName: TABLE, Key: key('x') }));
  await opened.db.send(new DeleteItemCommand({ TableName: TABLE, Key: key('x') }));
  const changes = await opened.table.changes.read(undefined, 100);
  expect(told(changes)).toEqual([
    ['INSERT', 'x', '1'],
    ['MODIFY', 'x', '2'],
    ['MODIFY', 'x', '3'],
    ['REMOVE', 'x', undefined],
  ]);
  expect(changes[0]).toMatchObject({ keys: key('x'), newImage: { ...key('x'), n: { N: '1' } } });
  const sequences = changes.map(({ sequence }) => sequence);
  expect(sequences).toEqual([...new Set(sequences)].sort());
});

it('tells nothing of a write that changed nothing or was refused', async () => {
  await put('same', 1, { list: { L: [{ M: { a: { S: '1' } } }] } });
  await put('same', 1, { list: { L: [{ M: { a: { S: '1' } } }] } });
  await opened.db
    .send(new PutItemCommand({ TableName: TABLE, Item: key('same'), ConditionExpression: 'attribute_not_exists(pk)' }))
    .catch(() => {});
  await opened.db
    .send(
      new TransactWriteItemsCommand({
        TransactItems: [
          { Put: { TableName: TABLE, Item: key('other') } },
          { ConditionCheck: { TableName: TABLE, Key: key('none'), ConditionExpression: 'attribute_exists(pk)' } },
        ],
      }),
    )
    .catch(() => {});
  expect(told(await opened.table.changes.read(undefined, 100))).toEqual([['INSERT', 'same', '1']]);
});

it('tells each item of a transaction and of a batch, and what expired', async () => {
  const Item = (pk: string, n: number) => ({ ...key(pk), n: { N: '1' }, expiresAt: { N: `${nowMs / 1000 + n}` } });
  await opened.db.send(
    new TransactWriteItemsCommand({
      TransactItems: ['a', 'b'].map((pk, n) => ({ Put: { TableName: TABLE, Item: Item(pk, n + 1) } })),
    }),
  );
  await opened.db.send(
    new BatchWriteItemCommand({
      RequestItems: { [TABLE]: [{ PutRequest: { Item: { ...key('c'), n: { N: '1' } } } }] },
    }),
  );
  nowMs += 6000;
  await opened.table.sweep();
  expect(told(await opened.table.changes.read(undefined, 100))).toEqual([
    ['INSERT', 'a', '1'],
    ['INSERT', 'b', '1'],
    ['INSERT', 'c', '1'],
    ['REMOVE', 'a', undefined],
    ['REMOVE', 'b', undefined],
  ]);
});

it('reads on from a sequence, a limited number at a time', async () => {
  for (let n = 0; n < 7; n++) await put(`p-${n}`, n);
  const seen: Change[] = [];
  let after: string | undefined;
  for (let batch = await opened.table.changes.read(after, 3); batch.length > 0; ) {
    seen.push(...batch);
    after = batch.at(-1)?.sequence;
    batch = await opened.table.changes.read(after, 3);
  }
  expect(told(seen).map(([, pk]) => pk)).toEqual(['p-0', 'p-1', 'p-2', 'p-3', 'p-4', 'p-5', 'p-6']);
});

it('wakes its listeners when there is something to read, until they stop', async () => {
  const seen: number[] = [];
  const stop = opened.table.changes.onChange(async () => {
    seen.push((await opened.table.changes.read(undefined, 100)).length);
  });
  await put('x', 1);
  await expect.poll(() => seen).toEqual([1]);
  stop();
  await put('y', 1);
  expect(seen).toEqual([1]);
});

it('remembers across a restart how far each consumer is, and never gives a sequence twice', async () => {
  await put('x', 1);
  await put('y', 1);
  const [first, second] = await opened.table.changes.read(undefined, 2);
  await opened.table.changes.acknowledge('notices', second!.sequence);
  await opened.table.changes.acknowledge('notices', first!.sequence);
  await opened.table.changes.acknowledge('journal', first!.sequence);
  await opened.table.close();
  const again = await openTable({ directory: opened.directory, now: () => nowMs });
  opened = { ...opened, table: again };
  expect(await again.changes.position('notices')).toBe(second!.sequence);
  expect(await again.changes.position('journal')).toBe(first!.sequence);
  expect(await again.changes.position('nobody')).toBeUndefined();
  expect(told(await again.changes.read(first!.sequence, 9))).toEqual([['INSERT', 'y', '1']]);
});

it('forgets a change after a day, and not before every consumer is done with it', async () => {
  await put('x', 1);
  await put('y', 1);
  const [first] = await opened.table.changes.read(undefined, 2);
  await opened.table.changes.acknowledge('notices', first!.sequence);
  await opened.table.sweep();
  expect(await opened.table.changes.read(undefined, 9)).toHaveLength(2);
  nowMs += 25 * 3600_000;
  await opened.table.sweep();
  expect(told(await opened.table.changes.read(undefined, 9))).toEqual([['INSERT', 'y', '1']]);
});

it('names the items of each commit right before and right after it', async () => {
  await opened.db.send(
    new TransactWriteItemsCommand({
      TransactItems: ['a', 'b'].map((pk) => ({ Put: { TableName: TABLE, Item: key(pk) } })),
    }),
  );
  expect(commits.slice(-2)).toEqual([
    ['before', ['a|a', 'b|a']],
    ['after', ['a|a', 'b|a']],
  ]);
});
