import { isDeepStrictEqual } from 'node:util';
import {
  type ActionStore,
  type AttributeMap,
  createKey,
  indexKey,
  MAX_ITEM_BYTES,
  type Table,
} from './table-dynalite.ts';
import { invalid, noSuchTable } from './table-refusals.ts';

// Every key of the embedded store is spelled here and nowhere else.
//
//   table~<name>                       the table's description
//   item~<table>~<item key>            the item
//   index~<table>~<index>~<index key>  its copy in an index
//   due~<epoch s, 12 digits>~<key>     an item that expires then, or a transaction's token
//   token~<client token>               what a transaction asked, for ten minutes
//   change~<sequence>                  one change of one item, in the order of commit
//   consumer~<name>                    the sequence up to which a consumer of the changes is done
//   meta~sequence                      the last sequence given
export const keyOf = {
  table: (name: string) => `table~${name}`,
  items: (table: string) => `item~${table}~`,
  index: (table: string, index: string) => `index~${table}~${index}~`,
  due: (epochSeconds: number, key = '') => `due~${String(epochSeconds).padStart(12, '0')}~${key}`,
  token: (token: string) => `token~${token}`,
  change: (sequence: string) => `change~${sequence}`,
  consumer: (name: string) => `consumer~${name}`,
  sequence: 'meta~sequence',
};

/** One change of one item, in DynamoDB's JSON. Sequences compare as strings. */
export type Change = {
  readonly sequence: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly tableName: string;
  readonly keys: AttributeMap;
  readonly newImage?: AttributeMap;
  /** Epoch seconds. */
  readonly at: number;
};

const keysOf = (item: AttributeMap, table: Table): AttributeMap =>
  Object.fromEntries(table.KeySchema.map(({ AttributeName }) => [AttributeName, item[AttributeName]!]));

const named = (keys: AttributeMap) =>
  Object.values(keys)
    .map((value) => value.S ?? value.N ?? value.B)
    .join('|');

/** Epoch seconds at which the item expires; undefined when it never does, or names no such time. */
export const expiryOf = (item: AttributeMap): number | undefined => {
  const seconds = Math.floor(Number(item.expiresAt?.N));
  return Number.isFinite(seconds) && seconds > 0 && seconds < 1e12 ? seconds : undefined;
};

/** Every entry that stands in the store beside an item: its copies in the indexes, and when it is due. */
const companions = (
  item: AttributeMap | undefined,
  itemKey: string,
  table: Table,
  json?: string,
): Map<string, string> => {
  const entries = new Map<string, string>();
  if (!item) return entries;
  for (const { IndexName, KeySchema, Projection } of table.GlobalSecondaryIndexes ?? []) {
    const names = KeySchema.map((key) => key.AttributeName);
    if (names.some((name) => item[name] === undefined)) continue;
    const empty = names.find((name) => item[name]?.S === '' || item[name]?.B === '');
    if (empty) throw invalid(`A key of an index cannot be empty. IndexName: ${IndexName}, IndexKey: ${empty}`);
    const kept = [...names, ...table.KeySchema.map((key) => key.AttributeName), ...(Projection.NonKeyAttributes ?? [])];
    const copy =
      Projection.ProjectionType === 'ALL'
        ? (json ?? '')
        : JSON.stringify(Object.fromEntries(kept.filter((name) => item[name]).map((name) => [name, item[name]])));
    entries.set(keyOf.index(table.TableName, IndexName) + indexKey(item, table, KeySchema), copy);
  }
  const expiry = expiryOf(item);
  if (expiry !== undefined) entries.set(keyOf.due(expiry, itemKey), '');
  return entries;
};

const readsElsewhere = () => {
  throw new Error('a session writes; ranges are read outside of one');
};

/**
 * A store for dynalite's actions that answers at once and keeps what they write to itself: the items, their index
 * entries and the changes, until they are committed together or forgotten together.
 */
export const openSession = (
  latest: (key: string) => string | undefined,
  tableOf: (name: string) => Table | undefined,
  nextSequence: () => string,
  nowSeconds: number,
) => {
  const writes = new Map<string, string | undefined>();
  const changed: Omit<Change, 'sequence'>[] = [];
  const read = (key: string) => (writes.has(key) ? writes.get(key) : latest(key));
  const item = (key: string): AttributeMap | undefined => {
    const value = read(key);
    return value === undefined ? undefined : JSON.parse(value);
  };

  const write = (table: Table, itemKey: string, after: AttributeMap | undefined) => {
    const before = item(itemKey);
    const json = after && JSON.stringify(after);
    // As in DynamoDB, what changes nothing is no change.
    if (!before && !json) return;
    if (before && json && isDeepStrictEqual(before, JSON.parse(json))) return;
    for (const key of companions(before, itemKey, table).keys()) writes.set(key, undefined);
    for (const [key, value] of companions(after, itemKey, table, json)) writes.set(key, value);
    writes.set(itemKey, json);
    changed.push({
      eventName: after ? (before ? 'MODIFY' : 'INSERT') : 'REMOVE',
      tableName: table.TableName,
      keys: keysOf((after ?? before)!, table),
      ...(after && { newImage: after }),
      at: nowSeconds,
    });
  };

  const store: ActionStore = {
    options: { maxItemSize: MAX_ITEM_BYTES },
    getTable: (name, checkStatus, done) => {
      const answer = typeof checkStatus === 'function' ? checkStatus : done!;
      const table = tableOf(name);
      answer(table ? null : noSuchTable(name), table);
    },
    getItemDb: (tableName) => {
      const prefix = keyOf.items(tableName);
      return {
        lock: (_key, run) => run((done) => done),
        get: (key, done) => done(null, item(prefix + key)),
        put: (key, after, done) => {
          write(tableOf(tableName)!, prefix + key, after);
          done(null);
        },
        del: (key, done) => {
          write(tableOf(tableName)!, prefix + key, undefined);
          done(null);
        },
      };
    },
    ranges: readsElsewhere,
  };

  return {
    store,
    /** The item of that key in that table, as this session sees it. */
    itemOf: (table: Table, key: AttributeMap) => item(keyOf.items(table.TableName) + createKey(key, table)),
    itemAt: item,
    remove: (table: Table, itemKey: string) => write(table, itemKey, undefined),
    /** Something of the store's own, committed with the items. */
    note: (key: string, value: string | undefined) => writes.set(key, value),
    read,
    /** Everything to commit, the changes numbered in the order they were made, and the names of the items. */
    finish: (): { readonly writes: ReadonlyMap<string, string | undefined>; readonly items: readonly string[] } => {
      for (const change of changed) {
        const sequence = nextSequence();
        writes.set(keyOf.change(sequence), JSON.stringify({ sequence, ...change }));
        writes.set(keyOf.sequence, sequence);
      }
      return { writes, items: changed.map(({ keys }) => named(keys)) };
    },
  };
};
export type Session = ReturnType<typeof openSession>;
