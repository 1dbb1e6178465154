import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { readAll, readTogether } from '../../functions/store/batch-get.ts';
import { itemsOf, key, number } from './items.ts';
import type { Part } from './opened.ts';

/** Many items by key, in one answer and more. */
export const batchGet: Part = (at) => {
  const { put, transact, aPut } = itemsOf(at);
  const keys = (pk: string, n: number) => Array.from({ length: n }, (_, at) => key(pk, String(at)));

  it('reads more than a hundred keys in the order asked, and says where there is none', async () => {
    for (let from = 0; from < 200; from += 100) {
      const some = keys('many', 200).slice(from, from + 100);
      await transact(some.map((key) => aPut({ ...key, n: number(Number(key.sk.S)) })));
    }
    const asked = keys('many', 250).toReversed();
    const found = (await readAll(at().db, at().table, asked)).map((item) => item?.n?.N);
    expect(found).toEqual(Array.from({ length: 250 }, (_, n) => (n < 50 ? undefined : String(249 - n))));
  });

  it('a key asked for twice is answered twice', async () => {
    await put({ ...key('twice'), n: number(1) });
    const found = await readAll(at().db, at().table, [key('twice'), key('nobody'), key('twice')]);
    expect(found.map((item) => item?.n?.N)).toEqual(['1', undefined, '1']);
    expect(await readAll(at().db, at().table, [])).toEqual([]);
  });

  it('questions that come together are each answered their own, also where two ask for the same', async () => {
    for (const [n, name] of ['a', 'b', 'c'].entries()) await put({ ...key('together', name), n: number(n) });
    const read = readTogether(at().db, at().table);
    const asked = [['a', 'b'], [], ['b', 'x', 'c'], ['a']];
    const found = await Promise.all(asked.map((names) => read(names.map((name) => key('together', name)))));
    expect(found.map((items) => items.map((item) => item?.n?.N))).toEqual([
      ['0', '1'],
      [],
      ['1', undefined, '2'],
      ['0'],
    ]);
  });

  it('more than an answer holds, 16 megabytes, is asked for again until all is there', async () => {
    const body = { B: Buffer.alloc(390_000, 7) };
    const large = keys('large', 45);
    for (const one of large) await put({ ...one, body });
    const found = await readAll(at().db, at().table, large);
    expect(found.map((item) => [item?.sk?.S, item?.body?.B?.length])).toEqual(large.map(({ sk }) => [sk.S, 390_000]));
  });

  it('refuses more than a hundred keys at once, and the same key twice', async () => {
    const ask = (Keys: ReturnType<typeof keys>) =>
      at().db.send(new BatchGetItemCommand({ RequestItems: { [at().table]: { Keys } } }));
    await expect(ask(keys('many', 101))).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(ask([key('many'), key('many')])).rejects.toMatchObject({ name: 'ValidationException' });
  });
};
