import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { bench } from '../../../bin/rules-workbench.ts';
import { coverageOf } from '../../../rules/workbench/coverage.ts';
import { lint } from '../../../rules/workbench/lint.ts';
import { mutate } from '../../../rules/workbench/mutate.ts';

const { rules, faults } = await bench(fileURLToPath(new URL('../../..', import.meta.url)));

it('the catalogue lints clean', () => {
  expect(faults).toEqual([]);
  expect(new Set(rules.map(({ versions }) => versions[0]!.obligation)).size).toBeGreaterThanOrEqual(60);
  expect(lint(rules)).toEqual([]);
});

it('its fixtures show each condition true, false and unknown, and each branch decisive', () => {
  const { values, branches, uncovered } = coverageOf(rules);
  expect(uncovered).toEqual([]);
  expect([values.seen, branches.seen]).toEqual([values.of, branches.of]);
});

it('no change of a rule goes unnoticed by its fixtures, but for those named with a reason', () => {
  const { mutants, killed, equivalent, survived, misnamed } = mutate(rules);
  expect({ survived, misnamed }).toEqual({ survived: [], misnamed: [] });
  expect(killed + equivalent).toBe(mutants);
  expect(mutants).toBeGreaterThan(400);
});
