import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { addresseeOf } from '../../events/addressee.ts';
import { ReplayRequest } from '../../events/subscription.ts';
import { refuseBeyond } from '../create-subscription/create-subscription.ts';
import { endpoint } from '../edge/endpoint.ts';
import { parse } from '../edge/parse.ts';
import { required, TABLE } from '../env.ts';
import { readSubscription } from '../read-subscription/read-subscription.ts';
import { changeSubscription } from '../resume-subscription/change-subscription.ts';
import { idempotencyStore } from '../store/idempotency.ts';
import { noticesStore } from '../store/notices.ts';
import { subscriptionsStore } from '../store/subscriptions.ts';

const db = new DynamoDBClient();
const table = required(TABLE);
const { subscription, restart } = subscriptionsStore(db, table);
const { latest } = noticesStore(db, table);

/** Delivery begins again at a sequence number, under the same ids as before. */
export const handler = endpoint(
  async ({ principal, path, body }) => {
    const { from } = parse(ReplayRequest, body().json);
    await changeSubscription(
      path.id!,
      principal,
      'replayed',
      async (found, version, entry) => {
        refuseBeyond(await latest(addresseeOf(found)), from);
        await restart(found, version, from, { ...entry, detail: { ...entry.detail, position: from } });
      },
      { subscription, now: () => new Date() },
    );
    return { status: 200, body: (await readSubscription(path.id!, principal, subscription)).subscription };
  },
  { who: ['enterprise', 'regulator'], idempotent: idempotencyStore(db, table) },
);
