import { expect, it } from 'vitest';
import { monthsBetween, monthsLater } from '../../../rules/facts/months-between.ts';

it('counts a month that has begun as a month, and the same day of a later month as reached', () => {
  expect(monthsBetween('2023-01-10', '2023-07-10')).toBe(6);
  expect(monthsBetween('2023-01-10', '2023-07-11')).toBe(7);
  expect(monthsBetween('2023-01-10', '2023-01-11')).toBe(1);
  expect(monthsBetween('2022-12-31', '2023-01-01')).toBe(1);
});

it('reaches the last day of a month that has no such day', () => {
  expect(monthsBetween('2022-08-31', '2023-02-28')).toBe(6);
  expect(monthsBetween('2022-08-31', '2023-03-01')).toBe(7);
  expect(monthsBetween('2023-08-31', '2024-02-29')).toBe(6);
});

it('counts none on the same day or backwards', () => {
  expect(monthsBetween('2023-01-10', '2023-01-10')).toBe(0);
  expect(monthsBetween('2023-01-10', '2022-06-10')).toBe(0);
});

it('takes an instant by its day in China', () => {
  expect(monthsBetween('2023-01-10T23:59:00+08:00', '2023-02-10T00:01:00+08:00')).toBe(1);
});

it('counts no months where one of the days never was, and none yet where nobody told', () => {
  expect(monthsBetween(null, '2023-01-10')).toBeNull();
  expect(monthsBetween(undefined, null)).toBeNull();
  expect(monthsBetween('2023-01-10', undefined)).toBeUndefined();
  expect(monthsBetween(undefined, '2023-01-10')).toBeUndefined();
});

it('some months later is the same day, or the last of a month that has no such day', () => {
  expect([monthsLater('2023-01-10', 12), monthsLater('2023-01-31', 1)]).toEqual(['2024-01-10', '2023-02-28']);
});
