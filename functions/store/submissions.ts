import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import { type Chain, type Head, type Manifest, sequenceOf } from '../../events/manifest.ts';
import type { SubmissionView } from '../../events/submission.ts';
import type { Filed } from '../../rules/filing-periods.ts';
import { readAll } from './batch-get.ts';
import { everyItem } from './every-item.ts';
import { newestPage } from './newest-page.ts';
import { transact } from './transact.ts';

// Every key of submissions is spelled here and nowhere else.
//
//   head(chain)          pk = CHAIN#<enterprise>#<branch>#<kind>#<from>#<to>#<mode>, sk = HEAD     submit-records
//   manifest(id)         pk = SUBMISSION#<id>, sk = MANIFEST                            read-submission, list-findings
//   manifests(ids)       the same, in batches                                           list-violations
//   recordingBefore      gsi5pk = RECORDING, gsi5sk = <receivedAt>#<id>                 sweep, host start, check-filings
//   audited lists        gsi1pk = AUDITED#<enterprise>                                  list-submissions
//                        gsi2pk = AUDITED#<enterprise>#<branch>                         list-submissions
//                        gsi3pk = AUDITED#<sector>#<province>                           list-submissions
//                        each by <receivedAt>#<id>, newest first
//   filed                pk = FILED#<enterprise>#<branch>#<kind>, sk = <from>#<to>#<mode>   check-filings
//
// A manifest is written `recording` and becomes `audited` by one conditional write; the lists above know only the audited.

export type ListedBy =
  | { readonly enterprise: string; readonly branchId?: string }
  | { readonly sector: string; readonly province: string };

const chainKey = ({ enterprise, branchId, recordKind, period, mode }: Chain) => ({
  pk: { S: `CHAIN#${enterprise}#${branchId}#${recordKind}#${period.from}#${period.to}#${mode}` },
  sk: { S: 'HEAD' },
});
const manifestKey = (id: string) => ({ pk: { S: `SUBMISSION#${id}` }, sk: { S: 'MANIFEST' } });

const parse = (item: Record<string, AttributeValue>): Manifest => JSON.parse(item.body!.S!);

const optional = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: { S: value } });

const listKeys = (view: SubmissionView) => {
  const sk = { S: sequenceOf(view) };
  return {
    gsi1pk: { S: `AUDITED#${view.enterprise}` },
    gsi1sk: sk,
    gsi2pk: { S: `AUDITED#${view.enterprise}#${view.branchId}` },
    gsi2sk: sk,
    gsi3pk: { S: `AUDITED#${view.sector}#${view.region.slice(0, 2)}` },
    gsi3sk: sk,
  };
};

const chainOf = (view: SubmissionView): Chain => view;

export const submissionsStore = (db: DynamoDBClient, table: string) => {
  const manifest = async (id: string): Promise<Manifest | undefined> => {
    const { Item } = await db.send(
      new GetItemCommand({ TableName: table, Key: manifestKey(id), ConsistentRead: true }),
    );
    return Item && parse(Item);
  };

  return {
    manifest,

    /** In the order asked; undefined where there is none. */
    manifests: async (ids: readonly string[]): Promise<readonly (Manifest | undefined)[]> =>
      (await readAll(db, table, ids.map(manifestKey))).map((item) => item && parse(item)),

    head: async (chain: Chain): Promise<Head> => {
      const { Item } = await db.send(
        new GetItemCommand({ TableName: table, Key: chainKey(chain), ConsistentRead: true }),
      );
      return {
        ...(Item?.current && { current: Item.current.S! }),
        ...(Item?.currentDigest && { currentDigest: Item.currentDigest.S! }),
        ...(Item?.recording && { recording: Item.recording.S! }),
      };
    },

    /**
     * Starts recording: the manifest, and the chain's mark that it is being recorded, if the chain still stands at
     * `head` and nothing else is being recorded on it; and what else must be written with it. Throws
     * TransactionCanceledException otherwise.
     */
    begin: async (
      manifest: Manifest,
      head: Head,
      journal: TransactWriteItem,
      also: readonly TransactWriteItem[] = [],
    ): Promise<void> => {
      const { view } = manifest;
      const put: TransactWriteItem = {
        Put: {
          TableName: table,
          Item: {
            ...manifestKey(view.id),
            status: { S: 'recording' },
            body: { S: JSON.stringify(manifest) },
            gsi5pk: { S: 'RECORDING' },
            gsi5sk: { S: sequenceOf(view) },
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      };
      const mark: TransactWriteItem = {
        Put: {
          TableName: table,
          Item: {
            ...chainKey(chainOf(view)),
            ...optional('current', head.current),
            ...optional('currentDigest', head.currentDigest),
            recording: { S: view.id },
          },
          ...(head.current === undefined
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: '#current = :current AND attribute_not_exists(recording)',
                ExpressionAttributeNames: { '#current': 'current' },
                ExpressionAttributeValues: { ':current': { S: head.current } },
              }),
        },
      };
      await transact(db, [put, mark, journal, ...also]);
    },

    /**
     * The one write by which a submission becomes audited: manifest, head of its chain, its filing and its journal
     * entry. Throws TransactionCanceledException when it was audited already.
     */
    commit: async (manifest: Manifest, journal: TransactWriteItem): Promise<void> => {
      const { view, digest } = manifest;
      const chain = chainOf(view);
      const put: TransactWriteItem = {
        Put: {
          TableName: table,
          Item: {
            ...manifestKey(view.id),
            ...listKeys(view),
            status: { S: 'audited' },
            body: { S: JSON.stringify(manifest) },
          },
          ConditionExpression: '#status = :recording',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: { ':recording': { S: 'recording' } },
        },
      };
      const advance: TransactWriteItem = {
        Put: {
          TableName: table,
          Item: { ...chainKey(chain), current: { S: view.id }, currentDigest: { S: digest } },
          ConditionExpression: 'recording = :id',
          ExpressionAttributeValues: { ':id': { S: view.id } },
        },
      };
      const file: TransactWriteItem = {
        Update: {
          TableName: table,
          Key: {
            pk: { S: `FILED#${chain.enterprise}#${chain.branchId}#${chain.recordKind}` },
            sk: { S: `${chain.period.from}#${chain.period.to}#${chain.mode}` },
          },
          // Whether it was filed in time is a matter of the first: a correction later takes nothing from it.
          UpdateExpression: 'SET submission = :id, receivedAt = if_not_exists(receivedAt, :at)',
          ExpressionAttributeValues: { ':id': { S: view.id }, ':at': { S: view.receivedAt } },
        },
      };
      await transact(db, [put, advance, file, journal]);
    },

    /** Submissions whose recording began before `before` (an instant) and has not ended, oldest first. */
    recordingBefore: async (before: string): Promise<readonly Manifest[]> => {
      const items = await everyItem(db, {
        TableName: table,
        IndexName: 'gsi5',
        KeyConditionExpression: 'gsi5pk = :pk AND gsi5sk < :before',
        ExpressionAttributeValues: { ':pk': { S: 'RECORDING' }, ':before': { S: before } },
      });
      return items.map(parse);
    },

    /** One page of audited submissions, newest first, after the position `after` (`<receivedAt>#<id>`). */
    audited: async (by: ListedBy, after: string | undefined, limit: number): Promise<readonly SubmissionView[]> => {
      const [index, pk] =
        'sector' in by
          ? ['gsi3', `AUDITED#${by.sector}#${by.province}`]
          : by.branchId === undefined
            ? ['gsi1', `AUDITED#${by.enterprise}`]
            : ['gsi2', `AUDITED#${by.enterprise}#${by.branchId}`];
      const items = await newestPage(db, table, { index, pk }, after, limit);
      return items.map((item) => parse(item).view);
    },

    /** The periods for which a branch has filed a kind (a nil report counts), and when each was first received. */
    filed: async (enterprise: string, branchId: string, kind: string): Promise<readonly Filed[]> => {
      const items = await everyItem(db, {
        TableName: table,
        // One that was committed a moment ago must not be called overdue.
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: `FILED#${enterprise}#${branchId}#${kind}` } },
      });
      return items.map((item): Filed => {
        const [from, to] = item.sk!.S!.split('#');
        return { period: { from: from!, to: to! }, receivedAt: item.receivedAt!.S! };
      });
    },
  };
};
