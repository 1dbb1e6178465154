import { expect, it } from 'vitest';
import {
  civilDayOf,
  daysFromTo,
  hoursBetween,
  isInTimeFor,
  laterOf,
  minutesBetween,
  workingDaysFromTo,
} from '../../../rules/facts/civil-time.ts';

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

it('counts minutes in fractions, and civil days whatever the hour', () => {
  expect(minutesBetween(nine, ten)).toBe(60);
  expect(minutesBetween(nine, '2023-03-06T09:00:30+08:00')).toBe(0.5);
  expect(daysFromTo('2023-03-06T23:59:59+08:00', '2023-03-07T00:00:00+08:00')).toBe(1);
  expect(daysFromTo('2023-02-27', '2023-03-01T09:00:00+08:00')).toBe(2);
  expect(daysFromTo('2023-03-01', '2023-02-27')).toBe(-2);
});

it('has no minutes or days where one of the instants never was, and none yet where nobody told', () => {
  for (const count of [minutesBetween, daysFromTo]) {
    expect([count(null, ten), count(undefined, null), count(nine, undefined), count(undefined, ten)]).toEqual([
      null,
      null,
      undefined,
      undefined,
    ]);
  }
});

it('knows the later of two instants once it knows both, and none where one never was', () => {
  expect([laterOf(nine, ten), laterOf(ten, nine), laterOf(ten, ten)]).toEqual([ten, ten, ten]);
  expect([laterOf(null, ten), laterOf(nine, null), laterOf(undefined, null)]).toEqual([null, null, null]);
  expect([laterOf(undefined, ten), laterOf(nine, undefined)]).toEqual([undefined, undefined]);
});

it('takes the civil day of an instant as China has it; silence and none stay what they are', () => {
  const days = ['2023-03-06T23:59:59+08:00', '2023-03-07T00:00:00+08:00', '2023-03-07', null, undefined].map(
    civilDayOf,
  );
  expect(days).toEqual(['2023-03-06', '2023-03-07', '2023-03-07', null, undefined]);
});

it('counts by hours, minutes and seconds alike', () => {
  expect(minutesBetween('2023-03-06T09:10:00+08:00', '2023-03-06T10:35:30+08:00')).toBe(85.5);
});

it('counts nothing from an instant that nobody told, and no working days from one that never was', () => {
  for (const count of [hoursBetween, minutesBetween, daysFromTo, workingDaysFromTo]) {
    expect([count(undefined, ten), count(null, ten)]).toEqual([undefined, null]);
  }
});

it('of one instant written in two ways, the first is the later', () => {
  const written = '2023-03-06T09:00:00.000+08:00';
  expect([laterOf(nine, written), laterOf(written, nine)]).toEqual([nine, written]);
});
