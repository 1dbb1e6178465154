import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { JournalEntry } from '../../events/journal.ts';
import { Principal } from '../../events/principal.ts';
import { type CreateDeps, createSubscription } from '../../functions/create-subscription/create-subscription.ts';
import { minutesToWait } from '../../functions/deliver-webhooks/deliver-webhooks.ts';
import { delivering } from '../../functions/deliver-webhooks/wire.ts';
import { changeSubscription } from '../../functions/resume-subscription/change-subscription.ts';
import { journalStore } from '../../functions/store/journal.ts';
import { noticesStore } from '../../functions/store/notices.ts';
import { subscriptionsStore } from '../../functions/store/subscriptions.ts';
import { freshTable, type Opened, TABLE } from '../infra/local/table-client.ts';
import { dyingAt } from './dying.ts';
import { audited } from './journalled.ts';
import { aReceiver } from './receiver.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
let table: Opened;
let receiver: Awaited<ReturnType<typeof aReceiver>>;
let now: Date;
let authority: string;
let officer: Principal;
let authorities = 0;
let ids = 0;

beforeAll(async () => {
  vi.stubEnv('WEBHOOK_LOOPBACK', '1');
  table = await freshTable();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await table.close();
});
beforeEach(async () => {
  now = new Date('2026-03-01T00:00:00Z');
  authorities += 1;
  authority = `authority-${authorities}`;
  officer = Principal.parse({ sub: 'officer-1', role: 'regulator', authority });
  receiver = await aReceiver(secret);
  return () => receiver.close();
});

const store = () => subscriptionsStore(table.db, TABLE);
const subscribe = async (from?: number, as: Principal = officer) => {
  const { create, ofAddressee } = store();
  const deps: CreateDeps = {
    refusalOf: async () => undefined,
    ofAddressee,
    latest: noticesStore(table.db, TABLE).latest,
    create,
    newId: () => {
      ids += 1;
      return `s${ids}`;
    },
    newSecret: () => secret,
    now: () => now,
  };
  return createSubscription({ url: receiver.url, ...(from !== undefined && { from }) }, as, deps);
};

let made = 0;
const makeNotices = async (n: number) => {
  for (let at = 0; at < n; at += 1) {
    made += 1;
    const id = `notice-${made}`;
    const title = { zh: '违规', en: 'Violation' };
    const draft = { id, authority, type: 'violation.opened' as const, title, link: '/v1/violations/v' };
    await noticesStore(table.db, TABLE).append(draft, now.toISOString(), audited(`submission-${made}`));
  }
};
const of = () => ({ authority, id: `s${ids}` });
const deliver = (db = table.db) => delivering(db, TABLE, () => now).deliver(of());
const read = async () => (await store().subscription(of()))!.subscription;
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
const change = (what: string, position?: number) =>
  changeSubscription(
    of().id,
    officer,
    what,
    (found, version, entry: JournalEntry) => store().restart(found, version, position, entry),
    { subscription: store().subscription, now: () => now },
  );
/** Resolves once a worker holds the subscription's lease. */
const isHeld = () =>
  vi.waitFor(async () => {
    const leased = new QueryCommand({
      TableName: TABLE,
      KeyConditionExpression: 'pk = :pk',
      FilterExpression: 'attribute_exists(lease)',
      ExpressionAttributeValues: { ':pk': { S: `SUBSCRIPTION#${authority}` } },
    });
    expect((await table.db.send(leased)).Items).toHaveLength(1);
  }, 30_000);
const sequences = () => receiver.received.map(({ sequence }) => sequence);

it('delivers notices in sequence, each signed under the secret told at creation, each once', async () => {
  expect(await subscribe()).toMatchObject({ status: 'active', position: 1, secret });
  await makeNotices(3);
  await deliver();
  await deliver();
  expect(receiver.received).toEqual(
    [1, 2, 3].map((n) => ({ id: `notice-${made - 3 + n}`, sequence: n, verified: true })),
  );
  expect(await read()).toMatchObject({ position: 4, failures: 0 });
});

it('a new subscription begins with the notices to come, or where it is told to', async () => {
  await makeNotices(2);
  expect((await subscribe()).position).toBe(3);
  await store().remove(of(), 1, audited('removed'));
  expect((await subscribe(2)).position).toBe(2);
  await store().remove(of(), 1, audited('removed-again'));
  await expect(subscribe(4)).rejects.toMatchObject({ faults: [{ code: 'BEYOND_THE_LAST_NOTICE', pointer: '/from' }] });
});

it('what is not taken is tried again later, and nothing behind it goes out before', async () => {
  await subscribe();
  await makeNotices(2);
  receiver.answer(503);
  await deliver();
  await deliver();
  expect(sequences()).toEqual([1]);
  expect(await read()).toMatchObject({
    position: 1,
    failures: 1,
    nextAttemptAt: '2026-03-01T00:01:00.000Z',
    lastFailure: { sequence: 1, because: { en: 'It answered HTTP 503.' } },
  });
  receiver.answer(200);
  later(1);
  await deliver();
  expect(sequences()).toEqual([1, 1, 2]);
  expect(await read()).not.toHaveProperty('lastFailure');
});

it('the eighth failure in a row pauses it visibly; resumed or replayed it goes on in sequence, under the same ids', async () => {
  await subscribe();
  await makeNotices(3);
  receiver.answer(500);
  for (const minutes of [0, ...minutesToWait]) {
    expect((await read()).status).toBe('active');
    later(minutes);
    await deliver();
  }
  const paused = await read();
  expect(paused).toMatchObject({ status: 'paused', failures: 8, position: 1 });
  expect(paused.pausedBecause?.en).toContain('8 failed attempts');
  expect(await store().active()).not.toContainEqual(expect.objectContaining(of()));
  later(60 * 24);
  await deliver();
  expect(sequences()).toEqual(Array(8).fill(1));

  receiver.answer(200);
  receiver.received.length = 0;
  await change('resumed');
  expect(await read()).toMatchObject({ status: 'active', failures: 0, position: 1 });
  await deliver();
  const first = [...receiver.received];
  expect(sequences()).toEqual([1, 2, 3]);
  await change('replayed', 2);
  await deliver();
  expect(receiver.received.slice(3)).toEqual(first.slice(1));
  const told = await journalStore(table.db, TABLE).entriesOf(`subscription#${of().id}`);
  expect(told.map(({ detail }) => detail.change)).toEqual(['created', 'paused', 'resumed', 'replayed']);
});

it('a redirection is not followed', async () => {
  await subscribe();
  await makeNotices(1);
  receiver.answer(307, { location: receiver.url });
  await deliver();
  expect(sequences()).toEqual([1]);
  expect((await read()).lastFailure?.because.en).toBe('It answered HTTP 307.');
});

it('two workers at once deliver each notice once', async () => {
  await subscribe();
  await makeNotices(5);
  await Promise.all([deliver(), deliver(), deliver()]);
  expect(sequences()).toEqual([1, 2, 3, 4, 5]);
});

it('a notice made while a worker holds the lease goes out with that worker', async () => {
  await subscribe();
  await makeNotices(1);
  let letGo = () => {};
  receiver.holdUntil(
    new Promise((resolve) => {
      letGo = resolve;
    }),
  );
  const first = deliver();
  await isHeld();
  await makeNotices(1);
  await deliver();
  letGo();
  await first;
  expect(sequences()).toEqual([1, 2]);
});

it('a worker that died holds nothing up for longer than its lease, and the notice it sent goes out again as it was', async () => {
  await subscribe();
  await makeNotices(2);
  const dying = dyingAt(table.table.endpoint, 2, 'before');
  await expect(deliver(dying)).rejects.toThrow('killed');
  dying.destroy();
  expect(sequences()).toEqual([1]);
  await deliver();
  expect(sequences()).toEqual([1]);
  later(1);
  await deliver();
  expect(sequences()).toEqual([1, 1, 2]);
  expect(receiver.received[0]).toEqual(receiver.received[1]);
});

it('whoever replays takes delivery from a worker that is under way', async () => {
  await subscribe();
  await makeNotices(3);
  let letGo = () => {};
  receiver.holdUntil(
    new Promise((resolve) => {
      letGo = resolve;
    }),
  );
  const first = deliver();
  await isHeld();
  await change('replayed', 3);
  letGo();
  await first;
  expect(await read()).toMatchObject({ position: 3 });
  await deliver();
  expect(sequences().at(-1)).toBe(3);
});

it('a subscription for some branches of an enterprise is sent the notices of those, and passes over the others', async () => {
  const enterprise = `enterprise-${authorities}`;
  const staff = Principal.parse({ sub: 'staff-1', role: 'enterprise', enterprise, branches: 'hk-1 hk-3' });
  const { id } = await subscribe(undefined, staff);
  for (const [at, branchId] of ['hk-2', 'hk-1', 'hk-2', 'hk-3', 'hk-2'].entries()) {
    const title = { zh: '文件已审计', en: 'A file is audited' };
    const draft = {
      id: `${enterprise}-${at}`,
      type: 'upload.ended' as const,
      title,
      link: '/v1',
      enterprise,
      branchId,
    };
    await noticesStore(table.db, TABLE).append(draft, now.toISOString(), audited(draft.id));
  }
  await delivering(table.db, TABLE, () => now).deliver({ enterprise, id });
  expect(sequences()).toEqual([2, 4]);
  expect((await store().subscription({ enterprise, id }))!.subscription.position).toBe(6);
});
