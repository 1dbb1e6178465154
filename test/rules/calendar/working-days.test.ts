import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarStatus, isWorkingDay, workingDaysBetween } from '../../../rules/calendar/working-days.ts';
import { addDays } from '../../../rules/filing-periods.ts';

describe('a working day', () => {
  it('is a Monday to Friday', () => {
    const week = ['06', '07', '08', '09', '10', '11', '12'].map((day) => isWorkingDay(`2026-07-${day}`));
    expect(week).toEqual([true, true, true, true, true, false, false]);
  });

  it('is none in a festival, and is a Sunday that is worked instead', () => {
    expect(['2026-10-01', '2026-10-07', '2026-10-08'].map(isWorkingDay)).toEqual([false, false, true]);
    expect(['2026-09-19', '2026-09-20', '2026-10-10', '2026-10-11'].map(isWorkingDay)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('follows the extended Spring Festival of 2020, whose made-up Saturday fell away', () => {
    expect(['2020-01-19', '2020-01-31', '2020-02-01', '2020-02-03'].map(isWorkingDay)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('goes by weekends alone in a year whose notice is not out', () => {
    expect(['2099-10-01', '2099-10-03'].map(isWorkingDay)).toEqual([true, false]);
  });
});

describe('working days from one day to another', () => {
  it('leave out the first and take in the last', () => {
    expect(workingDaysBetween('2026-07-06', '2026-07-06')).toBe(0);
    expect(workingDaysBetween('2026-07-06', '2026-07-07')).toBe(1);
    expect(workingDaysBetween('2026-07-10', '2026-07-13')).toBe(1);
    expect(workingDaysBetween('2026-07-10', '2026-07-12')).toBe(0);
  });

  it('are counted over a festival by the notice of its year', () => {
    // Wednesday before the week of National Day to the Saturday that makes up for it: Thursday and Friday, and the Saturday.
    expect(workingDaysBetween('2026-09-30', '2026-10-10')).toBe(3);
    expect(workingDaysBetween('2022-12-30', '2023-01-03')).toBe(1);
  });

  it('are those of China’s civil days, whatever the hour', () => {
    expect(workingDaysBetween('2026-07-06T23:59:59+08:00', '2026-07-07T00:00:00+08:00')).toBe(1);
    expect(workingDaysBetween('2026-07-06T00:00:00+08:00', '2026-07-06T23:59:59+08:00')).toBe(0);
    expect(workingDaysBetween('2026-07-06', '2026-07-07T08:00:00+08:00')).toBe(1);
  });

  it('are negative where the second day comes first', () => {
    expect(workingDaysBetween('2026-07-13', '2026-07-10')).toBe(-1);
  });

  it('are as many as a calendar crossed off day by day has', () => {
    const day = fc.integer({ min: 0, max: 4500 }).map((days) => addDays('2015-06-01', days));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (from, length) => {
        const days = Array.from({ length }, (_, n) => addDays(from, n + 1));
        expect(workingDaysBetween(from, addDays(from, length))).toBe(days.filter(isWorkingDay).length);
      }),
    );
  });
});

it('a count that touches a year whose notice is not out is provisional', () => {
  expect(calendarStatus('2025-12-01', '2026-12-31')).toBe('published');
  expect(calendarStatus('2026-12-31T10:00:00+08:00', '2099-01-04')).toBe('provisional');
  expect(calendarStatus('2099-01-04', '2026-12-31')).toBe('provisional');
  expect(calendarStatus('2015-12-31', '2016-01-04')).toBe('provisional');
});

it('a count within one year whose notice is not out is provisional', () => {
  expect(calendarStatus('2099-01-04', '2099-03-02')).toBe('provisional');
});
