import { randomUUID } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { Text } from '../../events/fault.ts';
import type { JournalEntry } from '../../events/journal.ts';
import type { DeliveryFailure, Subscription } from '../../events/subscription.ts';
import { journalPut } from './journal.ts';
import { type SubscriptionRef, subscriptionKey, subscriptionOf } from './subscriptions.ts';
import { transact } from './transact.ts';

// What delivery changes of a subscription (subscriptions.ts has its keys): its position, its failures, and the lease by
// which one worker at a time delivers. Every write rests on the lease: whoever has lost it changes nothing.

/** Twice as long as one delivery can take, so that a lease lapses only when its holder is gone. */
const leaseSeconds = 20;

export type Leased = {
  readonly subscription: Subscription;
  readonly secret: string;
  readonly version: number;
  readonly lease: string;
};

/** Also where somebody pauses, resumes or replays at this very moment: whatever is not written then is delivered again. */
const isLost = (error: unknown): boolean =>
  error instanceof ConditionalCheckFailedException ||
  (error instanceof Error && ['TransactionCanceledException', 'TransactionConflictException'].includes(error.name));

const names = { '#status': 'status', '#position': 'position', '#version': 'version' } as const;

export const deliveriesStore = (db: DynamoDBClient, table: string, now: () => Date) => {
  const until = () => ({ S: new Date(now().getTime() + leaseSeconds * 1000).toISOString() });

  type Set = {
    readonly UpdateExpression: string;
    readonly values?: UpdateItemCommandInput['ExpressionAttributeValues'];
  };
  /** The update, for the lease's holder only. */
  const held = ({ subscription, lease }: Leased, { UpdateExpression, values }: Set) => ({
    TableName: table,
    Key: subscriptionKey(subscription),
    UpdateExpression,
    ConditionExpression: 'lease = :lease',
    ExpressionAttributeNames: Object.fromEntries(
      Object.entries(names).filter(([name]) => UpdateExpression.includes(name)),
    ),
    ExpressionAttributeValues: { ...values, ':lease': { S: lease } },
  });

  const applied = async (write: Promise<unknown>): Promise<boolean> =>
    write.then(
      () => true,
      (error) => {
        if (isLost(error)) return false;
        throw error;
      },
    );

  const update = (leased: Leased, set: Set): Promise<boolean> => {
    const { ExpressionAttributeNames, ...rest } = held(leased, set);
    const some = Object.keys(ExpressionAttributeNames).length > 0 && { ExpressionAttributeNames };
    return applied(db.send(new UpdateItemCommand({ ...rest, ...some })));
  };

  return {
    /** Takes the subscription for twenty seconds; undefined while another has it, it is paused, waiting, or gone. */
    lease: async (of: SubscriptionRef): Promise<Leased | undefined> => {
      const lease = randomUUID();
      const take = new UpdateItemCommand({
        TableName: table,
        Key: subscriptionKey(of),
        UpdateExpression: 'SET lease = :lease, leaseUntil = :until',
        ConditionExpression:
          '#status = :active AND (attribute_not_exists(leaseUntil) OR leaseUntil <= :now) AND (attribute_not_exists(nextAttemptAt) OR nextAttemptAt <= :now)',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ':lease': { S: lease },
          ':until': until(),
          ':active': { S: 'active' },
          ':now': { S: now().toISOString() },
        },
        ReturnValues: 'ALL_NEW',
      });
      try {
        const item = (await db.send(take)).Attributes!;
        return { subscription: subscriptionOf(item), secret: item.secret!.S!, version: Number(item.version!.N), lease };
      } catch (error) {
        if (isLost(error)) return undefined;
        throw error;
      }
    },

    /** The notice before `position` was taken; false when the lease is lost. */
    advance: (leased: Leased, position: number): Promise<boolean> =>
      update(leased, {
        UpdateExpression:
          'SET #position = :position, failures = :none, leaseUntil = :until REMOVE nextAttemptAt, lastFailure',
        values: { ':position': { N: String(position) }, ':none': { N: '0' }, ':until': until() },
      }),

    /** The notice at the position was not taken: nothing is sent before `nextAttemptAt`. Gives the lease back. */
    postpone: (leased: Leased, failures: number, failure: DeliveryFailure, nextAttemptAt: string): Promise<boolean> =>
      update(leased, {
        UpdateExpression:
          'SET failures = :failures, lastFailure = :failure, nextAttemptAt = :next REMOVE lease, leaseUntil',
        values: {
          ':failures': { N: String(failures) },
          ':failure': { S: JSON.stringify(failure) },
          ':next': { S: nextAttemptAt },
        },
      }),

    /** The same, and nothing more is sent until somebody resumes or replays. */
    pause: (
      leased: Leased,
      failures: number,
      failure: DeliveryFailure,
      because: Text,
      entry: JournalEntry,
    ): Promise<boolean> => {
      const set = held(leased, {
        UpdateExpression:
          'SET #version = :version, #status = :paused, failures = :failures, lastFailure = :failure, pausedBecause = :because REMOVE lease, leaseUntil, nextAttemptAt, gsi5pk, gsi5sk',
        values: {
          ':version': { N: String(leased.version + 1) },
          ':paused': { S: 'paused' },
          ':failures': { N: String(failures) },
          ':failure': { S: JSON.stringify(failure) },
          ':because': { S: JSON.stringify(because) },
        },
      });
      return applied(transact(db, [{ Update: set }, journalPut(table, entry)]));
    },

    /** Takes the lease from whoever has it: for one who knows that nobody is alive who could. Safe to repeat. */
    free: async (of: SubscriptionRef): Promise<void> => {
      const free = new UpdateItemCommand({
        TableName: table,
        Key: subscriptionKey(of),
        UpdateExpression: 'REMOVE lease, leaseUntil',
        ConditionExpression: 'attribute_exists(lease)',
      });
      await applied(db.send(free));
    },

    release: (leased: Leased): Promise<boolean> => update(leased, { UpdateExpression: 'REMOVE lease, leaseUntil' }),
  };
};
