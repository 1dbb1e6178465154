import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactGetItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { ListName } from '../../events/lists.ts';
import type { ListEntry, Lists } from '../../rules/facts/lists.ts';
import { asEntry, isThere, type Listed, type ListParts, standing } from '../../rules/listed.ts';
import type { Asked } from '../../rules/look-up.ts';
import { readAll } from './batch-get.ts';
import { isRecording } from './list-imports.ts';
import { partsKey } from './list-keys.ts';
import { transact } from './transact.ts';

// Every key of what stands on the lists is spelled here (that of the parts in list-keys.ts) and nowhere else; imports
// have a file of their own.
//
//   parts(list)         pk = LIST#<list>, sk = PARTS                  how each authority's part stands      list-lists
//   lookUp(asked)       the same, and pk = LISTED#<list>#<token>, sk = ENTRIES      check-record, submit-records
//   listed, write       the same by token                                           import-list, sweep
//   page                gsi1pk = LISTED#<list>#<shard>, gsi1sk = <token>            list-list-entries, import-list
//
// One item has all that was written about one value, by whomever: `body` is its list of Listed. Which of it stands is
// said by the parts, so that an import of ten thousand counts by the one write that moves its authority's part.

type Item = Record<string, AttributeValue>;

/** What was written about one value, and how often; version 0 where nothing was. */
export type ListedAt = { readonly version: number; readonly listed: readonly Listed[] };

/** A place in the walk over a list. */
export type ListPosition = readonly [shard: number, token: string];

/** A partition of an index takes a thousand writes a second; an import writes ten times as many. */
export const listShards = 8;

const listedKey = (list: ListName, token: string) => ({ pk: { S: `LISTED#${list}#${token}` }, sk: { S: 'ENTRIES' } });
const shardOf = (token: string): number => token.charCodeAt(token.length - 1) % listShards;

const partsIn = (item: Item | undefined): ListParts => (item === undefined ? {} : JSON.parse(item.body!.S!));
const listedIn = (item: Item | undefined): ListedAt =>
  item === undefined
    ? { version: 0, listed: [] }
    : { version: Number(item.version!.N), listed: JSON.parse(item.body!.S!) };

/** So many items one transaction reads. */
const readTogether = 100;

/** Nobody imports so often that a look-up meets an import each time. */
const maxLooks = 10;

export const listsStore = (
  db: DynamoDBClient,
  table: string,
  nowSeconds: () => number = () => Math.floor(Date.now() / 1000),
) => {
  const listed = async (list: ListName, tokens: readonly string[]): Promise<readonly ListedAt[]> =>
    (
      await readAll(
        db,
        table,
        tokens.map((token) => listedKey(list, token)),
      )
    ).map(listedIn);

  type Keyed = { readonly list: ListName; readonly token: string };
  const keyedBy = (asked: Asked, names: readonly ListName[]): readonly Keyed[] =>
    names.flatMap((list) => asked[list]!.map((token) => ({ list, token })));

  /** What the lists that are there say, out of their heads and of what was written about the values asked of them. */
  const saidOf = (
    names: readonly ListName[],
    heads: readonly (Item | undefined)[],
    keys: readonly Keyed[],
    items: readonly (Item | undefined)[],
  ): Lists => {
    const partsOf = new Map(names.map((list, n) => [list, partsIn(heads[n])] as const));
    const said: Partial<Record<ListName, ListEntry[]>> = {};
    for (const [list, parts] of partsOf) if (isThere(parts)) said[list] = [];
    for (const [n, { list, token }] of keys.entries()) {
      const entries = standing(listedIn(items[n]).listed, partsOf.get(list)!);
      said[list]?.push(...entries.map((entry) => asEntry(token, entry)));
    }
    return said;
  };

  /** In one reading, which is of one moment by itself. */
  const lookUpTogether = async (names: readonly ListName[], keys: readonly Keyed[]): Promise<Lists> => {
    const wanted = [...names.map(partsKey), ...keys.map(({ list, token }) => listedKey(list, token))];
    const { Responses = [] } = await db.send(
      new TransactGetItemsCommand({ TransactItems: wanted.map((Key) => ({ Get: { TableName: table, Key } })) }),
    );
    const items = Responses.map(({ Item }) => Item);
    return saidOf(names, items.slice(0, names.length), keys, items.slice(names.length));
  };

  /** In batches, again where an import came to count meanwhile. */
  const lookUpInBatches = async (names: readonly ListName[], keys: readonly Keyed[]): Promise<Lists> => {
    const readHeads = () => readAll(db, table, names.map(partsKey));
    for (let attempt = 0; attempt < maxLooks; attempt += 1) {
      const heads = await readHeads();
      const there = new Set(names.filter((_, n) => isThere(partsIn(heads[n]))));
      const asked = keys.filter(({ list }) => there.has(list));
      const items = await readAll(
        db,
        table,
        asked.map(({ list, token }) => listedKey(list, token)),
      );
      // An import that came to count in between has cleared what stood before it: neither state was read whole.
      const after = await readHeads();
      if (heads.every((head, n) => head?.version?.N === after[n]?.version?.N))
        return saidOf(names, heads, asked, items);
    }
    throw new Error(`the lists changed ${maxLooks} times while they were read`);
  };

  return {
    /** How each authority's part of the list stands, and how often that was written. */
    parts: async (list: ListName): Promise<{ readonly version: number; readonly parts: ListParts }> => {
      const { Item } = await db.send(
        new GetItemCommand({ TableName: table, Key: partsKey(list), ConsistentRead: true }),
      );
      return { version: Number(Item?.version?.N ?? 0), parts: partsIn(Item) };
    },

    /** What the lists say of the values asked about, all at one moment. */
    lookUp: async (asked: Asked): Promise<Lists> => {
      const names = Object.keys(asked) as ListName[];
      const keys = keyedBy(asked, names);
      if (names.length + keys.length > readTogether) return lookUpInBatches(names, keys);
      try {
        return await lookUpTogether(names, keys);
      } catch (error) {
        // An import is writing one of the items this very moment, or they are more than 4 MB together.
        if (error instanceof Error && error.name === 'TransactionCanceledException')
          return lookUpInBatches(names, keys);
        throw error;
      }
    },

    /** Changes whenever what one of the lists says does. */
    versions: async (names: readonly ListName[]): Promise<string> => {
      const heads = await readAll(db, table, names.map(partsKey));
      return heads.map((head) => head?.version?.N ?? '0').join(',');
    },

    listed,

    /**
     * Writes what was worked out of the values' items as they were read, all of them or none; false when one of them
     * has changed meanwhile, or the import for which it is written is no longer being recorded. At most 99.
     */
    write: async (
      list: ListName,
      changes: readonly { readonly token: string; readonly version: number; readonly listed: readonly Listed[] }[],
      whileRecording?: string,
    ): Promise<boolean> => {
      const items = changes.map(({ token, version, listed: to }) => ({
        Put: {
          TableName: table,
          Item: {
            ...listedKey(list, token),
            version: { N: String(version + 1) },
            body: { S: JSON.stringify(to) },
            // What nothing is written about any more goes by itself.
            ...(to.length === 0
              ? { expiresAt: { N: String(nowSeconds()) } }
              : { gsi1pk: { S: `LISTED#${list}#${shardOf(token)}` }, gsi1sk: { S: token } }),
          },
          ...(version === 0
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: '#version = :version',
                ExpressionAttributeNames: { '#version': 'version' },
                ExpressionAttributeValues: { ':version': { N: String(version) } },
              }),
        },
      }));
      try {
        await transact(db, [...items, ...(whileRecording === undefined ? [] : [isRecording(table, whileRecording)])]);
        return true;
      } catch (error) {
        if (error instanceof Error && error.name === 'TransactionCanceledException') return false;
        throw error;
      }
    },

    /** Up to `limit` values of a list after a position; `next` is where to go on, undefined at the end. */
    page: async (list: ListName, [shard, after]: ListPosition, limit: number) => {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :pk AND gsi1sk > :after',
          // No key is empty, and none comes before a blank.
          ExpressionAttributeValues: { ':pk': { S: `LISTED#${list}#${shard}` }, ':after': { S: after || ' ' } },
          Limit: limit,
        }),
      );
      const values = Items.map((item) => ({ token: item.gsi1sk!.S!, ...listedIn(item) }));
      const last = values.at(-1);
      const next: ListPosition | undefined =
        values.length === limit && last !== undefined
          ? [shard, last.token]
          : shard + 1 < listShards
            ? [shard + 1, '']
            : undefined;
      return { values, next };
    },
  };
};
