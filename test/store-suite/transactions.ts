import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { ifNew, ifNumber, itemsOf, key, number } from './items.ts';
import type { Part } from './opened.ts';

/** All or nothing over several items, and why it was nothing. */
export const transactions: Part = (at) => {
  const { put, get, transact, aPut, anAddition, aRemoval, aCheck } = itemsOf(at);
  const codesOf = (error: unknown) =>
    error instanceof TransactionCanceledException ? error.CancellationReasons?.map(({ Code }) => Code) : error;

  it('puts, updates, removes and checks at once', async () => {
    for (const pk of ['u', 'd', 'c']) await put({ ...key(pk), n: number(1) });
    await transact([
      aPut({ ...key('p'), n: number(7) }, ifNew),
      anAddition(key('u'), 4),
      aRemoval(key('d'), ifNumber(1)),
      aCheck(key('c'), 'attribute_exists(pk)'),
    ]);
    const after = await Promise.all(['p', 'u', 'd', 'c'].map((pk) => get(key(pk))));
    expect(after.map((item) => item?.n?.N)).toEqual(['7', '5', undefined, '1']);
  });

  it('writes nothing when one part may not, and says of each part whether it was the reason, in order', async () => {
    await put({ ...key('held'), n: number(1) });
    const parts = [
      aPut({ ...key('not-written'), n: number(1) }, ifNew),
      aPut({ ...key('held'), n: number(2) }, ifNew),
      anAddition(key('not-counted'), 1),
      aRemoval(key('held', 'b'), ifNumber(1)),
      aCheck(key('nowhere'), 'attribute_exists(pk)'),
      aCheck(key('nowhere', 'b'), 'attribute_not_exists(pk)'),
    ];
    const error = await transact(parts).catch((reason) => reason);
    expect(error).toMatchObject({ name: 'TransactionCanceledException', $metadata: { httpStatusCode: 400 } });
    const failed = 'ConditionalCheckFailed';
    expect(codesOf(error)).toEqual(['None', failed, 'None', failed, failed, 'None']);
    expect(await get(key('held'))).toEqual({ ...key('held'), n: number(1) });
    expect(await get(key('not-written'))).toBeUndefined();
    expect(await get(key('not-counted'))).toBeUndefined();
  });

  it('what it rests on may change between reading and writing: then it is nothing', async () => {
    await put({ ...key('read'), n: number(3) });
    await put({ ...key('read'), n: number(4) });
    const error = await transact([aCheck(key('read'), '#n = :before', ifNumber(3)), aPut(key('rests'))]).catch(
      (reason) => reason,
    );
    expect(codesOf(error)).toEqual(['ConditionalCheckFailed', 'None']);
    await transact([aCheck(key('read'), '#n = :before', ifNumber(4)), aPut(key('rests'))]);
    expect(await get(key('rests'))).toEqual(key('rests'));
  });

  it('one item may be in it once', async () => {
    const twice = transact([aPut({ ...key('twice'), n: number(1) }), anAddition(key('twice'), 1)]);
    await expect(twice).rejects.toMatchObject({ name: 'ValidationException' });
    expect(await get(key('twice'))).toBeUndefined();
  });

  it('a hundred items go into one, and no more', async () => {
    const items = (pk: string, n: number) => Array.from({ length: n }, (_, at) => aPut(key(pk, String(at)), ifNew));
    await transact(items('hundred', 100));
    expect(await get(key('hundred', '99'))).toEqual(key('hundred', '99'));
    await expect(transact(items('more', 101))).rejects.toMatchObject({ name: 'ValidationException' });
    expect(await get(key('more', '0'))).toBeUndefined();
  });
};
