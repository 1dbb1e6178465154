import {
  GetItemCommand,
  IdempotentParameterMismatchException,
  PutItemCommand,
  QueryCommand,
  TransactGetItemsCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshTable, type Opened, TABLE } from './table-client.ts';

let opened: Opened;
let nowMs = Date.parse('2022-12-01T00:00:00+08:00');
beforeAll(async () => {
  opened = await freshTable({ now: () => nowMs });
});
afterAll(() => opened.close());

const key = (pk: string, sk = 'a') => ({ pk: { S: pk }, sk: { S: sk } });
const put = (pk: string, n: number, more: object = {}): TransactWriteItem => ({
  Put: { TableName: TABLE, Item: { ...key(pk), n: { N: String(n) } }, ...more },
});
const add = (pk: string, n: number): TransactWriteItem => ({
  Update: {
    TableName: TABLE,
    Key: key(pk),
    UpdateExpression: 'ADD n :n',
    ExpressionAttributeValues: { ':n': { N: String(n) } },
  },
});
const transact = (TransactItems: TransactWriteItem[], ClientRequestToken?: string) =>
  opened.db.send(new TransactWriteItemsCommand({ TransactItems, ...(ClientRequestToken && { ClientRequestToken }) }));
const numberOf = async (pk: string) =>
  (await opened.db.send(new GetItemCommand({ TableName: TABLE, Key: key(pk) }))).Item?.n?.N;
const isNew = { ConditionExpression: 'attribute_not_exists(pk)' };

describe('a transaction', () => {
  it('puts, updates, deletes and checks all at once', async () => {
    await transact([put('u', 1), put('d', 1), put('c', 1)]);
    await transact([
      put('p', 7, isNew),
      add('u', 4),
      { Delete: { TableName: TABLE, Key: key('d'), ConditionExpression: 'attribute_exists(pk)' } },
      {
        ConditionCheck: {
          TableName: TABLE,
          Key: key('c'),
          ConditionExpression: '#n = :one',
          ExpressionAttributeNames: { '#n': 'n' },
          ExpressionAttributeValues: { ':one': { N: '1' } },
        },
      },
    ]);
    expect(await Promise.all(['p', 'u', 'd', 'c'].map(numberOf))).toEqual(['7', '5', undefined, '1']);
  });

  it('writes nothing when one part may not, and says which and why, in order', async () => {
    await transact([put('held', 1)]);
    const refused = transact([
      put('not-written', 1),
      put('held', 2, { ...isNew, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
      add('held-2', 1),
      { ConditionCheck: { TableName: TABLE, Key: key('nowhere'), ConditionExpression: 'attribute_exists(pk)' } },
    ]);
    await expect(refused).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      message: expect.stringContaining('[None, ConditionalCheckFailed, None, ConditionalCheckFailed]'),
      CancellationReasons: [
        { Code: 'None' },
        { Code: 'ConditionalCheckFailed', Item: { ...key('held'), n: { N: '1' } } },
        { Code: 'None' },
        { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' },
      ],
    });
    expect(await Promise.all(['not-written', 'held', 'held-2'].map(numberOf))).toEqual([undefined, '1', undefined]);
  });

  it('gives a part that cannot be carried out as a reason too', async () => {
    await opened.db.send(new PutItemCommand({ TableName: TABLE, Item: { ...key('text'), n: { S: 'not a number' } } }));
    await expect(transact([put('beside-text', 1), add('text', 1)])).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'None' }, { Code: 'ValidationError' }],
    });
    expect(await numberOf('beside-text')).toBeUndefined();
  });

  it('may touch an item once, a hundred items at most, and four megabytes', async () => {
    const invalid = { name: 'ValidationException' };
    await expect(transact([put('twice', 1), add('twice', 1)])).rejects.toMatchObject(invalid);
    await expect(transact([])).rejects.toMatchObject(invalid);
    await expect(transact(Array.from({ length: 101 }, (_, n) => put(`many-${n}`, n)))).rejects.toMatchObject(invalid);
    const wide = (pk: string): TransactWriteItem => ({
      Put: { TableName: TABLE, Item: { ...key(pk), wide: { S: 'x'.repeat(390_000) } } },
    });
    await expect(transact(Array.from({ length: 11 }, (_, n) => wide(`wide-${n}`)))).rejects.toMatchObject(invalid);
    await transact(Array.from({ length: 100 }, (_, n) => put(`many-${n}`, n)));
    expect(await Promise.all(['twice', 'wide-0', 'many-0', 'many-99'].map(numberOf))).toEqual([
      undefined,
      undefined,
      '0',
      '99',
    ]);
  });

  it('is carried out once under its token for ten minutes, whatever has happened to the items since', async () => {
    await transact([add('token', 5)], 'token-1');
    await transact([add('token', 5)], 'token-1');
    expect(await numberOf('token')).toBe('5');
    await expect(transact([add('token', 6)], 'token-1')).rejects.toThrow(IdempotentParameterMismatchException);
    await transact([add('token', 5)], 'token-2');
    expect(await numberOf('token')).toBe('10');
    nowMs += 600_000;
    await opened.table.sweep();
    await transact([add('token', 7)], 'token-1');
    expect(await numberOf('token')).toBe('17');
  });

  it('that was refused may be tried again under the same token', async () => {
    const parts = [
      put('retry', 1),
      { ConditionCheck: { TableName: TABLE, Key: key('gate'), ConditionExpression: 'attribute_exists(pk)' } },
    ];
    await expect(transact(parts, 'retry')).rejects.toMatchObject({ name: 'TransactionCanceledException' });
    await transact([put('gate', 1)]);
    await transact(parts, 'retry');
    expect(await numberOf('retry')).toBe('1');
  });

  it('keeps the indexes with the items', async () => {
    const indexed = (pk: string, at: string): TransactWriteItem => ({
      Put: { TableName: TABLE, Item: { ...key(pk), gsi4pk: { S: 'queue' }, gsi4sk: { S: at } } },
    });
    await transact([indexed('q1', '1'), indexed('q2', '2')]);
    await transact([
      indexed('q1', '3'),
      {
        Update: { TableName: TABLE, Key: key('q2'), UpdateExpression: 'REMOVE gsi4pk, gsi4sk' },
      },
    ]);
    const { Items } = await opened.db.send(
      new QueryCommand({
        TableName: TABLE,
        IndexName: 'gsi4',
        KeyConditionExpression: 'gsi4pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: 'queue' } },
      }),
    );
    expect(Items!.map(({ pk, gsi4sk }) => [pk?.S, gsi4sk?.S])).toEqual([['q1', '3']]);
  });

  it('is never seen half done: two accounts always add up, to readers of both at one moment', async () => {
    await transact([put('left', 500), put('right', 500)]);
    let isMoving = true;
    const move = async () => {
      for (let n = 0; n < 60; n++) await transact([add('left', -1), add('right', 1)]);
    };
    const sums = new Set<number>();
    const read = async () => {
      while (isMoving) {
        const { Responses } = await opened.db.send(
          new TransactGetItemsCommand({
            TransactItems: ['left', 'right'].map((pk) => ({ Get: { TableName: TABLE, Key: key(pk) } })),
          }),
        );
        sums.add(Responses!.reduce((sum, { Item }) => sum + Number(Item?.n?.N), 0));
      }
    };
    const readers = [read(), read()];
    await Promise.all([move(), move(), move()]);
    isMoving = false;
    await Promise.all(readers);
    expect([...sums]).toEqual([1000]);
    expect(await Promise.all(['left', 'right'].map(numberOf))).toEqual(['320', '680']);
  });

  it('reads many items together in the order asked for, leaving a place for what is not there', async () => {
    const { Responses } = await opened.db.send(
      new TransactGetItemsCommand({
        TransactItems: [
          { Get: { TableName: TABLE, Key: key('nowhere') } },
          { Get: { TableName: TABLE, Key: key('left'), ProjectionExpression: 'n' } },
        ],
      }),
    );
    expect(Responses).toEqual([{}, { Item: { n: { N: '320' } } }]);
  });
});
