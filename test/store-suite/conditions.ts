import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { ifNew, ifNumber, itemsOf, key, number } from './items.ts';
import type { Part } from './opened.ts';

/** Conditional writes of one item. */
export const conditions: Part = (at) => {
  const { put, update, remove, get } = itemsOf(at);
  const refused = { name: 'ConditionalCheckFailedException' };

  it('a put of what must be new is refused where something stands, which stays', async () => {
    await put({ ...key('put'), n: number(1) }, ifNew);
    const again = put({ ...key('put'), n: number(2) }, ifNew);
    await expect(again).rejects.toBeInstanceOf(ConditionalCheckFailedException);
    await expect(again).rejects.toMatchObject({ ...refused, $metadata: { httpStatusCode: 400 } });
    expect(await get(key('put'))).toEqual({ ...key('put'), n: number(1) });
  });

  it('newness is of pk and sk together', async () => {
    await put(key('both', 'a'), ifNew);
    await put(key('both', 'b'), ifNew);
    await expect(put(key('both', 'b'), ifNew)).rejects.toMatchObject(refused);
  });

  it('a put replaces the item whole, if its version is still the one read', async () => {
    await put({ ...key('whole'), n: number(1), gone: { S: 'x' } });
    await put({ ...key('whole'), n: number(2) }, ifNumber(1));
    await expect(put({ ...key('whole'), n: number(3) }, ifNumber(1))).rejects.toMatchObject(refused);
    expect(await get(key('whole'))).toEqual({ ...key('whole'), n: number(2) });
  });

  it('an attribute that is not there equals nothing and is before nothing', async () => {
    await put(key('bare'));
    for (const compared of ['n = :one', 'n <= :one', 'n < :one', 'n > :one', 'n >= :one']) {
      const asked = { ConditionExpression: compared, ExpressionAttributeValues: { ':one': number(1) } };
      await expect(put({ ...key('bare'), n: number(9) }, asked)).rejects.toMatchObject(refused);
      await expect(put({ ...key('nowhere'), n: number(9) }, asked)).rejects.toMatchObject(refused);
    }
    expect(await get(key('bare'))).toEqual(key('bare'));
    expect(await get(key('nowhere'))).toBeUndefined();
  });

  it('a refused update makes no item where there was none', async () => {
    const update9 = update(key('absent'), {
      UpdateExpression: 'SET n = :n',
      ConditionExpression: 'attribute_exists(gsi5pk)',
      ExpressionAttributeValues: { ':n': number(9) },
    });
    await expect(update9).rejects.toMatchObject(refused);
    expect(await get(key('absent'))).toBeUndefined();
  });

  it('a refused removal removes nothing; one without a condition may find nothing', async () => {
    await put({ ...key('removed'), n: number(2) });
    await expect(remove(key('removed'), ifNumber(1))).rejects.toMatchObject(refused);
    expect(await get(key('removed'))).toEqual({ ...key('removed'), n: number(2) });
    await remove(key('removed'), ifNumber(2));
    await remove(key('removed'));
    expect(await get(key('removed'))).toBeUndefined();
  });

  it('and binds before or, and parentheses before both', async () => {
    const writes = async (pk: string, ConditionExpression: string, values: Readonly<Record<string, number>>) => {
      await put({ ...key(pk), n: number(1) });
      const ExpressionAttributeValues = Object.fromEntries(Object.entries(values).map(([at, n]) => [at, number(n)]));
      return put(key(pk), { ConditionExpression, ExpressionAttributeValues }).then(
        () => true,
        () => false,
      );
    };
    const both = { ':one': 1, ':two': 2 };
    expect(await writes('or-1', 'n = :one OR n = :two AND n = :two', both)).toBe(true);
    expect(await writes('or-2', '(n = :one OR n = :two) AND n = :two', both)).toBe(false);
    const free = 'attribute_not_exists(pk) OR (attribute_not_exists(m) AND n <= :now)';
    expect(await writes('or-3', free, { ':now': 1 })).toBe(true);
    expect(await writes('or-4', free, { ':now': 0 })).toBe(false);
  });

  it('numbers compare by value, instants as text by their order', async () => {
    await put({ ...key('compare'), n: number(10), leaseUntil: { S: '2026-03-01T00:00:09.999Z' } });
    const asked = {
      ConditionExpression: 'n > :nine AND leaseUntil < :later',
      ExpressionAttributeValues: { ':nine': number(9), ':later': { S: '2026-03-01T00:00:10.000Z' } },
    };
    await put({ ...key('compare'), n: number(1) }, asked);
    expect(await get(key('compare'))).toEqual({ ...key('compare'), n: number(1) });
  });

  it('a refusal gives back what stands there when asked to, and only then', async () => {
    const stands = { ...key('old'), kept: { B: Buffer.from([0, 255, 128]) }, by: { S: '报送' } };
    await put(stands);
    const told = put(key('old'), { ...ifNew, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' });
    const { Item } = await told.catch((error) => error);
    expect({ ...Item, kept: { B: Buffer.from(Item.kept.B) } }).toEqual(stands);
    const silent = await put(key('old'), ifNew).catch((error) => error);
    expect(silent.Item).toBeUndefined();
  });

  it('a reserved word is no name of an attribute unless it is given by a placeholder', async () => {
    const named = (at: string, ExpressionAttributeNames?: Record<string, string>) =>
      put(key('reserved'), { ConditionExpression: `attribute_not_exists(${at})`, ExpressionAttributeNames });
    await expect(named('status')).rejects.toMatchObject({ name: 'ValidationException' });
    await named('#status', { '#status': 'status' });
  });
};
