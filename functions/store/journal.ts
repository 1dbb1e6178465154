import {
  type AttributeValue,
  type DynamoDBClient,
  paginateQuery,
  QueryCommand,
  type QueryCommandInput,
  type TransactWriteItem,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { isStep, type JournalEntry } from '../../events/journal.ts';
import { everyItem } from './every-item.ts';

// Every key of the journal is spelled here and nowhere else.
//
//   journalPut            pk = JOURNAL#<stream>, sk = <id>, in the transaction of what it tells of     whoever changes
//   entriesOf, pagesOf    the same pk, by id                                                  notify-authorities
//   undispatchedBefore    gsi5pk = UNDISPATCHED, gsi5sk = <at>#<stream>#<id>, oldest first, no steps   sweep
//   markDispatched        removes gsi5pk and gsi5sk: all that ever changes of an entry       dispatch-journal, sweep
//
// `body` is the entry, one JSON string.

const prefix = 'JOURNAL#';
const undispatched = 'UNDISPATCHED';

const keyOf = ({ stream, id }: Pick<JournalEntry, 'stream' | 'id'>) => ({
  pk: { S: `${prefix}${stream}` },
  sk: { S: id },
});

const undispatchedKey = ({ at, stream, id }: JournalEntry) => ({
  gsi5pk: { S: undispatched },
  gsi5sk: { S: `${at}#${stream}#${id}` },
});

const parse = (item: Record<string, AttributeValue>): JournalEntry => JSON.parse(item.body!.S!);

/** The write of an entry, for the transaction of what it tells of: an entry that is there already cancels it. */
export const journalPut = (table: string, entry: JournalEntry): TransactWriteItem => ({
  Put: {
    TableName: table,
    Item: {
      ...keyOf(entry),
      ...(!isStep(entry) && undispatchedKey(entry)),
      body: { S: JSON.stringify(entry) },
    },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** The entry that an item of the table is; undefined where it is something else. */
export const journalEntryOf = (item: Record<string, AttributeValue>): JournalEntry | undefined =>
  item.pk?.S?.startsWith(prefix) ? parse(item) : undefined;

const toldAbout = (table: string, stream: string, of: string | undefined): QueryCommandInput => ({
  TableName: table,
  ConsistentRead: true,
  KeyConditionExpression: of === undefined ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :of)',
  ExpressionAttributeValues: {
    ':pk': { S: `${prefix}${stream}` },
    ...(of !== undefined && { ':of': { S: of } }),
  },
});

export const journalStore = (db: DynamoDBClient, table: string) => ({
  /** Everything told about one stream, by id; only the ids that begin with `of` where it is given. */
  entriesOf: async (stream: string, of?: string): Promise<readonly JournalEntry[]> =>
    (await everyItem(db, toldAbout(table, stream, of))).map(parse),

  /** The same page by page, where there may be as many as a file has rows. */
  pagesOf: async function* (stream: string, of?: string): AsyncGenerator<readonly JournalEntry[]> {
    for await (const { Items = [] } of paginateQuery({ client: db }, toldAbout(table, stream, of))) {
      if (Items.length > 0) yield Items.map(parse);
    }
  },

  /** Everybody who is woken by the entry has heard of it. Safe to repeat. */
  markDispatched: async (entry: Pick<JournalEntry, 'stream' | 'id'>): Promise<void> => {
    const update = new UpdateItemCommand({
      TableName: table,
      Key: keyOf(entry),
      UpdateExpression: 'REMOVE gsi5pk, gsi5sk',
      ConditionExpression: 'attribute_exists(gsi5pk)',
    });
    await db.send(update).catch((error) => {
      if (error.name !== 'ConditionalCheckFailedException') throw error;
    });
  },

  /** Up to `limit` entries written before an instant that nobody has marked dispatched, oldest first, those behind `after`. */
  undispatchedBefore: async (before: string, limit: number, after?: JournalEntry): Promise<readonly JournalEntry[]> => {
    const { Items } = await db.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'gsi5',
        KeyConditionExpression: 'gsi5pk = :pk AND gsi5sk < :before',
        ExpressionAttributeValues: { ':pk': { S: undispatched }, ':before': { S: before } },
        ...(after && { ExclusiveStartKey: { ...keyOf(after), ...undispatchedKey(after) } }),
        Limit: limit,
      }),
    );
    return (Items ?? []).map(parse);
  },
});
