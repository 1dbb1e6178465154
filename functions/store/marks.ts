import { type DynamoDBClient, GetItemCommand, PutItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { JournalEntry } from '../../events/journal.ts';

// Every key of marks is spelled here and nowhere else. A mark says that a consumer of the journal has done something
// for an entry, so that hearing of the entry again changes nothing.
//
//   markPut        pk = MARK#<consumer>#<stream>#<entry id>, sk = <what was done>, in the transaction that does it
//   isDone, done   the same pk, sk = DONE: everything was

type Entry = Pick<JournalEntry, 'stream' | 'id'>;

const keyOf = (consumer: string, { stream, id }: Entry, what: string) => ({
  pk: { S: `MARK#${consumer}#${stream}#${id}` },
  sk: { S: what },
});
const done = 'DONE';

/** The mark that `what` is done, for the transaction that does it: a second one cancels its transaction. */
export const markPut = (table: string, consumer: string, entry: Entry, what: string): TransactWriteItem => ({
  Put: { TableName: table, Item: keyOf(consumer, entry, what), ConditionExpression: 'attribute_not_exists(pk)' },
});

export const marksStore = (db: DynamoDBClient, table: string) => ({
  isDone: async (consumer: string, entry: Entry): Promise<boolean> => {
    const get = new GetItemCommand({ TableName: table, Key: keyOf(consumer, entry, done), ConsistentRead: true });
    return (await db.send(get)).Item !== undefined;
  },

  /** Safe to repeat. */
  done: async (consumer: string, entry: Entry): Promise<void> => {
    await db.send(new PutItemCommand({ TableName: table, Item: keyOf(consumer, entry, done) }));
  },
});
