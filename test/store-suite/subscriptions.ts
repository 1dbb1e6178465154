import { expect, it } from 'vitest';
import { deliveriesStore } from '../../functions/store/deliveries.ts';
import { journalStore } from '../../functions/store/journal.ts';
import { subscriptionsStore } from '../../functions/store/subscriptions.ts';
import { anEntry, aSubscription, instant } from './examples.ts';
import type { Part } from './opened.ts';

/** Subscriptions, and the lease by which one worker at a time delivers. */
export const subscriptions: Part = (at) => {
  const store = () => subscriptionsStore(at().db, at().table);
  const deliveries = (second: number) => deliveriesStore(at().db, at().table, () => new Date(instant(second)));
  const changed = (authority: string, n: number) =>
    anEntry(`subscription#${authority}`, { id: `subscription.changed#${n}`, type: 'subscription.changed' });
  const create = async (authority: string, id: string) => {
    const subscription = aSubscription(authority, id);
    await store().create(subscription, 'whsec_c2VjcmV0', changed(authority, Number(id)));
    return subscription;
  };
  const canceled = { name: 'TransactionCanceledException' };
  const failure = { at: instant(0), sequence: 1, because: { zh: '超时', en: 'timed out' } };

  it('is made once, changed at its version, and gone when removed; the journal tells each', async () => {
    const of = await create('a', '1');
    await create('a', '2');
    await expect(create('a', '1')).rejects.toMatchObject(canceled);
    expect(await store().subscription(of)).toEqual({ version: 1, subscription: of });
    expect(await store().ofAddressee('a')).toEqual([of, aSubscription('a', '2')]);
    await expect(store().restart(of, 2, 7, changed('a', 3))).rejects.toMatchObject(canceled);
    await store().restart(of, 1, 7, changed('a', 4));
    expect(await store().subscription(of)).toEqual({ version: 2, subscription: { ...of, position: 7 } });
    await expect(store().remove(of, 1, changed('a', 5))).rejects.toMatchObject(canceled);
    await store().remove(of, 2, changed('a', 6));
    expect(await store().subscription(of)).toBeUndefined();
    const told = await journalStore(at().db, at().table).entriesOf('subscription#a');
    expect(told.map(({ id }) => id)).toEqual([1, 2, 4, 6].map((n) => `subscription.changed#${n}`));
  });

  it('one worker has it, until the lease ends or is given back', async () => {
    const of = await create('b', '1');
    const leased = await deliveries(0).lease(of);
    expect(leased).toMatchObject({ subscription: of, secret: 'whsec_c2VjcmV0', version: 1 });
    expect(await deliveries(19).lease(of)).toBeUndefined();
    const next = await deliveries(20).lease(of);
    expect(await deliveries(20).advance(leased!, 2)).toBe(false);
    expect(await deliveries(20).advance(next!, 2)).toBe(true);
    expect(await deliveries(20).release(next!)).toBe(true);
    expect(await deliveries(20).release(next!)).toBe(false);
    expect((await deliveries(20).lease(of))?.subscription).toEqual({ ...of, position: 2 });
    await deliveries(20).free(of);
    await deliveries(20).free(of);
    expect(await deliveries(20).lease(of)).toBeDefined();
  });

  it('of many workers at once one has it', async () => {
    const of = await create('c', '1');
    const leases = await Promise.all(Array.from({ length: 8 }, () => deliveries(0).lease(of)));
    expect(leases.filter((leased) => leased !== undefined)).toHaveLength(1);
    expect(await deliveries(0).lease({ authority: 'c', id: 'nobody' })).toBeUndefined();
    expect(await store().subscription({ authority: 'c', id: 'nobody' })).toBeUndefined();
  });

  it('whoever delivers while it is sent back loses the lease, and another has it at once', async () => {
    const of = await create('f', '1');
    const leased = await deliveries(0).lease(of);
    await store().restart(of, 1, 1, changed('f', 2));
    expect(await deliveries(0).advance(leased!, 2)).toBe(false);
    expect((await deliveries(0).lease(of))?.subscription).toEqual(of);
  });

  it('is left alone after a failure until it is time', async () => {
    const of = await create('d', '1');
    const leased = await deliveries(0).lease(of);
    expect(await deliveries(0).postpone(leased!, 1, failure, instant(60))).toBe(true);
    const waiting = { ...of, failures: 1, lastFailure: failure, nextAttemptAt: instant(60) };
    expect(await store().subscription(of)).toEqual({ version: 1, subscription: waiting });
    expect(await deliveries(59).lease(of)).toBeUndefined();
    const again = await deliveries(60).lease(of);
    expect(await deliveries(60).advance(again!, 2)).toBe(true);
    expect(await store().subscription(of)).toEqual({ version: 1, subscription: { ...of, position: 2 } });
  });

  it('is among the active while it is, and paused only by whoever delivers', async () => {
    const [of, other] = [await create('e', '1'), await create('e', '2')];
    const active = async () =>
      (await store().active()).filter(({ authority }) => authority === 'e').map(({ id }) => id);
    expect(await active()).toEqual(['1', '2']);
    const leased = await deliveries(0).lease(of);
    const stolen = { ...leased!, lease: 'another' };
    const because = { zh: '停', en: 'stopped' };
    expect(await deliveries(0).pause(stolen, 9, failure, because, changed('e', 3))).toBe(false);
    expect(await deliveries(0).pause(leased!, 9, failure, because, changed('e', 4))).toBe(true);
    expect(await active()).toEqual(['2']);
    const paused = { ...of, status: 'paused', failures: 9, lastFailure: failure, pausedBecause: because };
    expect(await store().subscription(of)).toEqual({ version: 2, subscription: paused });
    expect(await deliveries(0).lease(of)).toBeUndefined();
    await store().restart(of, 2, undefined, changed('e', 5));
    const restarted = { ...of, lastFailure: failure };
    expect(await store().subscription(of)).toEqual({ version: 3, subscription: restarted });
    expect(await active()).toEqual(['1', '2']);
    const told = await journalStore(at().db, at().table).entriesOf(`subscription#${other.authority}`);
    expect(told.map(({ id }) => id)).toEqual([1, 2, 4, 5].map((n) => `subscription.changed#${n}`));
  });
};
