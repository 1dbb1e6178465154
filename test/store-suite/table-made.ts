import { DescribeTableCommand, DescribeTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { ensureTable, INDEXES } from '../../functions/store/table.ts';
import { itemsOf, key } from './items.ts';
import type { Part } from './opened.ts';

// The stream is not described by the table of one machine: its changes are always told. What it tells, stream.ts says.

/** What `ensureTable` leaves behind. */
export const tableMade: Part = (at) => {
  const { put, get } = itemsOf(at);

  it('is active, with five indexes of every attribute', async () => {
    const { Table } = await at().db.send(new DescribeTableCommand({ TableName: at().table }));
    expect(Table!.TableStatus).toBe('ACTIVE');
    const keys = (pk: string, sk: string) => [
      { AttributeName: pk, KeyType: 'HASH' },
      { AttributeName: sk, KeyType: 'RANGE' },
    ];
    expect(Table!.KeySchema).toEqual(keys('pk', 'sk'));
    const indexes = (Table!.GlobalSecondaryIndexes ?? []).map((index) => [
      index.IndexName,
      index.KeySchema,
      index.Projection?.ProjectionType,
    ]);
    const expected = INDEXES.map((index) => [index, keys(`${index}pk`, `${index}sk`), 'ALL']);
    expect(indexes.toSorted()).toEqual(expected);
  });

  it('removes what is past its expiresAt', async () => {
    const { TimeToLiveDescription } = await at().db.send(new DescribeTimeToLiveCommand({ TableName: at().table }));
    expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' });
  });

  it('stands as it is when somebody makes sure of it again', async () => {
    await put(key('kept'));
    await ensureTable(at().db, at().table);
    expect(await get(key('kept'))).toEqual(key('kept'));
  });
};
