import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  type TransactWriteItem,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Violation, ViolationList } from '../../events/violation.ts';
import type { Recorded } from '../../rules/track.ts';
import { readAll } from './batch-get.ts';
import { newestPage } from './newest-page.ts';

// Every key of violations is spelled here and nowhere else.
//
//   violation(id)      pk = VIOLATION#<id>, sk = VIOLATION                                          read-violation
//   listed             gsi1pk = VIOLATIONS#<sector>#<province>#<shard>                              list-violations
//                      gsi2pk = VIOLATIONS#<enterprise>
//                      gsi3pk = VIOLATIONS#<enterprise>#<branch>
//                      gsi4pk = VIOLATIONS#<sector>#<province>#<rule>
//                      each by <firstSeenAt>#<id>, newest first
//   sizes              pk = COUNT#<list>, sk = <shard>: violations ever listed there                list-violations
//
// A violation that a submission changes while it is being recorded keeps, until that submission is audited, what it
// was before (`was`, with `pendingOf`): readers see the old state until the new one is committed.

/** The busiest lists and counters are spread over as many partitions. */
export const shards = 4;

export const counterKey = (list: ViolationList, shard: number) => ({
  pk: { S: `COUNT#${list.by}#${listName(list)}` },
  sk: { S: String(shard) },
});

const violationKey = (id: string) => ({ pk: { S: `VIOLATION#${id}` }, sk: { S: 'VIOLATION' } });

/** Spreads the busiest lists over partitions, by the violation's own id. */
const shardOf = (id: string): number => id.charCodeAt(id.length - 1) % shards;

/** A list's name in the counters and its partitions. */
export const listName = (list: ViolationList): string => {
  switch (list.by) {
    case 'sector':
      return `${list.sector}#${list.province}`;
    case 'enterprise':
      return list.enterprise;
    case 'branch':
      return `${list.enterprise}#${list.branchId}`;
    case 'rule':
      return `${list.sector}#${list.province}#${list.rule}`;
  }
};

/** The lists a violation stands in. */
export const listsOf = ({ sector, region, enterprise, branchId, rule }: Violation): readonly ViolationList[] => {
  const province = region.slice(0, 2);
  return [
    { by: 'sector', sector, province },
    { by: 'enterprise', enterprise },
    { by: 'branch', enterprise, branchId },
    { by: 'rule', sector, province, rule },
  ];
};

const indexKeys = (violation: Violation): Record<string, AttributeValue> => {
  const sk = { S: positionOf(violation) };
  const [sector, enterprise, branch, rule] = listsOf(violation).map(listName);
  return {
    gsi1pk: { S: `VIOLATIONS#${sector}#${shardOf(violation.id)}` },
    gsi1sk: sk,
    gsi2pk: { S: `VIOLATIONS#${enterprise}` },
    gsi2sk: sk,
    gsi3pk: { S: `VIOLATIONS#${branch}` },
    gsi3sk: sk,
    gsi4pk: { S: `VIOLATIONS#${rule}` },
    gsi4sk: sk,
  };
};

/** Place of a violation in every list. */
export const positionOf = ({ firstSeenAt, id }: Pick<Violation, 'firstSeenAt' | 'id'>): string =>
  `${firstSeenAt}#${id}`;

const parse = (item: Record<string, AttributeValue>): Recorded => ({
  violation: JSON.parse(item.body!.S!),
  ...(item.pendingOf && { pendingOf: item.pendingOf.S! }),
  ...(item.was && { was: JSON.parse(item.was.S!) }),
});

/** The write of a violation, for a transaction that also writes its record's track. */
// The track beside it carries the condition: whoever writes a violation has just written its record's track.
export const putViolation = (table: string, { violation, pendingOf, was }: Recorded): TransactWriteItem => ({
  Put: {
    TableName: table,
    Item: {
      ...violationKey(violation.id),
      ...indexKeys(violation),
      body: { S: JSON.stringify(violation) },
      ...(pendingOf !== undefined && { pendingOf: { S: pendingOf } }),
      ...(was !== undefined && { was: { S: JSON.stringify(was) } }),
    },
  },
});

/** So many are settled side by side. */
const lanes = 16;
/** Settled already; or another submission is changing it at this moment, and readers ask whether the one named is audited. */
const passable: ReadonlySet<string> = new Set(['ConditionalCheckFailedException', 'TransactionConflictException']);

export const violationsStore = (db: DynamoDBClient, table: string) => {
  return {
    violations: async (ids: readonly string[]): Promise<readonly (Recorded | undefined)[]> =>
      (await readAll(db, table, ids.map(violationKey))).map((item) => item && parse(item)),

    violation: async (id: string): Promise<Recorded | undefined> => {
      const { Item } = await db.send(
        new GetItemCommand({ TableName: table, Key: violationKey(id), ConsistentRead: true }),
      );
      return Item && parse(Item);
    },

    /** Once `submission` is audited, what it changed needs no older state beside it. Safe to skip, safe to repeat. */
    settle: async (ids: readonly string[], submission: string): Promise<void> => {
      const rest = ids.values();
      const lane = async () => {
        for (const id of rest) {
          const update = new UpdateItemCommand({
            TableName: table,
            Key: violationKey(id),
            UpdateExpression: 'REMOVE pendingOf, was',
            ConditionExpression: 'pendingOf = :submission',
            ExpressionAttributeValues: { ':submission': { S: submission } },
          });
          await db.send(update).catch((error) => {
            if (!passable.has(error.name)) throw error;
          });
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
    },

    /** How many violations each list has ever had; 0 is exact, more is an estimate. */
    sizes: async (lists: readonly ViolationList[]): Promise<readonly number[]> => {
      const keys = lists.flatMap((list) => Array.from({ length: shards }, (_, shard) => counterKey(list, shard)));
      const items = await readAll(db, table, keys);
      return lists.map((_, n) =>
        items.slice(n * shards, (n + 1) * shards).reduce((sum, item) => sum + Number(item?.n?.N ?? 0), 0),
      );
    },

    /** The partitions that one list is kept in. */
    partitionsOf: (list: ViolationList): readonly { readonly index: string; readonly pk: string }[] => {
      const pk = `VIOLATIONS#${listName(list)}`;
      switch (list.by) {
        case 'sector':
          return Array.from({ length: shards }, (_, shard) => ({ index: 'gsi1', pk: `${pk}#${shard}` }));
        case 'enterprise':
          return [{ index: 'gsi2', pk }];
        case 'branch':
          return [{ index: 'gsi3', pk }];
        case 'rule':
          return [{ index: 'gsi4', pk }];
      }
    },

    /** Up to `limit` violations of one partition, newest first, after the position `after`. */
    page: async (
      { index, pk }: { readonly index: string; readonly pk: string },
      after: string | undefined,
      limit: number,
    ): Promise<readonly Recorded[]> => {
      const items = await newestPage(db, table, { index, pk }, after, limit);
      return items.map(parse);
    },
  };
};
