import { expect, it } from 'vitest';
import { itemsOf, key, number } from './items.ts';
import type { Part } from './opened.ts';

/** What an update does to one item, and what is read right after it. */
export const updates: Part = (at) => {
  const { put, update, get, transact, anAddition } = itemsOf(at);
  const add = (pk: string, n: number) =>
    update(key(pk), { UpdateExpression: 'ADD n :n', ExpressionAttributeValues: { ':n': number(n) } });

  it('an addition makes the counter, and adds to it', async () => {
    await add('counter', 3);
    await add('counter', 40);
    await transact([anAddition(key('counter'), -1), anAddition(key('counter-2'), 2)]);
    expect(await get(key('counter'))).toEqual({ ...key('counter'), n: number(42) });
    expect(await get(key('counter-2'))).toEqual({ ...key('counter-2'), n: number(2) });
  });

  it('none of many additions at once is lost', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? add('many', 1) : transact([anAddition(key('many'), 1)]))),
    );
    expect(await get(key('many'))).toEqual({ ...key('many'), n: number(20) });
  });

  it('sets and removes in one update; removing what is not there is no fault', async () => {
    await put({ ...key('mixed'), a: { S: 'old' }, b: { S: 'b' }, kept: { S: 'kept' } });
    const { Attributes } = await update(key('mixed'), {
      UpdateExpression: 'SET a = :a, c = :c REMOVE b, nothing',
      ExpressionAttributeValues: { ':a': { S: '新' }, ':c': { BOOL: false } },
      ReturnValues: 'ALL_NEW',
    });
    const changed = { ...key('mixed'), a: { S: '新' }, c: { BOOL: false }, kept: { S: 'kept' } };
    expect(Attributes).toEqual(changed);
    expect(await get(key('mixed'))).toEqual(changed);
  });

  it('what was written is what is read at once, byte for byte', async () => {
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, n) => n));
    const body = { S: '{"法":"反电信网络诈骗法","quote":"“\\"\\n","rare":"𠮷","zero":"\\u0000"}' };
    for (let n = 0; n < 10; n += 1) {
      await put({ ...key('读', '键#𠮷'), n: number(n), bytes: { B: bytes }, body });
      const read = await get(key('读', '键#𠮷'));
      expect({ ...read, bytes: { B: Buffer.from(read!.bytes!.B!) } }).toEqual({
        ...key('读', '键#𠮷'),
        n: number(n),
        bytes: { B: bytes },
        body,
      });
    }
  });

  it('refuses to change a key, and keeps the item as it was', async () => {
    await put(key('fixed'));
    const renamed = update(key('fixed'), {
      UpdateExpression: 'SET sk = :sk',
      ExpressionAttributeValues: { ':sk': { S: 'b' } },
    });
    await expect(renamed).rejects.toMatchObject({ name: 'ValidationException' });
    expect(await get(key('fixed'))).toEqual(key('fixed'));
  });
};
