import { expect, it } from 'vitest';
import type { Manifest } from '../../events/manifest.ts';
import { auditOf } from '../../functions/submit-records/audit-of.ts';

const manifest = (beyondHoldings: readonly number[]): Manifest => ({
  view: {
    id: 's1',
    status: 'audited',
    recordKind: 'phone-card',
    enterprise: '91460000MA5T00001X',
    branchId: 'haikou',
    region: '4601',
    sector: 'telecom',
    period: { from: '2023-01-01', to: '2023-12-31' },
    mode: 'events',
    nil: false,
    receivedAt: '2024-01-05T00:00:00.000Z',
    release: { name: '2026.11', digest: 'd' },
    counts: { records: 1_000, faults: 0, compliant: 1_000, violation: 0, undetermined: 0, notApplicable: 0 },
  },
  digest: 'd',
  countingGroup: 'g',
  withdraws: [],
  findingsTotal: 0,
  beyondHoldings,
});
const rows = (many: number) => Array.from({ length: many }, (_, n) => n + 1);
const nothing = { faults: [], faultsTotal: 0, warnings: [] };

it('200 warnings are all given; of more the first 200, and one that says how many there are', () => {
  const all = auditOf(manifest(rows(200)), nothing, [], null);
  expect([all.warnings.length, all.warningsTotal]).toEqual([200, 200]);
  const some = auditOf(manifest(rows(201)), nothing, [], null);
  expect(some.warnings).toEqual([
    {
      code: 'WARNINGS_LEFT_OUT',
      message: {
        zh: '仅列出 201 项提示中的前 200 项。',
        en: 'Only the first 200 of 201 warnings are listed.',
      },
    },
    ...all.warnings,
  ]);
  expect(some.warningsTotal).toBe(201);
});

it('of more rows than are named the warnings are counted all the same', () => {
  const many = auditOf({ ...manifest(rows(1_000)), beyondTotal: 4_321 }, nothing, [], null);
  expect([many.warnings.length, many.warningsTotal]).toEqual([201, 4_321]);
  expect(many.warnings[0]!.message.en).toBe('Only the first 200 of 4321 warnings are listed.');
});
