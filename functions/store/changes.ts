import { createHash } from 'node:crypto';
import { type DynamoDBClient, paginateQuery, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { ViolationList } from '../../events/violation.ts';
import { changesByMonth } from '../../rules/tally.ts';
import { type Change, isListed, type Track, type TrackAt, type TrackKey } from '../../rules/track.ts';
import { type ReadItems, readAll } from './batch-get.ts';
import { digest } from './digest.ts';
import { holdingsStore } from './holdings.ts';
import { journalPut } from './journal.ts';
import { packsOf } from './packs.ts';
import { rostersStore } from './rosters.ts';
import { tallyShards, tallyUpdate } from './tallies.ts';
import { textHash } from './text-hash.ts';
import { transact } from './transact.ts';
import { counterKey, listName, listsOf, putViolation, shards } from './violations.ts';

// Every key of tracks is spelled here and nowhere else; what a submission changes is written here.
//
//   tracks(keys)       pk = TRACK#<enterprise>#<kind>#<bucket>, sk = <record key>                   record-submission
//                      pk = TRACK#<enterprise>#<kind>##<branch>#<period>, sk = TRACK   of what was reported for a period
//   trackedOf          every bucket of the first                                     record-submission, of large files
//   tracksOfBranch     gsi3pk = TRACKS#<enterprise>#<branch>#<kind>, gsi3sk = <record key>          rosters

/** Which record keys have a track is asked of so many partitions; by their names they are two hexadecimal digits. */
const buckets = 256;
const bucketName = (n: number): string => n.toString(16).padStart(2, '0');
const bucketOf = (recordKey: string): string =>
  bucketName(createHash('sha256').update(recordKey).digest()[0]! % buckets);

const trackKey = ({ enterprise, recordKind, recordKey }: TrackKey) =>
  recordKey.startsWith('#')
    ? { pk: { S: `TRACK#${enterprise}#${recordKind}#${recordKey}` }, sk: { S: 'TRACK' } }
    : { pk: { S: `TRACK#${enterprise}#${recordKind}#${bucketOf(recordKey)}` }, sk: { S: recordKey } };

/** So many buckets are read side by side. */
const bucketLanes = 8;

/** `readItems` reads tracks and holdings, where it is not each by itself. */
export const changesStore = (
  db: DynamoDBClient,
  table: string,
  readItems: ReadItems = (keys) => readAll(db, table, keys),
) => {
  const holdings = holdingsStore(db, table, readItems);
  const rosters = rostersStore(db, table);

  const putTrack = ({ version, to }: NonNullable<Change['track']>): TransactWriteItem => ({
    Put: {
      TableName: table,
      Item: {
        ...trackKey(to),
        version: { N: String(version + 1) },
        body: { S: JSON.stringify(to) },
        ...(isListed(to) && {
          gsi3pk: { S: `TRACKS#${to.enterprise}#${to.branchId}#${to.recordKind}` },
          gsi3sk: { S: to.recordKey },
        }),
      },
      ...(version === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :version',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':version': { N: String(version) } },
          }),
    },
  });

  const itemsOf = (change: Change): TransactWriteItem[] => [
    ...(change.holdings ? [holdings.write(change.holdings.of, change.holdings.version, change.holdings.cards)] : []),
    ...(change.track ? [putTrack(change.track)] : []),
    ...(change.roster ? rosters.write(change.roster.of, change.roster.version, change.roster.marks) : []),
    ...change.violations.map((recorded) => putViolation(table, recorded)),
    ...change.journal.map((entry) => journalPut(table, entry)),
  ];

  /** One entry for all holdings written together: by whose they are, as digests, how often they were written. */
  const holdingsEntryOf = (changes: readonly Change[]): TransactWriteItem[] => {
    const written = changes.flatMap(({ holdings: held }) => held ?? []);
    if (written.length === 0) return [];
    const { told, of } = written[0]!;
    const subjects = Object.fromEntries(
      written.map((one) => [digest(JSON.stringify(one.of)).slice(0, 16), [one.version + 1, one.cards.length]]),
    );
    const id = `holdings.changed#${digest(JSON.stringify(subjects)).slice(0, 16)}`;
    const detail = { group: of.group, kind: of.kind, subjects };
    return [journalPut(table, { id, type: 'holdings.changed', ...told, detail })];
  };

  /** Counts the changes' violations in every list they are new to. */
  const countsOf = (changes: readonly Change[]): TransactWriteItem[] => {
    const added = new Map<string, { readonly list: ViolationList; readonly n: number }>();
    const nameOf = (list: ViolationList) => `${list.by}#${listName(list)}`;
    for (const { violation, was } of changes.flatMap(({ violations }) => violations)) {
      const before = new Set(was === undefined ? [] : listsOf(was.violation).map(nameOf));
      for (const list of listsOf(violation).filter((list) => !before.has(nameOf(list)))) {
        added.set(nameOf(list), { list, n: (added.get(nameOf(list))?.n ?? 0) + 1 });
      }
    }
    const shard = Math.floor(Math.random() * shards);
    return [...added.values()].map(({ list, n }) => ({
      Update: {
        TableName: table,
        Key: counterKey(list, shard),
        UpdateExpression: 'ADD n :n',
        ExpressionAttributeValues: { ':n': { N: String(n) } },
      },
    }));
  };

  /** What the changes add to months' tallies, each month once. */
  const talliesOf = (changes: readonly Change[], shard: number): TransactWriteItem[] =>
    changesByMonth(changes.flatMap(({ tallies = [] }) => tallies)).map((one) => tallyUpdate(table, one, shard));

  /** The changes as one transaction; false when something they rest on has changed. */
  const write = async (changes: readonly Change[], shard: number): Promise<boolean> => {
    const checks = new Map(
      changes.flatMap(({ judgedBy }) =>
        judgedBy ? [[JSON.stringify(judgedBy.of), holdings.unchanged(judgedBy.of, judgedBy.version)] as const] : [],
      ),
    );
    const known = new Map(
      changes.flatMap(({ restsOn = [] }) =>
        restsOn.map(
          ({ of, version }) => [JSON.stringify([of, version]), rosters.unchanged(of, version, shard)] as const,
        ),
      ),
    );
    const TransactItems = [
      ...checks.values(),
      ...known.values(),
      ...changes.flatMap(itemsOf),
      ...holdingsEntryOf(changes),
      ...talliesOf(changes, shard),
      ...countsOf(changes),
    ];
    try {
      await transact(db, TransactItems);
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === 'TransactionCanceledException') return false;
      throw error;
    }
  };

  return {
    tracks: async (keys: readonly TrackKey[]): Promise<readonly TrackAt[]> =>
      (await readItems(keys.map(trackKey))).map((item) =>
        item === undefined ? { version: 0 } : { version: Number(item.version!.N), track: JSON.parse(item.body!.S!) },
      ),

    /**
     * Whether a record may have a track: of those that have one a hash of 32 bits is remembered, so that millions take
     * little room; one in thousands is taken to have one that has none.
     */
    trackedOf: async (enterprise: string, recordKind: string): Promise<(recordKey: string) => boolean> => {
      const tracked = new Set<number>();
      const waiting = Array.from({ length: buckets }, (_, n) => bucketName(n)).values();
      const lane = async (): Promise<void> => {
        for (const bucket of waiting) {
          const query = {
            TableName: table,
            ConsistentRead: true,
            KeyConditionExpression: 'pk = :pk',
            ProjectionExpression: 'sk',
            ExpressionAttributeValues: { ':pk': { S: `TRACK#${enterprise}#${recordKind}#${bucket}` } },
          };
          for await (const { Items = [] } of paginateQuery({ client: db }, query)) {
            for (const { sk } of Items) tracked.add(textHash(sk!.S!));
          }
        }
      };
      await Promise.all(Array.from({ length: bucketLanes }, lane));
      return (recordKey) => tracked.has(textHash(recordKey));
    },

    /** Every counted record that the branch has reported of a kind, page by page: a large branch has millions. */
    tracksOfBranch: async function* (
      enterprise: string,
      branchId: string,
      recordKind: string,
    ): AsyncGenerator<readonly Track[]> {
      const query = {
        TableName: table,
        IndexName: 'gsi3',
        KeyConditionExpression: 'gsi3pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: `TRACKS#${enterprise}#${branchId}#${recordKind}` } },
      };
      for await (const { Items = [] } of paginateQuery({ client: db }, query)) {
        yield Items.map((item) => JSON.parse(item.body!.S!));
      }
    },

    holdings: holdings.read,
    rosters: rosters.read,

    /**
     * Writes the changes, each whole or not at all; gives back those that rest on something that has changed meanwhile,
     * to be worked out again. `together` packs many into one transaction, which then stand or fall together.
     */
    apply: async (changes: readonly Change[], together: boolean): Promise<readonly Change[]> => {
      // One check, and up to four counters for each violation.
      const sizeOf = (change: Change) =>
        itemsOf(change).length + (change.judgedBy ? 1 : 0) + change.violations.length * 4;
      const packs = together ? packsOf(changes, sizeOf) : changes.map((change) => [change]);
      const failed: Change[] = [];
      const firstShard = Math.floor(Math.random() * tallyShards);
      const lanes = Array.from({ length: tallyShards }, async (_, lane) => {
        for (let pack = packs.shift(); pack !== undefined; pack = packs.shift()) {
          if (!(await write(pack, (firstShard + lane) % tallyShards))) failed.push(...pack);
        }
      });
      await Promise.all(lanes);
      return failed;
    },
  };
};
