import { expect, it } from 'vitest';
import { compile } from '../../../rules/engine/compile.ts';
import { rulesOn, versionOn, versionsByDay } from '../../../rules/engine/epochs.ts';
import { adjustedRules } from '../../../rules/engine/local-parameters.ts';
import { versionOf } from '../../../rules/engine/rule.ts';
import { aRule } from './a-rule.ts';

const first = aRule({ effective: { from: '2022-12-01' } });
const corrected = aRule({ effective: { from: '2022-12-01' }, revision: 2 });
const amended = aRule({ effective: { from: '2025-06-01' } });
const repealed = aRule({ effective: { from: '2025-06-01', until: '2025-12-31' }, revision: 2 });

const nameOn = (rules: Parameters<typeof versionOn>[0], day: string) => {
  const rule = versionOn(rules, day);
  return rule && versionOf(rule);
};

it('a day before the law has no version, and the first day has one', () => {
  expect(nameOn([first], '2022-11-30')).toBeUndefined();
  expect(nameOn([first], '2022-12-01')).toBe('2022-12-01.r1');
});

it('a revision takes the place of what it corrects, from the first day on', () => {
  expect(nameOn([first, corrected], '2022-12-01')).toBe('2022-12-01.r2');
  expect(nameOn([corrected, first], '2030-01-01')).toBe('2022-12-01.r2');
});

it('an amendment judges from its own day, and the older version the day before', () => {
  expect(nameOn([amended, first], '2025-05-31')).toBe('2022-12-01.r1');
  expect(nameOn([first, amended], '2025-06-01')).toBe('2025-06-01.r1');
});

it('after a repeal there is no law: nothing falls back to an older version', () => {
  expect(nameOn([first, amended, repealed], '2025-12-31')).toBe('2025-06-01.r2');
  expect(nameOn([first, amended, repealed], '2026-01-01')).toBeUndefined();
});

it('epochs change on the days the law changes, and only there', () => {
  const other = aRule({ id: 'test.2.other', effective: { from: '2025-06-01' } });
  const epochs = versionsByDay([first, amended, repealed, other]);
  expect(epochs.map(({ from, rules }) => [from, rules.map(({ id }) => id)])).toEqual([
    ['2022-12-01', ['test.1.duty']],
    ['2025-06-01', ['test.1.duty', 'test.2.other']],
    ['2026-01-01', ['test.2.other']],
  ]);
});

it('an epoch says of each of its days what the versions say of that day', () => {
  const rules = [first, corrected, amended, repealed];
  for (const { from, rules: inForce } of versionsByDay(rules)) expect(inForce).toEqual(rulesOn(rules, from));
});

it('of a revision that was corrected nothing is written that nobody calls', () => {
  const written = (...rules: Parameters<typeof versionsByDay>[0]) =>
    compile(adjustedRules(rules)).matchAll(/^\/\/ test\.1\.duty (.*)$/gm);
  expect([...written(first, corrected, amended)].map(([, version]) => version)).toEqual([
    '2022-12-01.r2',
    '2025-06-01.r1',
  ]);
  expect([...written(first)].map(([, version]) => version)).toEqual(['2022-12-01.r1']);
});
