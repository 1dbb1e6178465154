import fc from 'fast-check';
import { expect, it } from 'vitest';
import { versionOn } from '../../../rules/engine/epochs.ts';
import { adjustedRules, type LocalParameters, localAt, type Override } from '../../../rules/engine/local-parameters.ts';
import type { Rule } from '../../../rules/engine/rule.ts';
import { aRule } from './a-rule.ts';

const practice = (value: number) => ({ hours: { value, unit: 'hour', fixedBy: 'practice' as const, source: 'ours' } });
const versions: readonly Rule[] = [
  aRule({ id: 'law.1.duty', effective: { from: '2020-01-01' }, parameters: practice(24) }),
  aRule({ id: 'law.1.duty', effective: { from: '2022-01-01', until: '2024-12-31' }, parameters: practice(48) }),
];
const setTo = (value: number, from: string, until?: string): Override => ({
  ...{ rule: 'law.1.duty', parameter: 'hours', value, from, source: 'notice 1' },
  ...(until !== undefined && { until }),
});
const setOf = (...overrides: Override[]): LocalParameters => ({
  id: '46-here',
  authority: 'here',
  sectors: ['telecom'],
  regions: ['46'],
  overrides,
});

const hoursOn = (set: LocalParameters | undefined, day: string) => {
  const rule = versionOn(adjustedRules(versions, set), day) as ReturnType<typeof adjustedRules>[number] | undefined;
  return rule && [rule.parameters.hours!.value, rule.version, rule.isAdjusted];
};

it('an authority’s figure holds from its first day to its last, and on no other', () => {
  const set = setOf(setTo(12, '2021-06-01', '2021-06-30'));
  expect(['2021-05-31', '2021-06-01', '2021-06-30', '2021-07-01'].map((day) => hoursOn(set, day))).toEqual([
    [24, '2020-01-01.r1', false],
    [12, '2020-01-01.r1', true],
    [12, '2020-01-01.r1', true],
    [24, '2020-01-01.r1', false],
  ]);
});

it('it outlives a new version of the rule, and not the law itself', () => {
  const set = setOf(setTo(12, '2021-06-01'));
  expect(['2021-12-31', '2022-01-01', '2024-12-31', '2025-01-01'].map((day) => hoursOn(set, day))).toEqual([
    [12, '2020-01-01.r1', true],
    [12, '2022-01-01.r1', true],
    [12, '2022-01-01.r1', true],
    undefined,
  ]);
  expect(hoursOn(setOf(setTo(12, '2019-01-01')), '2019-12-31')).toBeUndefined();
});

it('the source of a figure is then the authority’s own document', () => {
  const [rule] = adjustedRules(versions, setOf(setTo(12, '2020-01-01')));
  expect(rule!.parameters.hours).toMatchObject({ value: 12, fixedBy: 'practice', source: 'notice 1' });
});

it('on every day the law is the same as without, but for the figures that are set on it', () => {
  const day = fc
    .integer({ min: 0, max: 3_000 })
    .map((n) => new Date(Date.UTC(2019, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, day, (from, until, on) => {
      const span = from <= until ? setTo(12, from, until) : setTo(12, from);
      const without = versionOn(versions, on);
      const isSet = span.from <= on && (span.until === undefined || on <= span.until);
      const [value, version] = hoursOn(setOf(span), on) ?? [];
      const [before, named] = hoursOn(undefined, on) ?? [];
      expect(version).toBe(named);
      expect(value).toBe(without && (isSet ? 12 : before));
    }),
  );
});

it('the smallest region around a place decides, for its sector only', () => {
  const province = setOf(setTo(12, '2020-01-01'));
  const city: LocalParameters = { ...province, id: '4601-there', regions: ['4601'] };
  const at = (region: string, sector: string) => localAt([province, city], { region, sector })?.id;
  expect([at('4601', 'telecom'), at('4602', 'telecom'), at('46', 'telecom')]).toEqual([
    '4601-there',
    '46-here',
    '46-here',
  ]);
  expect([at('4401', 'telecom'), at('4601', 'bank'), at('', 'telecom')]).toEqual([undefined, undefined, undefined]);
});
