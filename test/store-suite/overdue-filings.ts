import { expect, it } from 'vitest';
import type { OverdueFiling } from '../../events/overdue-filing.ts';
import { journalStore } from '../../functions/store/journal.ts';
import { overdueFilingsStore, placeOf } from '../../functions/store/overdue-filings.ts';
import { overdueRoundsStore } from '../../functions/store/overdue-rounds.ts';
import { anEntry, anOverdueFiling, instant } from './examples.ts';
import type { Part } from './opened.ts';

/** Filings that were not made in time: on the list once, open until they are made. */
export const overdueFilings: Part = (at) => {
  const store = () => overdueFilingsStore(at().db, at().table);
  const rounds = () => overdueRoundsStore(at().db, at().table);
  const told = (stream: string, number: number) =>
    anEntry(stream, { id: `filings#${number}`, type: 'filings.overdue' });
  const append = (stream: string, last: number, isOpen: boolean, ...filings: readonly OverdueFiling[]) =>
    rounds().append({ stream, last, isOpen }, filings, told(stream, last));
  const canceled = { name: 'TransactionCanceledException' };
  const madeLate = (id: string, second: number) =>
    anEntry('filings', { id: `filing.made-late#${id}`, type: 'filing.made-late', at: instant(second) });
  const toldOf = async (id: string) => {
    const told = await journalStore(at().db, at().table).entriesOf('filings');
    return told.map((entry) => entry.id).filter((name) => name.endsWith(`#${id}`));
  };

  it('is put on the list once, with the entry that tells of it', async () => {
    const filing = anOverdueFiling('once');
    await append('once', 1, true, filing);
    await expect(append('once', 2, true, { ...filing, foundAt: instant(9) })).rejects.toMatchObject(canceled);
    expect(await store().known(['nobody', 'once', 'nobody'])).toEqual([false, true, false]);
    expect(await rounds().last('once')).toBe(1);
    expect(await journalStore(at().db, at().table).entriesOf('once')).toEqual([told('once', 1)]);
  });

  it('is told of under numbers without a gap, of which each is given once', async () => {
    expect(await rounds().last('numbers')).toBe(0);
    const found = [1, 2, 3, 4].map((n) => anOverdueFiling(`n-${n}`));
    await expect(append('numbers', 2, true, found[0]!)).rejects.toMatchObject(canceled);
    const ends = await Promise.allSettled(found.map((filing) => append('numbers', 1, true, filing)));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await store().known(found.map(({ id }) => id))).filter((isKnown) => isKnown)).toHaveLength(1);
    await append('numbers', 2, true);
    expect(await rounds().last('numbers')).toBe(2);
  });

  it('is of an open round until a search has ended', async () => {
    const open = async () => (await rounds().open()).filter(({ stream }) => stream.startsWith('round-'));
    await append('round-a', 1, true, anOverdueFiling('round-1'));
    await append('round-b', 1, true, anOverdueFiling('round-2'));
    await append('round-a', 2, false);
    expect(await open()).toEqual([{ stream: 'round-b', last: 1, isOpen: true }]);
    await append('round-a', 3, true, anOverdueFiling('round-3'));
    expect(await open()).toMatchObject([{ stream: 'round-a', last: 3 }, { stream: 'round-b' }]);
  });

  it('an entry tells of ninety-eight at once', async () => {
    const many = Array.from({ length: 98 }, (_, n) => anOverdueFiling(`many-${n}`, { enterprise: 'E-many' }));
    await append('many', 1, true, ...many);
    expect(await store().listed({ enterprise: 'E-many' }, undefined, 200)).toHaveLength(98);
  });

  it('is open until it is filed, and the first who says so counts', async () => {
    const [later, sooner] = [
      anOverdueFiling('f-1', { dueOn: '2025-02-10' }),
      anOverdueFiling('f-2', { dueOn: '2025-01-10' }),
    ];
    const open = async () => (await store().open()).filter(({ dueOn }) => dueOn < '2026');
    await append('filed', 1, true, later, sooner);
    expect(await open()).toEqual([sooner, later]);
    await store().markFiled('f-2', instant(1), madeLate('f-2', 1));
    await store().markFiled('f-2', instant(2), madeLate('f-2', 2));
    await store().markFiled('nobody', instant(1), madeLate('nobody', 1));
    expect(await open()).toEqual([later]);
    expect(await toldOf('f-2')).toEqual(['filing.made-late#f-2']);
    expect(await toldOf('nobody')).toEqual([]);
    const listed = await store().listed({ enterprise: sooner.enterprise }, '2025-02', 9);
    expect(listed).toEqual([{ ...sooner, filedAt: instant(1) }]);
  });

  it('is listed by enterprise and by province, newest first, page by page', async () => {
    const all = [1, 2, 3, 4, 5].map((n) =>
      anOverdueFiling(`l-${n}`, { enterprise: 'E-listed', region: '9901', dueOn: `2026-0${Math.ceil(n / 2)}-10` }),
    );
    await append('listed', 1, true, ...all);
    for (const by of [{ enterprise: 'E-listed' }, { sector: 'telecom', province: '99' }]) {
      const first = await store().listed(by, undefined, 2);
      const second = await store().listed(by, placeOf(first.at(-1)!), 2);
      const third = await store().listed(by, placeOf(second.at(-1)!), 2);
      expect([first, second, third]).toEqual([[all[4], all[3]], [all[2], all[1]], [all[0]]]);
      expect(await store().listed(by, placeOf(all[0]!), 2)).toEqual([]);
    }
  });
};
