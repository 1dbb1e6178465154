import { paginateQuery, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { INDEXES } from '../../functions/store/table.ts';
import { itemsOf, key, number } from './items.ts';
import type { Item, Part } from './opened.ts';

// A page that ends exactly where its list does may or may not have a LastEvaluatedKey: all three and DynamoDB itself
// differ there. Whoever turns pages must be ready for an empty last one, and ours are.

/** Lists in order of their sort key: of the table itself, and of each index. */
export const paging: Part = (at) => {
  const { put, update } = itemsOf(at);

  /** Every page's sort keys, `Limit` items each, turned by LastEvaluatedKey. */
  const pages = async (query: Omit<QueryCommandInput, 'TableName'>, sk: string): Promise<string[][]> => {
    const turned: string[][] = [];
    let after: Item | undefined;
    do {
      const page: QueryCommandInput = { TableName: at().table, ...query, ExclusiveStartKey: after };
      const { Items, LastEvaluatedKey } = await at().db.send(new QueryCommand(page));
      turned.push((Items ?? []).map((item) => item[sk]!.S!));
      after = LastEvaluatedKey;
    } while (after !== undefined);
    return turned;
  };

  for (const index of [undefined, ...INDEXES]) {
    const [pk, sk] = [`${index ?? ''}pk`, `${index ?? ''}sk`];
    const list = `LIST-${index ?? 'base'}`;
    const inList = (n: string, of = list): Item =>
      index === undefined ? key(of, n) : { ...key(`${of}-${n}`), [pk]: { S: of }, [sk]: { S: n } };
    const query = (over: Partial<QueryCommandInput> = {}, values: Item = {}): Omit<QueryCommandInput, 'TableName'> => ({
      ...(index !== undefined && { IndexName: index }),
      KeyConditionExpression: `${pk} = :pk`,
      ...over,
      ExpressionAttributeValues: { ':pk': { S: list }, ...values },
    });
    const all = ['0', '1', '2', '3', '4', '5', '6'];
    const fill = async () => {
      for (const n of ['3', '0', '6', '1', '5', '2', '4']) await put(inList(n));
      await put(inList('3', `${list}-other`));
      await put(key(`${list}-in-no-index`));
    };

    describe(index ?? 'the table itself', () => {
      it('turns pages forwards and backwards, and knows no other list', async () => {
        await fill();
        expect(await pages(query({ Limit: 3 }), sk)).toEqual([all.slice(0, 3), all.slice(3, 6), all.slice(6)]);
        const backwards = await pages(query({ Limit: 3, ScanIndexForward: false }), sk);
        expect(backwards).toEqual([['6', '5', '4'], ['3', '2', '1'], ['0']]);
        expect((await pages(query({ Limit: 7 }), sk)).flat()).toEqual(all);
        expect(await pages(query(), sk)).toEqual([all]);
      });

      it('begins after a position that the caller remembers, whether or not it still exists', async () => {
        await fill();
        const below = (n: string, Limit: number) =>
          query(
            { KeyConditionExpression: `${pk} = :pk AND ${sk} < :n`, Limit, ScanIndexForward: false },
            { ':n': { S: n } },
          );
        expect((await pages(below('4', 2), sk))[0]).toEqual(['3', '2']);
        expect((await pages(below('35', 2), sk))[0]).toEqual(['3', '2']);
        expect((await pages(below('1', 2), sk)).flat()).toEqual(['0']);
        expect((await pages(below('0', 2), sk)).flat()).toEqual([]);
        const after = query({ KeyConditionExpression: `${pk} = :pk AND ${sk} > :n`, Limit: 2 }, { ':n': { S: '3' } });
        expect((await pages(after, sk))[0]).toEqual(['4', '5']);
      });

      it('gives nothing of a list that nobody is in', async () => {
        const nobody = { ...query(), ExpressionAttributeValues: { ':pk': { S: 'NOBODY' } } };
        expect(await pages(nobody, sk)).toEqual([[]]);
      });

      if (index === undefined) return;

      it('loses none of several at one place, whatever the size of a page', async () => {
        for (const n of ['a', 'b', 'c'])
          await put({ ...key(`${list}-tie-${n}`), [pk]: { S: `${list}-tie` }, [sk]: { S: '1' } });
        const ties = { ...query({ Limit: 1 }), ExpressionAttributeValues: { ':pk': { S: `${list}-tie` } } };
        expect((await pages(ties, 'pk')).flat().toSorted()).toEqual(['a', 'b', 'c'].map((n) => `${list}-tie-${n}`));
      });

      it('has an item while it has the index’s keys, under the newest of them, with every attribute', async () => {
        const moving = { ...key(`${list}-moving`), n: number(1), [pk]: { S: `${list}-moving` } };
        const listed = async () => {
          const found = { ...query(), ExpressionAttributeValues: { ':pk': { S: `${list}-moving` } } };
          return (await at().db.send(new QueryCommand({ TableName: at().table, ...found }))).Items;
        };
        await put({ ...moving, [sk]: { S: 'x' } });
        await put({ ...moving, [sk]: { S: 'y' } });
        expect(await listed()).toEqual([{ ...moving, [sk]: { S: 'y' } }]);
        await update(key(`${list}-moving`), { UpdateExpression: `REMOVE ${pk}, ${sk}` });
        expect(await listed()).toEqual([]);
      });
    });
  }

  it('finds the sort keys that begin with a text', async () => {
    for (const sk of ['v.closed#1', 'v.opened', 'v.opened#1', 'v.opened#2', 'v.openee']) await put(key('begins', sk));
    const found = await pages(
      {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :of)',
        ExpressionAttributeValues: { ':pk': { S: 'begins' }, ':of': { S: 'v.opened#' } },
        ConsistentRead: true,
      },
      'sk',
    );
    expect(found.flat()).toEqual(['v.opened#1', 'v.opened#2']);
  });

  it('sorts by the bytes of UTF-8, which is not the order of JavaScript', async () => {
    const inOrder = ['Z', 'z', '违', '～', '𠮷'];
    for (const sk of inOrder.toReversed()) await put(key('bytes', sk));
    const list = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': { S: 'bytes' } } };
    expect((await pages(list, 'sk')).flat()).toEqual(inOrder);
    expect(inOrder.toSorted()).not.toEqual(inOrder);
  });

  it('a list of more than a page holds, a megabyte, is read whole', async () => {
    const body = { S: '违'.repeat(100_000) };
    for (let n = 0; n < 5; n += 1) await put({ ...key('long', String(n)), body });
    const found: string[] = [];
    const query = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': { S: 'long' } } };
    for await (const { Items } of paginateQuery({ client: at().db }, { TableName: at().table, ...query })) {
      found.push(...(Items ?? []).map(({ sk }) => sk!.S!));
    }
    expect(found).toEqual(['0', '1', '2', '3', '4']);
  });

  it('an index gives no consistent reads', async () => {
    const query = { KeyConditionExpression: 'gsi1pk = :pk', ExpressionAttributeValues: { ':pk': { S: 'LIST' } } };
    const asked = at().db.send(
      new QueryCommand({ TableName: at().table, IndexName: 'gsi1', ConsistentRead: true, ...query }),
    );
    await expect(asked).rejects.toMatchObject({ name: 'ValidationException' });
  });
};
