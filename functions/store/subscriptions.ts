import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import { type Addressed, addresseeOf } from '../../events/addressee.ts';
import type { JournalEntry } from '../../events/journal.ts';
import type { Subscription } from '../../events/subscription.ts';
import { everyItem } from './every-item.ts';
import { journalPut } from './journal.ts';
import { transact } from './transact.ts';

// Every key of subscriptions is spelled here and nowhere else; deliveries.ts moves their position.
//
//   create, restart, remove   pk = SUBSCRIPTION#<addressee>, sk = <id>    create-, resume-, replay-, delete-subscription
//   subscription(id)          the same key                                read-subscription
//   ofAddressee               the same pk                                 list-subscriptions, dispatch-journal
//   active                    gsi5pk = DELIVERING, gsi5sk = <addressee>#<id>, only while active        deliver-webhooks
//
// `body` is what never changes; what delivery changes are attributes of their own. `version` counts the changes that
// are told in the journal, and the secret leaves the table only to sign.

export type SubscriptionRef = Addressed & Pick<Subscription, 'id'>;
export type Versioned = { readonly version: number; readonly subscription: Subscription };

const keyOf = (addressee: string, id: string) => ({ pk: { S: `SUBSCRIPTION#${addressee}` }, sk: { S: id } });
export const subscriptionKey = (of: SubscriptionRef) => keyOf(addresseeOf(of), of.id);
const delivering = { S: 'DELIVERING' };
const activeKeys = (of: SubscriptionRef) => ({
  gsi5pk: delivering,
  gsi5sk: { S: `${addresseeOf(of)}#${of.id}` },
});

export const subscriptionOf = (item: Record<string, AttributeValue>): Subscription => ({
  ...JSON.parse(item.body!.S!),
  status: item.status!.S,
  position: Number(item.position!.N),
  failures: Number(item.failures!.N),
  ...(item.pausedBecause && { pausedBecause: JSON.parse(item.pausedBecause.S!) }),
  ...(item.lastFailure && { lastFailure: JSON.parse(item.lastFailure.S!) }),
  ...(item.nextAttemptAt && { nextAttemptAt: item.nextAttemptAt.S }),
});

const isVersion = (version: number) => ({
  ConditionExpression: '#version = :version',
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: { ':version': { N: String(version) } },
});

export const subscriptionsStore = (db: DynamoDBClient, table: string) => {
  const write = async (change: TransactWriteItem, entry: JournalEntry): Promise<void> => {
    await transact(db, [change, journalPut(table, entry)]);
  };

  return {
    create: async (subscription: Subscription, secret: string, entry: JournalEntry): Promise<void> => {
      const { authority, enterprise, branches, id, url, createdAt, status, position, failures } = subscription;
      const put: TransactWriteItem = {
        Put: {
          TableName: table,
          Item: {
            ...subscriptionKey(subscription),
            ...activeKeys(subscription),
            body: { S: JSON.stringify({ id, authority, enterprise, branches, url, createdAt }) },
            secret: { S: secret },
            status: { S: status },
            position: { N: String(position) },
            failures: { N: String(failures) },
            version: { N: '1' },
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      };
      await write(put, entry);
    },

    /**
     * Active again, from `position` on or, where it is undefined, from where it stands; whoever is delivering at this
     * moment loses the lease. Throws TransactionCanceledException when the subscription is no longer at `version`.
     */
    restart: async (
      of: SubscriptionRef,
      version: number,
      position: number | undefined,
      entry: JournalEntry,
    ): Promise<void> => {
      const { gsi5pk, gsi5sk } = activeKeys(of);
      const at = isVersion(version);
      const moved = position === undefined ? '' : ', #position = :position';
      const update: TransactWriteItem = {
        Update: {
          TableName: table,
          Key: subscriptionKey(of),
          UpdateExpression: `SET #version = :next, #status = :active, failures = :none, gsi5pk = :pk, gsi5sk = :sk${moved} REMOVE pausedBecause, nextAttemptAt, lease, leaseUntil`,
          ConditionExpression: at.ConditionExpression,
          ExpressionAttributeNames: {
            ...at.ExpressionAttributeNames,
            '#status': 'status',
            ...(moved && { '#position': 'position' }),
          },
          ExpressionAttributeValues: {
            ...at.ExpressionAttributeValues,
            ':next': { N: String(version + 1) },
            ':active': { S: 'active' },
            ':none': { N: '0' },
            ':pk': gsi5pk,
            ':sk': gsi5sk,
            ...(position !== undefined && { ':position': { N: String(position) } }),
          },
        },
      };
      await write(update, entry);
    },

    /** Throws TransactionCanceledException when the subscription is no longer at `version`. */
    remove: (of: SubscriptionRef, version: number, entry: JournalEntry): Promise<void> =>
      write({ Delete: { TableName: table, Key: subscriptionKey(of), ...isVersion(version) } }, entry),

    subscription: async (of: SubscriptionRef): Promise<Versioned | undefined> => {
      const get = new GetItemCommand({ TableName: table, Key: subscriptionKey(of), ConsistentRead: true });
      const { Item } = await db.send(get);
      return Item && { version: Number(Item.version!.N), subscription: subscriptionOf(Item) };
    },

    ofAddressee: async (addressee: string): Promise<readonly Subscription[]> => {
      const { pk } = keyOf(addressee, '');
      const items = await everyItem(db, {
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
      });
      return items.map(subscriptionOf);
    },

    active: async (): Promise<readonly SubscriptionRef[]> => {
      const items = await everyItem(db, {
        TableName: table,
        IndexName: 'gsi5',
        KeyConditionExpression: 'gsi5pk = :pk',
        ExpressionAttributeValues: { ':pk': delivering },
      });
      return items.map(subscriptionOf);
    },
  };
};
