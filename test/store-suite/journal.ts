import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import type { JournalEntry } from '../../events/journal.ts';
import { journalEntryOf, journalPut, journalStore } from '../../functions/store/journal.ts';
import { markPut, marksStore } from '../../functions/store/marks.ts';
import { anEntry, instant } from './examples.ts';
import { itemsOf, key } from './items.ts';
import type { Part } from './opened.ts';

/** The journal, what is not dispatched of it, and the marks of those who have heard. */
export const journal: Part = (at) => {
  const store = () => journalStore(at().db, at().table);
  const marks = () => marksStore(at().db, at().table);
  const { put, get, transact, aPut } = itemsOf(at);
  const write = (...entries: JournalEntry[]) =>
    at().db.send(new TransactWriteItemsCommand({ TransactItems: entries.map((one) => journalPut(at().table, one)) }));

  it('an entry is written once, and a second one cancels what it would tell of', async () => {
    const entry = anEntry('once', { detail: { 说: '一次' } });
    await write(entry);
    const again = transact([aPut(key('told-of')), journalPut(at().table, { ...entry, detail: {} })]);
    await expect(again).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }],
    });
    expect(await store().entriesOf('once')).toEqual([entry]);
    expect(await get(key('told-of'))).toBeUndefined();
  });

  it('tells everything of one stream by id, or those whose ids begin alike', async () => {
    const ids = ['a#1', 'b#1', 'b#10', 'b#2', 'c'];
    await write(...ids.toReversed().map((id) => anEntry('by-id', { id })), anEntry('by-id-2', { id: 'b#3' }));
    expect((await store().entriesOf('by-id')).map(({ id }) => id)).toEqual(ids);
    expect((await store().entriesOf('by-id', 'b#')).map(({ id }) => id)).toEqual(['b#1', 'b#10', 'b#2']);
    expect(await store().entriesOf('nobody')).toEqual([]);
  });

  it('finds the oldest that nobody has marked dispatched; marking twice is no fault', async () => {
    const old = [3, 1, 2].map((n) => anEntry(`old-${n}`, { at: instant(n - 1_000) }));
    await write(...old, anEntry('new', { at: instant(-900) }));
    const idle = async (limit: number) => {
      const found = await store().undispatchedBefore(instant(-900), limit);
      return found.map(({ stream }) => stream);
    };
    expect(await idle(9)).toEqual(['old-1', 'old-2', 'old-3']);
    expect(await idle(2)).toEqual(['old-1', 'old-2']);
    await store().markDispatched(old[1]!);
    await store().markDispatched(old[1]!);
    await store().markDispatched({ stream: 'nobody', id: 'n' });
    expect(await idle(9)).toEqual(['old-2', 'old-3']);
    expect(await store().entriesOf('old-1')).toEqual([old[1]]);
    expect(await store().entriesOf('nobody')).toEqual([]);
  });

  it('knows an item of its own from any other', async () => {
    const entry = anEntry('known');
    await write(entry);
    await put(key('JOURNALS#'));
    expect(journalEntryOf((await get(key('JOURNAL#known', entry.id)))!)).toEqual(entry);
    expect(journalEntryOf((await get(key('JOURNALS#')))!)).toBeUndefined();
  });

  it('a mark stands once for each consumer, entry and deed', async () => {
    const entry = anEntry('marked');
    const mark = (consumer: string, what: string) => transact([markPut(at().table, consumer, entry, what)]);
    await mark('notify', 'n-1');
    await mark('notify', 'n-2');
    await mark('count', 'n-1');
    await expect(mark('notify', 'n-1')).rejects.toMatchObject({ name: 'TransactionCanceledException' });
    expect(await marks().isDone('notify', entry)).toBe(false);
    await marks().done('notify', entry);
    await marks().done('notify', entry);
    expect([await marks().isDone('notify', entry), await marks().isDone('count', entry)]).toEqual([true, false]);
  });
};
