import { expect, it } from 'vitest';
import type { JournalEntry } from '../../events/journal.ts';
import { Principal } from '../../events/principal.ts';
import type { Enterprise, FilingDuty } from '../../events/registry.ts';
import { type WriteDeps, writeRegistry } from '../../functions/write-registry/write-registry.ts';

const hainan = Principal.parse({
  sub: 'officer-1',
  role: 'regulator',
  authority: 'hn-telecom',
  sectors: 'telecom',
  regions: '46',
});
const officerOf = (regions: string) =>
  Principal.parse({ sub: 'officer-2', role: 'regulator', sectors: 'telecom internet', regions });
const uscc = '91460000MA5T00001X';
const haikou = { id: 'hk-1', name: '海口营业厅', region: '4601', from: '2020-01-01' };
const guangzhou = { id: 'gz-1', name: '广州营业厅', region: '4401', from: '2020-01-01' };
const anEnterprise = (over: Partial<Enterprise> = {}): Enterprise => ({
  uscc,
  name: '海南某通信有限公司',
  sectors: ['telecom'],
  countingGroup: 'group-a',
  branches: [haikou],
  ...over,
});

const registry = (entry?: Enterprise, hasReported = false) => {
  const written: JournalEntry[] = [];
  const deps: WriteDeps = {
    kinds: new Set(['phone-card']),
    hasReported: async () => hasReported,
    read: async () => entry && { version: 3, entry },
    put: async (_list, _id, _entry, _version, journal) => {
      written.push(journal);
      return true;
    },
    now: () => new Date('2026-03-01T00:00:00Z'),
  };
  return { deps, written };
};

it('a new enterprise is registered, with a journal entry that says by whom', async () => {
  const { deps, written } = registry();
  expect(await writeRegistry('enterprise', uscc, anEnterprise(), hainan, deps)).toMatchObject({ isNew: true });
  expect(written).toEqual([
    expect.objectContaining({
      type: 'registry.changed',
      detail: expect.objectContaining({ by: 'officer-1', version: 1 }),
    }),
  ]);
});

it('the same entry again changes nothing', async () => {
  const { deps, written } = registry(anEnterprise());
  await writeRegistry('enterprise', uscc, anEnterprise(), hainan, deps);
  expect(written).toEqual([]);
});

it('a regulator changes no branch outside its regions, and leaves those that are there in peace', async () => {
  const { deps } = registry(anEnterprise({ branches: [haikou, guangzhou] }));
  const renamed = { ...haikou, name: '海口第一营业厅' };
  const inside = writeRegistry('enterprise', uscc, anEnterprise({ branches: [renamed, guangzhou] }), hainan, deps);
  await expect(inside).resolves.toMatchObject({ isNew: false });
  const outside = writeRegistry('enterprise', uscc, anEnterprise({ branches: [haikou] }), hainan, deps);
  await expect(outside).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it.each<[string, Partial<Enterprise>]>([
  ['name', { name: '另一名称' }],
  ['sectors', { sectors: ['telecom', 'internet'] }],
  ['counting group', { countingGroup: 'group-b' }],
])('what all branches share, the %s, is changed by nobody who has not all of them under them', async (_, changed) => {
  const of44 = officerOf('44');
  const of44and46 = officerOf('44 46');
  const both = anEnterprise({ branches: [haikou, guangzhou] });
  const change = (before: Enterprise, by: Principal, after: Partial<Enterprise> = {}) =>
    writeRegistry('enterprise', uscc, { ...before, ...changed, ...after }, by, registry(before).deps);
  await expect(change(anEnterprise(), of44)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(change(both, of44)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(change(anEnterprise(), of44, { branches: [guangzhou] })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(change(both, of44and46)).resolves.toMatchObject({ isNew: false });
});

it('a regulator registers nobody of another sector', async () => {
  const bank = writeRegistry('enterprise', uscc, anEnterprise({ sectors: ['bank'] }), hainan, registry().deps);
  await expect(bank).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('two branches with one id, a branch that ends before it begins, another code in the address: each is named', async () => {
  const wrong = anEnterprise({ branches: [haikou, { ...haikou, to: '2019-12-31' }] });
  await expect(writeRegistry('enterprise', '91460000MA5T00002X', wrong, hainan, registry().deps)).rejects.toMatchObject(
    {
      code: 'INVALID_BODY',
      faults: [
        { code: 'DUPLICATE_BRANCH', pointer: '/branches/1/id' },
        { code: 'BACKWARDS_DATES', pointer: '/branches/1/to' },
        { code: 'ID_DIFFERS', pointer: '/uscc' },
      ],
    },
  );
});

it('an enterprise that has reported keeps its counting group; one that has not may be given another', async () => {
  const regrouped = anEnterprise({ countingGroup: 'group-b' });
  const { deps, written } = registry(anEnterprise(), true);
  await expect(writeRegistry('enterprise', uscc, regrouped, hainan, deps)).rejects.toMatchObject({
    code: 'CONFLICT',
    faults: [
      {
        code: 'COUNTING_GROUP_IN_USE',
        pointer: '/countingGroup',
        found: 'group-b',
        fix: { zh: expect.stringContaining('group-a'), en: expect.stringContaining('Keep group-a') },
      },
    ],
  });
  expect(written).toEqual([]);
  const renamed = writeRegistry('enterprise', uscc, anEnterprise({ name: '新名' }), hainan, deps);
  await expect(renamed).resolves.toMatchObject({ isNew: false });
  const unreported = writeRegistry('enterprise', uscc, regrouped, hainan, registry(anEnterprise()).deps);
  await expect(unreported).resolves.toMatchObject({ isNew: false });
});

it('a filing duty of an unknown kind is refused with the kinds there are', async () => {
  const duty: FilingDuty = {
    id: 'd',
    recordKind: 'phone-cards',
    sectors: ['telecom'],
    regions: ['46'],
    period: 'month',
    dueDays: 10,
    from: '2023-01-01',
  };
  await expect(writeRegistry('filing-duty', 'd', duty, hainan, registry().deps)).rejects.toMatchObject({
    faults: [{ code: 'UNKNOWN_RECORD_KIND', fix: { en: expect.stringContaining('phone-card') } }],
  });
});

it('of two who change one entry at once, the second is told', async () => {
  const { deps } = registry(anEnterprise());
  const late = writeRegistry('enterprise', uscc, anEnterprise({ name: '新名' }), hainan, {
    ...deps,
    put: async () => false,
  });
  await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
});
