import { rm } from 'node:fs/promises';
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ResourceNotFoundException,
  ScanCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureTable, tableDefinition } from '../../../functions/store/table.ts';
import { openTable } from '../../../infra/local/table.ts';
import { clientOf, freshTable, type Opened, TABLE } from './table-client.ts';

let opened: Opened;
let nowMs = Date.parse('2022-12-01T00:00:00+08:00');
beforeAll(async () => {
  opened = await freshTable({ now: () => nowMs });
});
afterAll(() => opened.close());

const key = (pk: string, sk = 'a') => ({ pk: { S: pk }, sk: { S: sk } });
const put = (item: object, more: object = {}) =>
  opened.db.send(new PutItemCommand({ TableName: TABLE, Item: item as never, ...more }));
const get = async (pk: string, sk = 'a') =>
  (await opened.db.send(new GetItemCommand({ TableName: TABLE, Key: key(pk, sk) }))).Item;

describe('items', () => {
  it('keeps every type of value as it was written', async () => {
    const item = {
      ...key('types'),
      text: { S: '反诈' },
      count: { N: '12345678901234567890.5' },
      yes: { BOOL: true },
      none: { NULL: true },
      bytes: { B: Uint8Array.from([0, 255, 3]) },
      words: { SS: ['a', 'b'] },
      list: { L: [{ N: '1' }, { M: { deep: { S: '' } } }] },
    };
    await put(item);
    expect(await get('types')).toEqual(item);
  });

  it('updates by expression, counts, adds to sets and answers with what it became', async () => {
    await put({ ...key('update'), n: { N: '1' } });
    const { Attributes } = await opened.db.send(
      new UpdateItemCommand({
        TableName: TABLE,
        Key: key('update'),
        UpdateExpression: 'SET #t = if_not_exists(#t, :t) ADD n :one, marks :m REMOVE gone',
        ExpressionAttributeNames: { '#t': 'text' },
        ExpressionAttributeValues: { ':t': { S: 'x' }, ':one': { N: '2' }, ':m': { SS: ['m'] } },
        ReturnValues: 'ALL_NEW',
      }),
    );
    expect(Attributes).toEqual({ ...key('update'), n: { N: '3' }, text: { S: 'x' }, marks: { SS: ['m'] } });
  });

  it('refuses a write whose condition fails, and shows the item when asked to', async () => {
    const item = { ...key('condition'), n: { N: '1' } };
    await put(item, { ConditionExpression: 'attribute_not_exists(pk)' });
    const again = put({ ...key('condition'), n: { N: '2' } }, { ConditionExpression: 'attribute_not_exists(pk)' });
    await expect(again).rejects.toThrow(ConditionalCheckFailedException);
    const refusals = await Promise.all([
      put(item, {
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }).catch((error) => error.Item),
      opened.db
        .send(
          new DeleteItemCommand({
            TableName: TABLE,
            Key: key('condition'),
            ConditionExpression: 'n > :n',
            ExpressionAttributeValues: { ':n': { N: '5' } },
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        )
        .catch((error) => error.Item),
    ]);
    expect(refusals).toEqual([item, item]);
    expect(await get('condition')).toEqual(item);
  });

  it('lets exactly one of many racing conditional writers win', async () => {
    const racers = Array.from({ length: 40 }, (_, n) =>
      put({ ...key('race'), n: { N: String(n) } }, { ConditionExpression: 'attribute_not_exists(pk)' }).then(
        () => 'won',
        (error) => error.name,
      ),
    );
    const outcomes = await Promise.all(racers);
    expect(outcomes.filter((outcome) => outcome === 'won')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'ConditionalCheckFailedException')).toHaveLength(39);
  });

  it('loses no count of many concurrent counters', async () => {
    const count = () =>
      opened.db.send(
        new UpdateItemCommand({
          TableName: TABLE,
          Key: key('counter'),
          UpdateExpression: 'ADD n :one',
          ExpressionAttributeValues: { ':one': { N: '1' } },
        }),
      );
    await Promise.all(Array.from({ length: 100 }, count));
    expect(await get('counter')).toEqual({ ...key('counter'), n: { N: '100' } });
  });

  it('writes and reads batches', async () => {
    const items = Array.from({ length: 25 }, (_, n) => ({ ...key('batch', String(n)), n: { N: String(n) } }));
    await opened.db.send(
      new BatchWriteItemCommand({ RequestItems: { [TABLE]: items.map((Item) => ({ PutRequest: { Item } })) } }),
    );
    await opened.db.send(
      new BatchWriteItemCommand({ RequestItems: { [TABLE]: [{ DeleteRequest: { Key: key('batch', '3') } }] } }),
    );
    const Keys = items.map(({ pk, sk }) => ({ pk, sk }));
    const { Responses } = await opened.db.send(new BatchGetItemCommand({ RequestItems: { [TABLE]: { Keys } } }));
    expect(Responses?.[TABLE]).toHaveLength(24);
    expect(Responses?.[TABLE]).toEqual(expect.arrayContaining(items.filter(({ sk }) => sk.S !== '3')));
  });

  it('answers what is wrong with a request by the name DynamoDB gives it', async () => {
    await expect(put({ pk: { S: 'no-sort-key' } })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(put({ ...key('index'), gsi1pk: { N: '1' } })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(put({ ...key('index'), gsi1pk: { S: 'x' }, gsi1sk: { S: '' } })).rejects.toMatchObject({
      name: 'ValidationException',
    });
    expect(await get('index')).toBeUndefined();
    await expect(put({ ...key('syntax') }, { ConditionExpression: 'what =' })).rejects.toMatchObject({
      name: 'ValidationException',
    });
    const elsewhere = opened.db.send(new GetItemCommand({ TableName: 'elsewhere', Key: key('x') }));
    await expect(elsewhere).rejects.toThrow(ResourceNotFoundException);
  });
});

describe('queries', () => {
  const query = (more: object) => opened.db.send(new QueryCommand({ TableName: TABLE, ...more }));

  it('pages through an index in both directions, and keeps an item out of an index it has no key for', async () => {
    const items = Array.from({ length: 30 }, (_, n) => ({
      ...key(`paged-${n}`),
      gsi2pk: { S: 'paged' },
      ...(n % 3 !== 0 && { gsi2sk: { S: String(n).padStart(3, '0') } }),
    }));
    await Promise.all(items.map((item) => put(item)));
    const pages = async (ScanIndexForward: boolean) => {
      const seen: string[] = [];
      let start: object | undefined;
      do {
        const { Items, LastEvaluatedKey } = await query({
          IndexName: 'gsi2',
          KeyConditionExpression: 'gsi2pk = :pk AND gsi2sk BETWEEN :from AND :to',
          ExpressionAttributeValues: { ':pk': { S: 'paged' }, ':from': { S: '004' }, ':to': { S: '020' } },
          Limit: 4,
          ScanIndexForward,
          ...(start && { ExclusiveStartKey: start }),
        });
        seen.push(...(Items ?? []).map((item) => String(item.gsi2sk?.S)));
        start = LastEvaluatedKey;
      } while (start);
      return seen;
    };
    const expected = ['004', '005', '007', '008', '010', '011', '013', '014', '016', '017', '019', '020'];
    expect(await pages(true)).toEqual(expected);
    expect(await pages(false)).toEqual(expected.toReversed());
  });

  it('keeps every one of thousands of items that share one index key', async () => {
    const numbers = Array.from({ length: 6000 }, (_, n) => n);
    for (let from = 0; from < numbers.length; from += 500)
      await Promise.all(
        Array.from({ length: 20 }, (_, k) => numbers.slice(from + k * 25, from + k * 25 + 25)).map((chunk) =>
          opened.db.send(
            new BatchWriteItemCommand({
              RequestItems: {
                [TABLE]: chunk.map((n) => ({
                  PutRequest: {
                    Item: { ...key('same', String(n)), gsi1pk: { S: 'same' }, gsi1sk: { S: 'same' }, n: { N: `${n}` } },
                  },
                })),
              },
            }),
          ),
        ),
      );
    const seen = new Set<string>();
    let start: Record<string, never> | undefined;
    do {
      const { Items, LastEvaluatedKey } = await query({
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: 'same' } },
        Limit: 700,
        ...(start && { ExclusiveStartKey: start }),
      });
      for (const item of Items ?? []) seen.add(String(item.n?.N));
      start = LastEvaluatedKey as typeof start;
    } while (start);
    expect(seen.size).toBe(6000);
  });

  it('filters after the limit, projects, counts, and ends a page at one megabyte', async () => {
    const wide = 'x'.repeat(60_000);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        put({ ...key('wide', String(n).padStart(2, '0')), n: { N: `${n}` }, wide: { S: wide } }),
      ),
    );
    const base = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': { S: 'wide' } } };
    const whole = await query(base);
    expect(whole.Items!.length).toBeLessThan(20);
    expect(whole.LastEvaluatedKey).toBeDefined();
    const filtered = await query({
      ...base,
      Limit: 4,
      FilterExpression: 'n >= :two',
      ProjectionExpression: 'n',
      ExpressionAttributeValues: { ...base.ExpressionAttributeValues, ':two': { N: '2' } },
    });
    expect(filtered).toMatchObject({ ScannedCount: 4, Count: 2, Items: [{ n: { N: '2' } }, { n: { N: '3' } }] });
    const counted = await query({ ...base, Limit: 4, Select: 'COUNT' });
    expect(counted).toMatchObject({ Count: 4 });
    expect(counted.Items).toBeUndefined();
    const begins = await query({
      ...base,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :one)',
      ExpressionAttributeValues: { ...base.ExpressionAttributeValues, ':one': { S: '1' } },
      ProjectionExpression: 'sk',
    });
    expect(begins.Items!.map((item) => item.sk?.S)).toEqual(Array.from({ length: 10 }, (_, n) => `1${n}`));
  });

  it('scans the table in pages without missing or repeating an item', async () => {
    const seen: string[] = [];
    let start: Record<string, never> | undefined;
    do {
      const page = await opened.db.send(
        new ScanCommand({ TableName: TABLE, Limit: 900, ...(start && { ExclusiveStartKey: start }) }),
      );
      for (const { pk, sk } of page.Items ?? []) seen.push(`${pk?.S}|${sk?.S}`);
      start = page.LastEvaluatedKey as typeof start;
    } while (start);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((name) => name.startsWith('same|'))).toHaveLength(6000);
  });
});

describe('the table', () => {
  it('is described as it was defined, is made once, and expires by expiresAt', async () => {
    await ensureTable(opened.db, TABLE);
    const { Table } = await opened.db.send(new DescribeTableCommand({ TableName: TABLE }));
    expect(Table).toMatchObject({ TableStatus: 'ACTIVE', KeySchema: tableDefinition(TABLE).KeySchema });
    expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName)).toEqual([
      'gsi1',
      'gsi2',
      'gsi3',
      'gsi4',
      'gsi5',
    ]);
    const { TimeToLiveDescription } = await opened.db.send(new DescribeTimeToLiveCommand({ TableName: TABLE }));
    expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' });
  });

  it('removes what has expired, from the indexes too, and nothing that was given more time', async () => {
    const seconds = Math.floor(nowMs / 1000);
    const expiring = (pk: string, inSeconds: number) => ({
      ...key(pk),
      gsi3pk: { S: 'expiring' },
      gsi3sk: { S: pk },
      expiresAt: { N: String(seconds + inSeconds) },
    });
    await put(expiring('short', 10));
    await put(expiring('renewed', 10));
    await put(expiring('renewed', 1000));
    await put(expiring('long', 1000));
    nowMs += 11_000;
    expect(await opened.table.sweep()).toBeLessThanOrEqual(1);
    const { Items } = await opened.db.send(
      new QueryCommand({
        TableName: TABLE,
        IndexName: 'gsi3',
        KeyConditionExpression: 'gsi3pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: 'expiring' } },
      }),
    );
    expect(Items!.map((item) => item.pk?.S)).toEqual(['long', 'renewed']);
    expect(await get('short')).toBeUndefined();
  });

  it('has everything again when it is opened anew, and belongs to one process at a time', async () => {
    const first = await freshTable();
    await first.db.send(new PutItemCommand({ TableName: TABLE, Item: { ...key('kept'), n: { N: '1' } } }));
    await expect(openTable({ directory: first.directory })).rejects.toThrow();
    await first.table.close();
    const second = await openTable({ directory: first.directory });
    const db = clientOf(second.endpoint);
    const { Item } = await db.send(new GetItemCommand({ TableName: TABLE, Key: key('kept') }));
    expect(Item).toEqual({ ...key('kept'), n: { N: '1' } });
    db.destroy();
    first.db.destroy();
    await second.close();
    await rm(first.directory, { recursive: true });
  });
});
