import { expect, it } from 'vitest';
import { coverageOf } from '../../../rules/workbench/coverage.ts';
import { aDuty, aFolder, is, without } from './a-folder.ts';

const at = { rule: 'test.1.duty', version: '2022-12-01.r1' };

it('counts what the fixtures show of each condition', () => {
  expect(coverageOf([aFolder()])).toEqual({
    values: { seen: 9, of: 9 },
    branches: { seen: 5, of: 5 },
    uncovered: [],
  });
});

it('names a condition that is never unknown', () => {
  expect(coverageOf([aFolder({ fixtures: without('nobody said when') })]).uncovered).toEqual([
    { ...at, pointer: '/conditions/all/1', never: 'unknown' },
  ]);
});

it('names a branch on which no verdict turns, though it was seen true and false', () => {
  // Within the scope everybody is a person: whether anybody was told decides nothing.
  const versions = [aDuty({ conditions: { any: [is('isTold'), is('isPerson')] } })];
  expect(coverageOf([aFolder({ versions })]).uncovered).toEqual([
    { ...at, pointer: '/conditions/any/0', never: 'decisive' },
  ]);
});

it('asks nothing more of a condition that is said to hold of every record', () => {
  const equivalents = [{ mutant: '2022-12-01.r1 /appliesWhen/all/0 dropped', reason: 'every record is of a person' }];
  const fixtures = without('a unit is told nothing', 'nobody said who it was');
  expect(coverageOf([aFolder({ fixtures })]).uncovered).toEqual([
    { ...at, pointer: '/appliesWhen/all/0', never: 'false' },
    { ...at, pointer: '/appliesWhen/all/0', never: 'unknown' },
  ]);
  expect(coverageOf([aFolder({ fixtures, equivalents })]).uncovered).toEqual([]);
});
