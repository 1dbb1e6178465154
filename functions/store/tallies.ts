import type { DynamoDBClient, TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Tally } from '../../rules/facts/period.ts';
import { added, type MonthTally, nothingTallied, type TallyChange, type TallyKey } from '../../rules/tally.ts';
import { everyItem } from './every-item.ts';

// Every key of tallies is spelled here and nowhere else.
//
//   monthTallies    pk = TALLY#<enterprise>#<branch>#<kind>, sk = <month>#<shard>     record-submission, check-filings
//   tallyUpdate     the same, in the transaction of the track that says what its record adds
//
// A month is the sum of its shards: `records`, and of each tally `s:<name>` its sum and `u:<name>` of how many records it
// is not known. Those who change a month side by side each take a shard, and do not wait for each other.

/** Transactions of one submission run in as many lanes, each with a shard of its own. */
export const tallyShards = 4;

const pkOf = ({ enterprise, branchId, recordKind }: Omit<TallyKey, 'month'>) => ({
  S: `TALLY#${enterprise}#${branchId}#${recordKind}`,
});

/** Adds a change to a month, for the transaction that says why. */
export const tallyUpdate = (table: string, { of, adds }: TallyChange, shard: number): TransactWriteItem => {
  const numbers = [
    ['records', adds.records] as const,
    ...Object.entries(adds.tallies).flatMap(([name, { sum, unknown }]) => [
      [`s:${name}`, sum] as const,
      [`u:${name}`, unknown] as const,
    ]),
  ].filter(([, value]) => value !== 0);
  return {
    Update: {
      TableName: table,
      Key: { pk: pkOf(of), sk: { S: `${of.month}#${shard}` } },
      UpdateExpression: `ADD ${numbers.map((_, n) => `#n${n} :n${n}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(numbers.map(([name], n) => [`#n${n}`, name])),
      ExpressionAttributeValues: Object.fromEntries(numbers.map(([, value], n) => [`:n${n}`, { N: String(value) }])),
    },
  };
};

export const talliesStore = (db: DynamoDBClient, table: string) => ({
  /** The months from `from` to `to` (`2026-10`, both included) for which anything was ever reported. */
  monthTallies: async (
    of: Omit<TallyKey, 'month'>,
    from: string,
    to: string,
  ): Promise<ReadonlyMap<string, MonthTally>> => {
    const items = await everyItem(db, {
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': pkOf(of), ':from': { S: `${from}#` }, ':to': { S: `${to}#~` } },
    });
    const months = new Map<string, MonthTally>();
    for (const { pk: _, sk, records, ...numbers } of items) {
      const tallies: Record<string, Tally> = {};
      for (const [name, value] of Object.entries(numbers)) {
        const { sum, unknown } = tallies[name.slice(2)] ?? { sum: 0, unknown: 0 };
        const number = Number(value.N);
        tallies[name.slice(2)] = name.startsWith('s:') ? { sum: number, unknown } : { sum, unknown: number };
      }
      const month = sk!.S!.split('#')[0]!;
      const one: MonthTally = { records: Number(records?.N ?? 0), tallies };
      months.set(month, added(months.get(month) ?? nothingTallied, one));
    }
    return months;
  },
});
