import { expect, it } from 'vitest';
import { journalStore } from '../../functions/store/journal.ts';
import { overdueFilingsStore, placeOf } from '../../functions/store/overdue-filings.ts';
import { anEntry, anOverdueFiling, instant } from './examples.ts';
import type { Part } from './opened.ts';

/** Filings that were not made in time: on the list once, open until they are made. */
export const overdueFilings: Part = (at) => {
  const store = () => overdueFilingsStore(at().db, at().table);
  const overdue = (id: string) => anEntry('filings', { id: `filing.overdue#${id}`, type: 'filing.overdue' });
  const madeLate = (id: string, second: number) =>
    anEntry('filings', { id: `filing.made-late#${id}`, type: 'filing.made-late', at: instant(second) });
  const toldOf = async (id: string) => {
    const told = await journalStore(at().db, at().table).entriesOf('filings');
    return told.map((entry) => entry.id).filter((name) => name.endsWith(`#${id}`));
  };

  it('is put on the list once', async () => {
    const filing = anOverdueFiling('once');
    await store().put(filing, overdue('once'));
    const again = store().put({ ...filing, foundAt: instant(9) }, overdue('once'));
    await expect(again).rejects.toMatchObject({ name: 'TransactionCanceledException' });
    expect(await store().known(['nobody', 'once', 'nobody'])).toEqual([false, true, false]);
    expect(await toldOf('once')).toEqual(['filing.overdue#once']);
  });

  it('is open until it is filed, and the first who says so counts', async () => {
    const [later, sooner] = [
      anOverdueFiling('f-1', { dueOn: '2025-02-10' }),
      anOverdueFiling('f-2', { dueOn: '2025-01-10' }),
    ];
    const open = async () => (await store().open()).filter(({ dueOn }) => dueOn < '2026');
    for (const filing of [later, sooner]) await store().put(filing, overdue(filing.id));
    expect(await open()).toEqual([sooner, later]);
    await store().markFiled('f-2', instant(1), madeLate('f-2', 1));
    await store().markFiled('f-2', instant(2), madeLate('f-2', 2));
    await store().markFiled('nobody', instant(1), madeLate('nobody', 1));
    expect(await open()).toEqual([later]);
    expect(await toldOf('f-2')).toEqual(['filing.made-late#f-2', 'filing.overdue#f-2']);
    expect(await toldOf('nobody')).toEqual([]);
    const listed = await store().listed({ enterprise: sooner.enterprise }, '2025-02', 9);
    expect(listed).toEqual([{ ...sooner, filedAt: instant(1) }]);
  });

  it('is listed by enterprise and by province, newest first, page by page', async () => {
    const all = [1, 2, 3, 4, 5].map((n) =>
      anOverdueFiling(`l-${n}`, { enterprise: 'E-listed', region: '9901', dueOn: `2026-0${Math.ceil(n / 2)}-10` }),
    );
    for (const filing of all) await store().put(filing, overdue(filing.id));
    for (const by of [{ enterprise: 'E-listed' }, { sector: 'telecom', province: '99' }]) {
      const first = await store().listed(by, undefined, 2);
      const second = await store().listed(by, placeOf(first.at(-1)!), 2);
      const third = await store().listed(by, placeOf(second.at(-1)!), 2);
      expect([first, second, third]).toEqual([[all[4], all[3]], [all[2], all[1]], [all[0]]]);
      expect(await store().listed(by, placeOf(all[0]!), 2)).toEqual([]);
    }
  });
};
