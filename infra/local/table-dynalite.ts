import { createRequire } from 'node:module';
import type { AttributeValue } from 'aws-lambda';

// dynalite's insides, as of exactly 4.0.0: its expressions, conditions, key encodings and actions are used as they are.
// Its store is not: it does not fsync, writes an item and its index entries one by one, and tells two entries of an
// index apart by 24 bits of a hash, so that one of some thousand items with the same index key would hide another.

export type AttributeMap = { [name: string]: AttributeValue };
export type KeySchema = readonly { readonly AttributeName: string; readonly KeyType: 'HASH' | 'RANGE' }[];
export type Index = {
  readonly IndexName: string;
  readonly KeySchema: KeySchema;
  readonly Projection: {
    readonly ProjectionType: 'ALL' | 'KEYS_ONLY' | 'INCLUDE';
    readonly NonKeyAttributes?: string[];
  };
};
export type Table = {
  readonly TableName: string;
  readonly KeySchema: KeySchema;
  readonly AttributeDefinitions: readonly { readonly AttributeName: string; readonly AttributeType: 'S' | 'N' | 'B' }[];
  readonly GlobalSecondaryIndexes?: readonly Index[];
  readonly [described: string]: unknown;
};

/** A request or an answer in DynamoDB's JSON; dynalite's validation has looked at the requests. */
// biome-ignore lint/suspicious/noExplicitAny: the wire's own loose shapes, read here and nowhere else
export type Wire = any;
type Done = (error: Error | null | undefined, answer?: Wire) => void;

/** A range of keys as dynalite asks for it: bounds inside one table or index, without the prefix. */
export type KeyRange = { gt?: string; gte?: string; lt?: string; lte?: string; reverse?: boolean; limit?: number };
/** Values of a range, in key order, all from one moment. */
export type RangeReader = (range: KeyRange, chunk: number) => AsyncIterable<AttributeMap>;

type ItemDb = {
  readonly lock: (key: string, run: (release: (done: Done) => Done) => void) => void;
  readonly get: (key: string, done: Done) => void;
  readonly put: (key: string, item: AttributeMap, done: Done) => void;
  readonly del: (key: string, done: Done) => void;
};
/** What dynalite's actions ask of a store. `ranges` is ours: `queryTable` below reads by it. */
export type ActionStore = {
  readonly options: { readonly maxItemSize: number };
  readonly getTable: (
    name: string,
    checkStatus: boolean | ((error: Error | null, table?: Table) => void),
    done?: Done,
  ) => void;
  readonly getItemDb: (table: string) => ItemDb;
  readonly ranges: (table: string, index: string | undefined) => RangeReader;
};

const require = createRequire(import.meta.url);
const db = require('dynalite/db') as {
  createKey: (item: AttributeMap, table: Table, schema?: KeySchema) => string;
  createIndexKey: (item: AttributeMap, table: Table, schema: KeySchema) => string;
  updateIndexes: (store: ActionStore, table: Table, before: unknown, after: unknown, done: Done) => void;
  queryTable: (
    store: ActionStore,
    table: Table,
    request: Wire,
    range: KeyRange,
    isLocal: boolean,
    fetchFromItemDb: boolean,
    startKeyNames: readonly string[],
    done: Done,
  ) => void;
  itemSize: (item: AttributeMap) => number;
  mapPaths: (paths: unknown, item: AttributeMap) => AttributeMap;
  matchesExprFilter: (item: AttributeMap, expression: unknown) => boolean;
  matchesFilter: (item: AttributeMap, filter: unknown, operator: unknown) => boolean;
  checkConditional: (request: Wire, existing: AttributeMap | undefined) => Error | null | undefined;
  validateKey: (key: AttributeMap, table: Table) => Error | null | undefined;
  validateItem: (item: AttributeMap, table: Table) => Error | null | undefined;
};
const validations = require('dynalite/validations') as {
  checkTypes: (request: Wire, types: unknown) => Wire;
  checkValidations: (request: Wire, types: unknown, custom: unknown, store: unknown) => void;
};

export const { createKey, itemSize, checkConditional, validateKey, validateItem } = db;

const pathsOf = (request: Wire): unknown => request._projection?.paths ?? request.AttributesToGet;
/** The attributes a request asks for; all when it names none. */
export const projected = (item: AttributeMap, request: Wire): AttributeMap => {
  const paths = pathsOf(request);
  return paths ? db.mapPaths(paths, item) : item;
};

/** Key of an item's entry in an index: the index's key, then the item's whole own key, so no entry hides another. */
export const indexKey = (item: AttributeMap, table: Table, schema: KeySchema): string =>
  createKey(item, table, schema) + createKey(item, table);

const PAGE_BYTES = 1024 * 1024;

const page = async (store: ActionStore, request: Wire, range: KeyRange, startKeyNames: readonly string[]) => {
  const limit: number = request.Limit ?? Number.POSITIVE_INFINITY;
  let items: AttributeMap[] = [];
  let bytes = 0;
  for await (const item of store.ranges(request.TableName, request.IndexName)(range, Math.min(limit, 500))) {
    items.push(item);
    bytes += itemSize(item);
    if (items.length >= limit || bytes >= PAGE_BYTES) break;
  }
  const last = items.at(-1);
  const more = last !== undefined && (items.length >= limit || bytes >= PAGE_BYTES);
  const ScannedCount = items.length;
  const legacyFilter = request.QueryFilter ?? request.ScanFilter;
  if (request._filter) items = items.filter((item) => db.matchesExprFilter(item, request._filter.expression));
  else if (legacyFilter)
    items = items.filter((item) => db.matchesFilter(item, legacyFilter, request.ConditionalOperator));
  return {
    ScannedCount,
    Count: items.length,
    ...(request.Select !== 'COUNT' && { Items: items.map((item) => projected(item, request)) }),
    ...(more && { LastEvaluatedKey: Object.fromEntries(startKeyNames.map((name) => [name, last[name]])) }),
  };
};

// The three places where dynalite's actions meet its store: index keys, index entries (the session writes them with the
// item), and reading a range, which it does through a chain of streams some ten times slower.
db.createIndexKey = indexKey;
db.updateIndexes = (_store, _table, _before, _after, done) => done(null);
db.queryTable = (store, _table, request, range, _isLocal, _fetch, startKeyNames, done) => {
  page(store, request, range, startKeyNames).then((answer) => done(null, answer), done);
};

const OPERATIONS = [
  ...['GetItem', 'BatchGetItem', 'Query', 'Scan', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'],
  ...['CreateTable', 'DescribeTable', 'ListTables', 'DescribeTimeToLive'],
] as const;
type Validation = { readonly types: unknown; readonly custom?: unknown };
const lowerFirst = (name: string) => name[0]?.toLowerCase() + name.slice(1);
const actions = new Map<string, (store: ActionStore, request: Wire, done: Done) => void>();
const requestShapes = new Map<string, Validation>();
for (const operation of OPERATIONS) {
  actions.set(operation, require(`dynalite/actions/${lowerFirst(operation)}`));
  requestShapes.set(operation, require(`dynalite/validations/${lowerFirst(operation)}`));
}

/** The request in the shape the actions read, expressions parsed. Throws DynamoDB's own ValidationException. */
export const validated = (operation: string, request: Wire): Wire => {
  const shape = requestShapes.get(operation)!;
  const typed = validations.checkTypes(request, shape.types);
  validations.checkValidations(typed, shape.types, shape.custom, { options: { maxItemSize: MAX_ITEM_BYTES } });
  return typed;
};

export const MAX_ITEM_BYTES = 400 * 1024;

/** Run an action that reads, and wait for it. */
export const answerOf = (operation: string, store: ActionStore, request: Wire): Promise<Wire> =>
  new Promise((resolve, reject) => {
    actions.get(operation)!(store, request, (error, answer) => (error ? reject(error) : resolve(answer)));
  });

/** Run an action that writes: on a store that answers at once it is done before it returns, so no other comes between. */
export const answerAtOnce = (operation: string, store: ActionStore, request: Wire): Wire => {
  let outcome: { readonly error?: Error | null | undefined; readonly answer?: Wire } | undefined;
  actions.get(operation)!(store, request, (error, answer) => {
    outcome ??= { error, answer };
  });
  if (outcome === undefined) throw new Error(`${operation} did not finish in one step`);
  if (outcome.error) throw outcome.error;
  return outcome.answer;
};
