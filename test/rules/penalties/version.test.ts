import { expect, it } from 'vitest';
import { versionOn } from '../../../rules/penalties/version.ts';

const a = (from: string, revision: number, until?: string) => ({
  effective: { from, ...(until !== undefined && { until }) },
  revision,
});
const [first, corrected, later, ended] = [
  a('2020-01-01', 1),
  a('2020-01-01', 2),
  a('2022-01-01', 1),
  a('2024-01-01', 1, '2024-12-31'),
] as const;

it.each([
  ['in the order of dates', [first, corrected, later, ended]],
  ['the other way round', [ended, later, corrected, first]],
])('the last version to come into force by the day, in its last revision, until it ends: files %s', (_, versions) => {
  const days = ['2019-12-31', '2020-01-01', '2021-12-31', '2022-01-01', '2023-12-31', '2024-12-31', '2025-01-01'];
  expect(days.map((day) => versionOn(versions, day))).toEqual([
    undefined,
    corrected,
    corrected,
    later,
    later,
    ended,
    undefined,
  ]);
});
