import { expect, it } from 'vitest';
import { Principal } from '../../events/principal.ts';
import type { Violation } from '../../events/violation.ts';
import { readViolation } from '../../functions/read-violation/read-violation.ts';
import { ViolationWithRange } from '../../functions/read-violation/violation-with-range.ts';
import { ruleIndex } from '../../rules/generated/rule-index.generated.ts';
import { penalties } from '../../rules/penalties/penalties.ts';

const registration: Violation = {
  ...{ id: 'v-1', rule: 'atfl.9.realname-registration', version: '2022-12-01.r1', article: '9', severity: 'major' },
  ...{ review: 'open', remedy: 'outstanding', enterprise: 'e-1', branchId: 'b-1', region: '4601', sector: 'telecom' },
  ...{ recordKind: 'phone-card', recordId: 'r-1', lawDate: '2026-03-04', submission: 's-1', occurrence: 1 },
  ...{ firstSeenAt: '2026-04-01T00:00:00Z', lastSeenAt: '2026-04-01T00:00:00Z' },
};
const officer = Principal.parse({ sub: 'o', role: 'regulator', sectors: 'telecom internet', regions: '46' });

const told = (over: Partial<Violation>, principal = officer) =>
  readViolation('v-1', principal, {
    violation: async () => ({ violation: { ...registration, ...over } }),
    audited: async (ids) => ids.map(() => true),
    rules: ruleIndex,
    penalties,
  });

it('shows what the item that the rule cites allows, tier by tier, and stays as described', async () => {
  const read = await told({});
  expect(ViolationWithRange.parse(read)).toEqual(read);
  expect(read).toMatchObject({ id: 'v-1', penalties: [{ law: 'atfl', article: '39', item: '2', express: true }] });
  expect(read.penalties![0]!.tiers.map(({ tier, fine }) => [tier, fine])).toEqual([
    ['order', undefined],
    ['base', { minFen: 5_000_000, maxFen: 50_000_000, isMandatory: false }],
    ['serious', { minFen: 50_000_000, maxFen: 500_000_000, isMandatory: true }],
  ]);
});

it('by the rule version that found it and its law date: the old text to 2025, then a disputed one', async () => {
  const logs = { rule: 'csl.21.network-logs-kept', sector: 'internet', recordKind: 'retention-policy' };
  const old = await told({ ...logs, version: '2017-06-01.r1', lawDate: '2025-12-31' });
  expect(old.penalties).toMatchObject([{ law: 'csl', article: '59', tiers: [{}, { fine: { maxFen: 10_000_000 } }] }]);
  const amended = await told({ ...logs, version: '2026-01-01.r1', lawDate: '2026-01-01' });
  expect(amended.penalties).toMatchObject([{ article: '61', tiers: [], noRangeBecause: 'disputed-text' }]);
});

it('of other sectors’ items there is no word, and of a version that is not of the catalogue nothing can be told', async () => {
  expect((await told({ sector: 'internet' })).penalties).toEqual([]);
  expect(await told({ version: '2022-12-01.r99' })).not.toHaveProperty('penalties');
});

it('an advisory violation, and one whose item does not name the duty, have no range', async () => {
  const because = async (over: Partial<Violation>) => (await told(over)).penalties!.map((one) => one.noRangeBecause);
  expect(await because({ severity: 'advisory' })).toEqual(['advisory']);
  expect(await because({ rule: 'atfl.31.no-new-card-for-sanctioned' })).toEqual(['rectification-only']);
});

it('whoever may not see it is told that there is none', async () => {
  const elsewhere = Principal.parse({ sub: 'o', role: 'regulator', sectors: 'telecom', regions: '44' });
  await expect(told({}, elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
