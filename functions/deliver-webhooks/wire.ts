import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { WEBHOOK_LOOPBACK } from '../env.ts';
import { deliveriesStore } from '../store/deliveries.ts';
import { noticesStore } from '../store/notices.ts';
import { type DeliverDeps, deliver } from './deliver-webhooks.ts';
import { postNotice } from './post-notice.ts';

/** Delivery over one table: `deliver` one subscription as far as it goes now. */
export const delivering = (db: DynamoDBClient, table: string, now: () => Date = () => new Date()) => {
  const { lease, advance, postpone, pause, release } = deliveriesStore(db, table, now);
  const deps: DeliverDeps = {
    lease,
    advance,
    postpone,
    pause,
    release,
    after: noticesStore(db, table).after,
    post: (url, secret, notice) => postNotice(url, secret, notice, process.env[WEBHOOK_LOOPBACK] === '1'),
    now,
  };
  return { deliver: (of: Parameters<typeof deliver>[0]) => deliver(of, deps) };
};
