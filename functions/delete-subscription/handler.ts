import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { endpoint } from '../edge/endpoint.ts';
import { required, TABLE } from '../env.ts';
import { changeSubscription } from '../resume-subscription/change-subscription.ts';
import { idempotencyStore } from '../store/idempotency.ts';
import { subscriptionsStore } from '../store/subscriptions.ts';

const db = new DynamoDBClient();
const table = required(TABLE);
const { subscription, remove } = subscriptionsStore(db, table);

export const handler = endpoint(
  async ({ principal, path }) => {
    await changeSubscription(path.id!, principal, 'deleted', remove, { subscription, now: () => new Date() });
    return { status: 204 };
  },
  { who: ['enterprise', 'regulator'], idempotent: idempotencyStore(db, table) },
);
