import { expect, it } from 'vitest';
import { hoursBetween, isInTimeFor, workingDaysFromTo } from '../../../rules/facts/civil-time.ts';

const nine = '2023-03-06T09:00:00+08:00';
const ten = '2023-03-06T10:00:00+08:00';

it('counts hours between instants, in fractions, and backwards', () => {
  expect(hoursBetween(nine, ten)).toBe(1);
  expect(hoursBetween(nine, '2023-03-06T09:00:01+08:00')).toBeCloseTo(1 / 3600);
  expect(hoursBetween(ten, nine)).toBe(-1);
});

it('counts no hours where one of the instants never was, and none yet where nobody told', () => {
  expect(hoursBetween(null, ten)).toBeNull();
  expect(hoursBetween(undefined, null)).toBeNull();
  expect(hoursBetween(nine, undefined)).toBeUndefined();
});

it('is in time at the very instant and too late a millisecond after', () => {
  expect(isInTimeFor(nine, nine)).toBe(true);
  expect(isInTimeFor('2023-03-06T09:00:00.000+08:00', nine)).toBe(true);
  expect(isInTimeFor('2023-03-06T09:00:00.001+08:00', nine)).toBe(false);
});

it('says that what never was is not in time for what was, and that nothing is late for what never was', () => {
  expect(isInTimeFor(null, nine)).toBe(false);
  expect(isInTimeFor(nine, null)).toBe(true);
  expect(isInTimeFor(undefined, null)).toBe(true);
  expect(isInTimeFor(null, undefined)).toBeUndefined();
  expect(isInTimeFor(undefined, nine)).toBeUndefined();
});

it('counts working days between days or instants, none where one never was, and none yet where nobody told', () => {
  expect(workingDaysFromTo('2026-09-30', '2026-10-08T09:00:00+08:00')).toBe(1);
  expect(workingDaysFromTo('2026-09-30', null)).toBeNull();
  expect(workingDaysFromTo(undefined, null)).toBeNull();
  expect(workingDaysFromTo('2026-09-30', undefined)).toBeUndefined();
});
