import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { required, TABLE } from '../env.ts';
import { subscriptionsStore } from '../store/subscriptions.ts';
import { delivering } from './wire.ts';

const db = new DynamoDBClient();
const { active } = subscriptionsStore(db, required(TABLE));
const { deliver } = delivering(db, required(TABLE));

/** Every minute: what is due to each active subscription, side by side; one that hangs holds up no other. */
export const handler = async (): Promise<void> => {
  const results = await Promise.allSettled((await active()).map(deliver));
  const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  if (reasons.length > 0) throw new AggregateError(reasons, 'some deliveries could not be worked on');
};
