import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { everyItem } from './every-item.ts';
import { succeeds, transact } from './transact.ts';

// Every key of what a release in shadow would have said is spelled here and nowhere else.
//
//   counted    pk = SHADOW#<release>, sk = SUBMISSION#<id>              written once, with the counters
//   counters   pk = SHADOW#<release>, sk = RULE#<rule>#<shard>          appears, disappears, changes
//   total      pk = SHADOW#<release>, sk = TOTAL#<shard>                submissions, records
//   counts     the same pk, the counters and totals added up            read-shadow

const shards = 8;

export type ShadowTally = { readonly appears: number; readonly disappears: number; readonly changes: number };

/** What a release in shadow would have said otherwise, of all that was audited beside it. */
export type ShadowCounts = {
  readonly submissions: number;
  readonly records: number;
  readonly rules: Readonly<Record<string, ShadowTally>>;
};

const pkOf = (release: string) => ({ S: `SHADOW#${release}` });

const add = (
  table: string,
  release: string,
  sk: string,
  numbers: Readonly<Record<string, number>>,
): TransactWriteItem => ({
  Update: {
    TableName: table,
    Key: { pk: pkOf(release), sk: { S: sk } },
    UpdateExpression: `ADD ${Object.keys(numbers)
      .map((name) => `#${name} :${name}`)
      .join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(Object.keys(numbers).map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: Object.fromEntries(
      Object.entries(numbers).map(([name, n]) => [`:${name}`, { N: String(n) }]),
    ),
  },
});

/** No kind has more rules than a transaction has room for. */
export const shadowCountsStore = (db: DynamoDBClient, table: string) => ({
  /** Counts what a submission's records would have been judged; a second time it counts nothing. */
  count: async (
    release: string,
    submission: string,
    records: number,
    rules: Readonly<Record<string, ShadowTally>>,
  ): Promise<void> => {
    const shard = Math.floor(Math.random() * shards);
    await succeeds(
      transact(db, [
        {
          Put: {
            TableName: table,
            Item: { pk: pkOf(release), sk: { S: `SUBMISSION#${submission}` } },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
        add(table, release, `TOTAL#${shard}`, { submissions: 1, records }),
        ...Object.entries(rules).map(([rule, tally]) => add(table, release, `RULE#${rule}#${shard}`, tally)),
      ]),
    );
  },

  counts: async (release: string): Promise<ShadowCounts> => {
    const beginning = (prefix: string) =>
      everyItem(db, {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pkOf(release), ':prefix': { S: prefix } },
      });
    const [totals, counters] = await Promise.all([beginning('TOTAL#'), beginning('RULE#')]);
    const sum = (items: typeof totals, name: string): number =>
      items.reduce((total, item) => total + Number(item[name]?.N ?? 0), 0);
    const byRule = Map.groupBy(counters, ({ sk }) => sk!.S!.split('#')[1]!);
    return {
      submissions: sum(totals, 'submissions'),
      records: sum(totals, 'records'),
      rules: Object.fromEntries(
        [...byRule]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([rule, items]) => [
            rule,
            {
              appears: sum(items, 'appears'),
              disappears: sum(items, 'disappears'),
              changes: sum(items, 'changes'),
            },
          ]),
      ),
    };
  },
});
