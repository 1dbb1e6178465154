import { expect, it } from 'vitest';
import type { ListReceipt } from '../../events/list-import.ts';
import { importsReaching, type ReadImports } from '../../functions/record-submission/read-imports.ts';
import type { BranchPeriod } from '../../rules/period-records.ts';

const aReceipt = (id: string, receivedAt: string, over: Partial<ListReceipt> = {}): ListReceipt => ({
  ...{ id, receivedAt, list: 'fraud-numbers', authority: 'a', regions: ['46'], purpose: 'p', mode: 'add' },
  ...{ entries: 1, added: 1, changed: 0, removed: 0, unchanged: 0, total: 1, digest: 'd' },
  ...over,
});
const aPeriod = (region = '4601'): BranchPeriod => ({
  ...{ branchId: 'b', region, sector: 'internet', per: 'month', recordId: '#b#2026-03' },
  period: { from: '2026-03-01', to: '2026-03-31' },
});

/** Of the receipts, what was received from an instant on and before another. */
const from = (...receipts: ListReceipt[]) => {
  const asked: string[] = [];
  const imports: ReadImports = async (list, from, before) => {
    asked.push(`${list} ${from} ${before}`);
    return list === 'fraud-numbers'
      ? receipts.filter(({ receivedAt }) => receivedAt >= from && receivedAt < before)
      : undefined;
  };
  return { imports, asked };
};

it('a list reaches the branches in the regions of its authority, from midnight to midnight of China', async () => {
  const { imports } = from(
    aReceipt('the last of February', '2026-02-28T15:59:59.999Z'),
    aReceipt('the first of March', '2026-02-28T16:00:00.000Z', { reference: '公反诈〔2026〕3号' }),
    aReceipt('elsewhere', '2026-03-10T00:00:00.000Z', { regions: ['45'] }),
    aReceipt('the last of March', '2026-03-31T15:59:59.999Z'),
    aReceipt('the first of April', '2026-03-31T16:00:00.000Z'),
  );
  const importsOf = await importsReaching([aPeriod()], ['fraud-numbers'], imports);
  expect(importsOf(aPeriod())).toEqual({
    'fraud-numbers': [
      { id: '公反诈〔2026〕3号', receivedAt: '2026-02-28T16:00:00.000Z' },
      { id: 'the last of March', receivedAt: '2026-03-31T15:59:59.999Z' },
    ],
  });
});

it('what was only said again, or taken away, is no list that anybody has to answer', async () => {
  const { imports } = from(
    aReceipt('again', '2026-03-10T00:00:00.000Z', { mode: 'replace', added: 0, unchanged: 9 }),
    aReceipt('away', '2026-03-11T00:00:00.000Z', { mode: 'remove', added: 0, removed: 9 }),
  );
  const importsOf = await importsReaching([aPeriod()], ['fraud-numbers'], imports);
  expect(importsOf(aPeriod())).toEqual({ 'fraud-numbers': [] });
});

it('a list that is not there is absent, and many branches ask once about a period', async () => {
  const { imports, asked } = from();
  const periods = [aPeriod(), aPeriod('4602')];
  const importsOf = await importsReaching(periods, ['fraud-numbers', 'fraud-accounts'], imports);
  expect(periods.map(importsOf)).toEqual([{ 'fraud-numbers': [] }, { 'fraud-numbers': [] }]);
  expect(asked).toEqual([
    'fraud-numbers 2026-02-28T16:00:00.000Z 2026-03-31T16:00:00.000Z',
    'fraud-accounts 2026-02-28T16:00:00.000Z 2026-03-31T16:00:00.000Z',
  ]);
});
