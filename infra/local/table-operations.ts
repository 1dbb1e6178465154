import { changesOf } from './table-changes.ts';
import type { Commits } from './table-commits.ts';
import {
  type ActionStore,
  type AttributeMap,
  answerAtOnce,
  answerOf,
  MAX_ITEM_BYTES,
  projected,
  type Table,
  validated,
  type Wire,
} from './table-dynalite.ts';
import { invalid, noSuchTable, refusal, refusalType } from './table-refusals.ts';
import { keyOf, openSession, type Session } from './table-session.ts';
import { sweepDue } from './table-sweep.ts';
import { keyIn, transactGet, transactWrite } from './table-transactions.ts';

const SEQUENCE_DIGITS = 21;
const EXPIRES_AT = 'expiresAt';

/** DynamoDB's operations on the committed store, each a function from its request to its answer. */
export const operationsOn = async (commits: Commits, now: () => number) => {
  const nowSeconds = () => Math.floor(now() / 1000);
  const tables = new Map<string, Table>();
  for await (const [, value] of commits.range({ gt: keyOf.table(''), lt: keyOf.table('~') }, 100)) {
    const table: Table = JSON.parse(value);
    tables.set(table.TableName, table);
  }
  const tableOf = (name: string) => tables.get(name);
  const known = (name: string): Table => {
    const table = tableOf(name);
    if (!table) throw noSuchTable(name);
    return table;
  };

  let sequence = BigInt(commits.read(keyOf.sequence) ?? '0');
  const nextSequence = () => String(++sequence).padStart(SEQUENCE_DIGITS, '0');
  const changes = changesOf(commits);

  const inSession = async (run: (session: Session) => Wire): Promise<Wire> => {
    const session = openSession(commits.latest, tableOf, nextSequence, nowSeconds());
    let answer: Wire;
    try {
      answer = run(session);
    } catch (error) {
      await commits.settled(); // what it was refused for may be on its way to the disk
      throw error;
    }
    const { writes, items } = session.finish();
    await commits.commit(writes, items);
    if (items.length > 0) changes.tell();
    return answer;
  };

  const writing = (operation: string) => (given: Wire) =>
    inSession((session) => {
      const returnsItem = given.ReturnValuesOnConditionCheckFailure === 'ALL_OLD';
      const request = validated(operation, given);
      try {
        return answerAtOnce(operation, session.store, request);
      } catch (error) {
        if (!returnsItem || refusalType(error) !== 'ConditionalCheckFailedException') throw error;
        const table = known(request.TableName);
        const Item = session.itemOf(table, keyIn(request, table));
        throw refusal('ConditionalCheckFailedException', (error as Error).message, Item && { Item });
      }
    });

  const reads: ActionStore = {
    options: { maxItemSize: MAX_ITEM_BYTES },
    getTable: (name, checkStatus, done) => {
      const answer = typeof checkStatus === 'function' ? checkStatus : done!;
      const table = tableOf(name);
      answer(table ? null : noSuchTable(name), table);
    },
    getItemDb: (table) => ({
      lock: (_key, run) => run((done) => done),
      get: (key, done) => {
        const value = commits.read(keyOf.items(table) + key);
        done(null, value === undefined ? undefined : JSON.parse(value));
      },
      put: readsOnly,
      del: readsOnly,
    }),
    ranges: (table, index) => {
      const prefix = index === undefined ? keyOf.items(table) : keyOf.index(table, index);
      return async function* (range, chunk) {
        const bounds = {
          ...(range.gt === undefined ? { gte: prefix + (range.gte ?? '') } : { gt: prefix + range.gt }),
          ...(range.lte === undefined ? { lt: prefix + (range.lt ?? '~') } : { lte: prefix + range.lte }),
        };
        for await (const [, value] of commits.range({ ...bounds, reverse: range.reverse ?? false }, chunk))
          yield JSON.parse(value) as AttributeMap;
      };
    },
  };
  const reading = (operation: string) => (given: Wire) => answerOf(operation, reads, validated(operation, given));

  const describe = (table: Table, write: (key: string, value: string) => Promise<void>): Promise<void> => {
    tables.set(table.TableName, table);
    return write(keyOf.table(table.TableName), JSON.stringify(table));
  };
  const keep = (key: string, value: string) => commits.commit(new Map([[key, value]]));

  const operations: Readonly<Record<string, (request: Wire) => Promise<Wire>>> = {
    GetItem: reading('GetItem'),
    BatchGetItem: reading('BatchGetItem'),
    Query: reading('Query'),
    Scan: reading('Scan'),
    PutItem: writing('PutItem'),
    UpdateItem: writing('UpdateItem'),
    DeleteItem: writing('DeleteItem'),
    BatchWriteItem: writing('BatchWriteItem'),
    TransactWriteItems: (request) => inSession((session) => transactWrite(request, session, tableOf, nowSeconds())),
    TransactGetItems: async (request) => transactGet(request, tableOf, commits.readTogether, projected),
    // A table is there as soon as it is described: nothing is provisioned.
    CreateTable: async (given) => {
      const request = validated('CreateTable', given);
      if (tables.has(request.TableName))
        throw refusal('ResourceInUseException', `Table already exists: ${request.TableName}`);
      if (request.LocalSecondaryIndexes) throw invalid('local secondary indexes are not kept here');
      const table: Table = {
        ...request,
        TableStatus: 'ACTIVE',
        CreationDateTime: nowSeconds(),
        TableArn: `arn:aws:dynamodb:local:000000000000:table/${request.TableName}`,
        ...(request.GlobalSecondaryIndexes && {
          GlobalSecondaryIndexes: request.GlobalSecondaryIndexes.map((index: Wire) => ({
            ...index,
            IndexStatus: 'ACTIVE',
          })),
        }),
      };
      await describe(table, keep);
      return { TableDescription: table };
    },
    DescribeTable: async (given) => ({ Table: known(validated('DescribeTable', given).TableName) }),
    ListTables: async () => ({ TableNames: [...tables.keys()].sort() }),
    // Items are indexed by `expiresAt` as they are written, so it is the only attribute that can be asked for.
    UpdateTimeToLive: async ({ TableName, TimeToLiveSpecification: asked }) => {
      if (asked?.AttributeName !== EXPIRES_AT) throw invalid(`time to live is kept in ${EXPIRES_AT} only`);
      await describe({ ...known(TableName), expires: asked.Enabled === true }, keep);
      return { TimeToLiveSpecification: asked };
    },
    DescribeTimeToLive: async ({ TableName }) => ({
      TimeToLiveDescription: known(TableName).expires
        ? { TimeToLiveStatus: 'ENABLED', AttributeName: EXPIRES_AT }
        : { TimeToLiveStatus: 'DISABLED' },
    }),
  };

  return {
    operations,
    changes,
    sweep: async (): Promise<number> => {
      await changes.trim(nowSeconds());
      return sweepDue(commits, tableOf, inSession, nowSeconds());
    },
  };
};

const readsOnly = () => {
  throw new Error('a reading action wrote');
};
