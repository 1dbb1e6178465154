import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { endpoint } from '../edge/endpoint.ts';
import { required, TABLE } from '../env.ts';
import { readSubscription } from '../read-subscription/read-subscription.ts';
import { idempotencyStore } from '../store/idempotency.ts';
import { subscriptionsStore } from '../store/subscriptions.ts';
import { changeSubscription } from './change-subscription.ts';

const db = new DynamoDBClient();
const table = required(TABLE);
const { subscription, restart } = subscriptionsStore(db, table);

/** Delivery goes on with the notice at which it stopped. */
export const handler = endpoint(
  async ({ principal, path }) => {
    await changeSubscription(
      path.id!,
      principal,
      'resumed',
      (found, version, entry) => restart(found, version, undefined, entry),
      { subscription, now: () => new Date() },
    );
    return { status: 200, body: (await readSubscription(path.id!, principal, subscription)).subscription };
  },
  { who: ['enterprise', 'regulator'], idempotent: idempotencyStore(db, table) },
);
