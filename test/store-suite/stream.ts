import { expect, it } from 'vitest';
import { journalEntryOf, journalPut } from '../../functions/store/journal.ts';
import { anEntry } from './examples.ts';
import { ifNew, itemsOf, key, number } from './items.ts';
import type { Part } from './opened.ts';

/** What the stream tells: every change of an item, in the order it was made, and nothing that was refused. */
export const stream: Part = (at) => {
  const { put, update, remove, transact, aPut, anAddition, aCheck } = itemsOf(at);
  const told = async (pk: string) => {
    const changes = await at().changesOf();
    return changes.filter(({ keys }) => keys.pk?.S === pk).map(({ newImage }) => newImage?.n?.N ?? 'removed');
  };

  it('tells each item’s changes in order, with the new image', async () => {
    await put({ ...key('x'), n: number(1) });
    await put({ ...key('y'), n: number(7) });
    await update(key('x'), { UpdateExpression: 'SET n = :n', ExpressionAttributeValues: { ':n': number(2) } });
    await transact([anAddition(key('x'), 1), anAddition(key('y'), 1)]);
    await remove(key('x'));
    await put({ ...key('x'), n: number(4) }, ifNew);
    expect(await told('x')).toEqual(['1', '2', '3', 'removed', '4']);
    expect(await told('y')).toEqual(['7', '8']);
  });

  it('tells nothing of what was refused', async () => {
    await put({ ...key('stands'), n: number(1) });
    await put({ ...key('stands'), n: number(2) }, ifNew).catch(() => {});
    await transact([aPut({ ...key('with'), n: number(3) }), aCheck(key('none'), 'attribute_exists(pk)')]).catch(
      () => {},
    );
    expect(await told('stands')).toEqual(['1']);
    expect(await told('with')).toEqual([]);
  });

  it('a journal entry comes out as it went in', async () => {
    const entry = anEntry('told', { detail: { 说: '“流水”', n: 1, none: null } });
    await transact([journalPut(at().table, entry), aPut(key('beside'))]);
    const entries = (await at().changesOf()).flatMap(({ newImage }) => (newImage && journalEntryOf(newImage)) ?? []);
    expect(entries).toEqual([entry]);
  });
};
