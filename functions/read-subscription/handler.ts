import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { endpoint } from '../edge/endpoint.ts';
import { required, TABLE } from '../env.ts';
import { subscriptionsStore } from '../store/subscriptions.ts';
import { readSubscription } from './read-subscription.ts';

const { subscription } = subscriptionsStore(new DynamoDBClient(), required(TABLE));

export const handler = endpoint(
  async ({ principal, path }) => ({
    status: 200,
    body: (await readSubscription(path.id!, principal, subscription)).subscription,
  }),
  { who: ['enterprise', 'regulator', 'auditor'] },
);
