import { expect, it } from 'vitest';
import { idempotencyStore } from '../../functions/store/idempotency.ts';
import { itemsOf, key } from './items.ts';
import type { Part } from './opened.ts';

const day = 24 * 60 * 60;

/** Idempotency keys: one holder, one answer, for a day; what is expired counts as gone while the store still has it. */
export const idempotency: Part = (at) => {
  const { get } = itemsOf(at);
  // From the real clock on: a store removes what is expired by its own, and may do so at any time after.
  const start = Math.floor(Date.now() / 1000);
  const after = (seconds: number) => idempotencyStore(at().db, at().table, () => start + seconds);
  const ours = async (scope: string, seconds = 0): Promise<string> => {
    const claimed = await after(seconds).claim(scope, 'f');
    if (claimed.state !== 'ours') throw new Error(`expected to get ${scope}, which is ${claimed.state}`);
    return claimed.claim;
  };
  const answer = Buffer.from([0, 1, 127, 128, 255]);

  it('of many that ask at once one has the key', async () => {
    const states = await Promise.all(Array.from({ length: 10 }, async () => (await after(0).claim('race', 'f')).state));
    expect(states.toSorted()).toEqual([...Array(9).fill('in-flight'), 'ours']);
    expect(await after(0).claim('race', 'another')).toEqual({ state: 'other-request' });
  });

  it('answers with the bytes that were kept, and only to the same request', async () => {
    await after(0).keep('kept', await ours('kept'), answer);
    const again = await after(1).claim('kept', 'f');
    expect(again.state === 'answered' && Buffer.from(again.answer)).toEqual(answer);
    expect(await after(1).claim('kept', 'another')).toEqual({ state: 'other-request' });
  });

  it('a key given back is free at once; one whose holder died after a minute, and hears it no more', async () => {
    await after(0).release('back', await ours('back'));
    await ours('back');
    const dead = await ours('dead');
    expect(await after(59).claim('dead', 'f')).toEqual({ state: 'in-flight' });
    const heir = await ours('dead', 60);
    await after(61).keep('dead', dead, Buffer.from('late'));
    expect(await after(61).claim('dead', 'f')).toEqual({ state: 'in-flight' });
    await after(61).keep('dead', heir, answer);
    await after(61).keep('dead', dead, Buffer.from('later still'));
    const again = await after(62).claim('dead', 'f');
    expect(again.state === 'answered' && Buffer.from(again.answer)).toEqual(answer);
  });

  it('an answer is forgotten after a day, though the store still has it', async () => {
    await after(0).keep('day', await ours('day'), answer);
    expect((await after(day - 1).claim('day', 'f')).state).toBe('answered');
    expect((await get(key('IDEMPOTENCY#day', 'CLAIM')))?.expiresAt).toEqual({ N: String(start + day) });
    await ours('day', day);
    expect((await after(day).claim('day', 'another')).state).toBe('other-request');
  });

  it('a claim long past is free, whether the store has removed it or not', async () => {
    await after(-3 * day).keep('past', await ours('past', -3 * day), answer);
    await ours('past');
  });
};
