import { setTimeout } from 'node:timers/promises';
import {
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { addresseeOf } from '../../events/addressee.ts';
import type { JournalEntry } from '../../events/journal.ts';
import type { Notice } from '../../events/notice.ts';
import { journalPut } from './journal.ts';
import { markPut } from './marks.ts';

// Every key of notices is spelled here and nowhere else.
//
//   append     pk = NOTICES#<addressee>, sk = <sequence, 12 digits>, `body` the notice: written once    dispatch-journal
//   latest     pk = NOTICE-COUNT#<addressee>, sk = COUNT, `n` the last sequence number given       create-subscription
//   after      the notices of an addressee after a sequence number, in sequence         list-notices, deliver-webhooks
//
// An addressee is an authority's id, or `enterprise#<its code>`.
// Counter, notice, mark and journal entry are one transaction: no number is given twice or left out.

/** A notice that has no place in its addressee's sequence yet. */
type Draft = Omit<Notice, 'sequence' | 'createdAt'>;

const consumer = 'notify';
const maxAttempts = 60;

const counterKey = (addressee: string) => ({ pk: { S: `NOTICE-COUNT#${addressee}` }, sk: { S: 'COUNT' } });
const noticeKey = (addressee: string, sequence: number) => ({
  pk: { S: `NOTICES#${addressee}` },
  sk: { S: String(sequence).padStart(12, '0') },
});

export const noticesStore = (db: DynamoDBClient, table: string) => {
  const latest = async (addressee: string): Promise<number> => {
    const get = new GetItemCommand({ TableName: table, Key: counterKey(addressee), ConsistentRead: true });
    return Number((await db.send(get)).Item?.n?.N ?? 0);
  };

  const writesOf = (notice: Notice, because: JournalEntry): TransactWriteItem[] => {
    const { sequence, id, createdAt } = notice;
    const addressee = addresseeOf(notice);
    const entry: JournalEntry = {
      id: `notice.created#${id}`,
      stream: because.stream,
      type: 'notice.created',
      at: createdAt,
      detail: notice,
    };
    return [
      markPut(table, consumer, because, id),
      {
        Update: {
          TableName: table,
          Key: counterKey(addressee),
          UpdateExpression: 'SET n = :n',
          ConditionExpression: sequence === 1 ? 'attribute_not_exists(pk)' : 'n = :before',
          ExpressionAttributeValues: {
            ':n': { N: String(sequence) },
            ...(sequence > 1 && { ':before': { N: String(sequence - 1) } }),
          },
        },
      },
      {
        Put: {
          TableName: table,
          Item: { ...noticeKey(addressee, sequence), body: { S: JSON.stringify(notice) } },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      journalPut(table, entry),
    ];
  };

  return {
    latest,

    /**
     * Gives the notice the next place in its addressee's sequence, unless `because` has brought it forth already.
     * Throws when sixty others were faster one after the other.
     */
    append: async (draft: Draft, createdAt: string, because: JournalEntry): Promise<void> => {
      const addressee = addresseeOf(draft);
      for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
        const notice: Notice = { ...draft, sequence: (await latest(addressee)) + 1, createdAt };
        const error = await db
          .send(new TransactWriteItemsCommand({ TransactItems: writesOf(notice, because) }))
          .then(() => undefined)
          .catch((reason: unknown) => reason);
        if (error === undefined) return;
        if (!(error instanceof TransactionCanceledException)) throw error;
        if (error.CancellationReasons?.[0]?.Code === 'ConditionalCheckFailed') return;
        await setTimeout(Math.random() * Math.min(200, 5 * attempt));
      }
      throw new Error(`no place in the sequence of ${addressee} after ${maxAttempts} attempts`);
    },

    /** Up to `limit` notices after a sequence number (0: from the first), in sequence. */
    after: async (addressee: string, sequence: number, limit: number): Promise<readonly Notice[]> => {
      const { pk, sk } = noticeKey(addressee, sequence);
      const { Items } = await db.send(
        new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk AND sk > :sk',
          ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
          Limit: limit,
        }),
      );
      return (Items ?? []).map((item) => JSON.parse(item.body!.S!));
    },
  };
};
