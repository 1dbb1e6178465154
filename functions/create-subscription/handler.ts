import { randomBytes, randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SubscriptionRequest } from '../../events/subscription.ts';
import { checkedAddress } from '../deliver-webhooks/address.ts';
import { endpoint } from '../edge/endpoint.ts';
import { parse } from '../edge/parse.ts';
import { required, TABLE, WEBHOOK_LOOPBACK } from '../env.ts';
import { idempotencyStore } from '../store/idempotency.ts';
import { noticesStore } from '../store/notices.ts';
import { subscriptionsStore } from '../store/subscriptions.ts';
import { type CreateDeps, createSubscription } from './create-subscription.ts';

const db = new DynamoDBClient();
const table = required(TABLE);
const { create, ofAddressee } = subscriptionsStore(db, table);

const deps: CreateDeps = {
  refusalOf: async (url) => {
    const checked = await checkedAddress(url, process.env[WEBHOOK_LOOPBACK] === '1');
    return 'refused' in checked ? checked.refused : undefined;
  },
  ofAddressee,
  latest: noticesStore(db, table).latest,
  create,
  newId: randomUUID,
  newSecret: () => `whsec_${randomBytes(32).toString('base64')}`,
  now: () => new Date(),
};

export const handler = endpoint(
  async ({ principal, body }) => ({
    status: 201,
    body: await createSubscription(parse(SubscriptionRequest, body().json), principal, deps),
  }),
  { who: ['enterprise', 'regulator'], idempotent: idempotencyStore(db, table) },
);
