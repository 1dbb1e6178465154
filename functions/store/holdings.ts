import { gunzipSync, gzipSync } from 'node:zlib';
import type { AttributeValue, DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { type Held, type HeldBy, type Holding, nothingHeld } from '../../rules/holdings.ts';
import { type ReadItems, readAll } from './batch-get.ts';

// Every key of the holdings is spelled here and nowhere else. One item per counting group, kind and subject:
//
//   read(subjects)       pk = HOLDINGS#<group>#<kind>#<subject token>, sk = CARDS   record-submission, check-record
//   write                the same, where `version` is still the one read
//   unchanged            condition only: what was judged was judged by these holdings
//
// `cards` is the gzipped JSON list of Holding, in order of counting.

const keyOf = ({ group, kind, subject }: HeldBy) => ({
  pk: { S: `HOLDINGS#${group}#${kind}#${subject}` },
  sk: { S: 'CARDS' },
});

const isVersion = (version: number) =>
  version === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': { N: String(version) } },
      };

const parse = (item: Record<string, AttributeValue>): Held => ({
  version: Number(item.version!.N),
  cards: JSON.parse(gunzipSync(item.cards!.B!).toString()),
});

export const holdingsStore = (
  db: DynamoDBClient,
  table: string,
  readItems: ReadItems = (keys) => readAll(db, table, keys),
) => ({
  /** Consistent reads, in the order asked. */
  read: async (subjects: readonly HeldBy[]): Promise<readonly Held[]> => {
    const items = await readItems(subjects.map(keyOf));
    return items.map((item) => (item === undefined ? nothingHeld : parse(item)));
  },

  /** Writes `cards` in place of what was read at `version`. */
  write: (of: HeldBy, version: number, cards: readonly Holding[]): TransactWriteItem => ({
    Put: {
      TableName: table,
      Item: {
        ...keyOf(of),
        version: { N: String(version + 1) },
        cards: { B: gzipSync(JSON.stringify(cards)) },
      },
      ...isVersion(version),
    },
  }),

  /** Fails the transaction when the holdings are no longer those of `version`. */
  unchanged: (of: HeldBy, version: number): TransactWriteItem => ({
    ConditionCheck: { TableName: table, Key: keyOf(of), ...isVersion(version) },
  }),
});
