import {
  type AttributeValue,
  type DynamoDBClient,
  TransactionCanceledException,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import type { JournalEntry } from '../../events/journal.ts';
import type { OverdueFiling } from '../../events/overdue-filing.ts';
import { readAll } from './batch-get.ts';
import { everyItem } from './every-item.ts';
import { journalPut } from './journal.ts';
import { newestPage } from './newest-page.ts';
import { transact } from './transact.ts';

// Every key of overdue filings is spelled here and nowhere else.
//
//   overduePut       pk = OVERDUE#<id>, sk = FILING, where there is none yet, with its entry           overdue-rounds
//   known            the same                                                                           check-filings
//   open             gsi5pk = OVERDUE-OPEN, gsi5sk = <dueOn>#<id>, until it is filed                    check-filings
//   markFiled        removes it from `open` and says when, with its journal entry                       check-filings
//   listed           gsi1pk = OVERDUE#<enterprise>                                       list-overdue-filings
//                    gsi2pk = OVERDUE#<sector>#<province>, each by <dueOn>#<id>, newest first
//
// `body` is the filing as found, one JSON string; `filedAt` stands beside it.

export type OverdueListed = { readonly enterprise: string } | { readonly sector: string; readonly province: string };

const keyOf = (id: string) => ({ pk: { S: `OVERDUE#${id}` }, sk: { S: 'FILING' } });
const openPk = { S: 'OVERDUE-OPEN' };

/** Place of an overdue filing in every list. */
export const placeOf = ({ dueOn, id }: Pick<OverdueFiling, 'dueOn' | 'id'>): string => `${dueOn}#${id}`;

const parse = (item: Record<string, AttributeValue>): OverdueFiling => ({
  ...JSON.parse(item.body!.S!),
  ...(item.filedAt && { filedAt: item.filedAt.S }),
});

/** The write that puts a filing on the list, for the transaction that tells of it: one that is there cancels it. */
export const overduePut = (table: string, filing: OverdueFiling): TransactWriteItem => {
  const { id, enterprise, sector, region } = filing;
  const place = { S: placeOf(filing) };
  return {
    Put: {
      TableName: table,
      Item: {
        ...keyOf(id),
        gsi1pk: { S: `OVERDUE#${enterprise}` },
        gsi1sk: place,
        gsi2pk: { S: `OVERDUE#${sector}#${region.slice(0, 2)}` },
        gsi2sk: place,
        gsi5pk: openPk,
        gsi5sk: place,
        body: { S: JSON.stringify(filing) },
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
};

export const overdueFilingsStore = (db: DynamoDBClient, table: string) => ({
  /** Which of them are on the list already, in the order asked. */
  known: async (ids: readonly string[]): Promise<readonly boolean[]> =>
    (await readAll(db, table, ids.map(keyOf))).map((item) => item !== undefined),

  /** It was filed after all, at `filedAt`, says `entry`; the first time that somebody says so counts. Safe to repeat. */
  markFiled: async (id: string, filedAt: string, entry: JournalEntry): Promise<void> => {
    const update = {
      Update: {
        TableName: table,
        Key: keyOf(id),
        UpdateExpression: 'SET filedAt = :at REMOVE gsi5pk, gsi5sk',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(filedAt)',
        ExpressionAttributeValues: { ':at': { S: filedAt } },
      },
    };
    await transact(db, [update, journalPut(table, entry)]).catch((error) => {
      const isSaid =
        error instanceof TransactionCanceledException &&
        error.CancellationReasons?.[0]?.Code === 'ConditionalCheckFailed';
      if (!isSaid) throw error;
    });
  },

  /** All that are not filed yet, the longest overdue first. */
  open: async (): Promise<readonly OverdueFiling[]> => {
    const items = await everyItem(db, {
      TableName: table,
      IndexName: 'gsi5',
      KeyConditionExpression: 'gsi5pk = :pk',
      ExpressionAttributeValues: { ':pk': openPk },
    });
    return items.map(parse);
  },

  /** One page of a list, newest first, after the position `after`. */
  listed: async (by: OverdueListed, after: string | undefined, limit: number): Promise<readonly OverdueFiling[]> => {
    const [index, pk] =
      'enterprise' in by ? ['gsi1', `OVERDUE#${by.enterprise}`] : ['gsi2', `OVERDUE#${by.sector}#${by.province}`];
    const items = await newestPage(db, table, { index, pk }, after, limit);
    return items.map(parse);
  },
});
