import { expect, it } from 'vitest';
import type { Enterprise, FilingDuty, Registry } from '../../events/registry.ts';
import { journalPut, journalStore } from '../../functions/store/journal.ts';
import { registryStore } from '../../functions/store/registry.ts';
import { anEntry, instant } from './examples.ts';
import type { Part } from './opened.ts';

const enterprise = (uscc: string, name: string): Enterprise => ({
  uscc,
  name,
  sectors: ['telecom'],
  countingGroup: 'g',
  branches: [{ id: 'hk-1', name: '海口一店', region: '4601', from: '2020-01-01' }],
});
const authority = {
  id: 'hn-telecom',
  name: { zh: '海南省通信管理局', en: 'Hainan Communications Administration' },
  sectors: ['telecom' as const],
  regions: ['46'],
};
const duty: FilingDuty = {
  id: 'monthly-cards',
  recordKind: 'phone-card',
  sectors: ['telecom'],
  regions: ['46'],
  period: 'month',
  dueDays: 10,
  from: '2022-12-01',
};

/** The registry: three lists, each entry changed at its version, told in the journal. */
export const registry: Part = (at) => {
  const store = () => registryStore(at().db, at().table);
  const told = (n: number) => journalPut(at().table, anEntry('registry', { id: `r-${n}`, type: 'registry.changed' }));
  const put = (uscc: string, name: string, version: number, n: number) =>
    store().put('enterprise', uscc, enterprise(uscc, name), version, instant(n), told(n));
  const canceled = { name: 'TransactionCanceledException' };

  it('a change counts from the version that was read, with its journal entry or not at all', async () => {
    expect(await store().read('enterprise', 'E-1')).toBeUndefined();
    await put('E-1', 'first', 0, 1);
    await expect(put('E-1', 'first again', 0, 2)).rejects.toMatchObject(canceled);
    await put('E-1', 'second', 1, 3);
    await expect(put('E-1', 'late', 1, 4)).rejects.toMatchObject(canceled);
    await expect(put('E-1', 'told already', 2, 3)).rejects.toMatchObject(canceled);
    expect(await store().read('enterprise', 'E-1')).toEqual({ version: 2, entry: enterprise('E-1', 'second') });
    const entries = await journalStore(at().db, at().table).entriesOf('registry');
    expect(entries.map(({ id }) => id)).toEqual(['r-1', 'r-3']);
  });

  it('a duty says when it was registered first, however often it is changed or loaded since', async () => {
    const early: FilingDuty = { ...duty, id: 'early' };
    const journal = (n: number) =>
      journalPut(at().table, anEntry('duties', { id: `d-${n}`, type: 'registry.changed' }));
    await store().put('filing-duty', early.id, early, 0, instant(1), journal(1));
    await store().put('filing-duty', early.id, { ...early, dueDays: 20 }, 1, instant(2), journal(2));
    await store().load(
      { enterprises: [], authorities: [], filingDuties: [early, { ...duty, id: 'late' }] },
      instant(3),
    );
    const found = (await store().registeredDuties()).filter(({ id }) => ['early', 'late'].includes(id));
    expect(found.map(({ id, dueDays, registeredAt }) => [id, dueDays, registeredAt])).toEqual([
      ['early', 20, instant(1)],
      ['late', 10, instant(3)],
    ]);
  });

  it('loading leaves what is registered as it is, and may be repeated', async () => {
    await put('E-2', 'stands', 0, 10);
    const all: Registry = {
      enterprises: [enterprise('E-3', '三'), enterprise('E-2', 'loaded')],
      authorities: [authority],
      filingDuties: [duty],
    };
    await store().load(all);
    await store().load(all);
    expect(await store().enterprise('E-2')).toEqual(enterprise('E-2', 'stands'));
    expect((await store().enterprises()).slice(-2)).toEqual([enterprise('E-2', 'stands'), enterprise('E-3', '三')]);
    expect(await store().authorities()).toEqual([authority]);
    expect(await store().filingDuties()).toContainEqual(duty);
    expect(await store().read('filing-duty', duty.id)).toEqual({ version: 1, entry: duty });
  });
};
