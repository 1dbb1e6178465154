import { expect, it } from 'vitest';
import { CalendarYear } from '../../../rules/calendar/calendar-year.ts';

const year = { year: 2026, source: 'a notice', daysOff: ['2026-10-01', '2026-10-02'], workingDays: ['2026-10-10'] };
const refused = (over: object) => {
  const { error } = CalendarYear.safeParse({ ...year, ...over });
  return error?.issues.map(({ path }) => path.join('/'));
};

it('days of the year, ascending, and weekends that are worked instead', () => {
  expect(refused({})).toBeUndefined();
});

it.each([
  ['a day of another year', { daysOff: ['2025-12-31', '2026-01-01'] }, ['daysOff/0']],
  ['days out of order', { daysOff: ['2026-10-02', '2026-10-01'] }, ['daysOff/1']],
  ['a day told twice', { daysOff: ['2026-10-01', '2026-10-01'] }, ['daysOff/1']],
  ['a weekday that is worked anyway', { workingDays: ['2026-10-09'] }, ['workingDays/0']],
  [
    'a day both off and worked',
    { daysOff: ['2026-10-01', '2026-10-10'], workingDays: ['2026-10-10'] },
    ['workingDays/0'],
  ],
  ['a day that there is not', { daysOff: ['2026-02-30'] }, ['daysOff/0']],
  ['no source', { source: '' }, ['source']],
])('%s is refused', (_, over, places) => {
  expect(refused(over)).toEqual(places);
});

it('what is wrong with a day is said of that day', () => {
  const told = (over: object) =>
    CalendarYear.safeParse({ ...year, ...over }).error?.issues.map(({ code, message }) => [code, message]);
  expect(told({ daysOff: ['2025-12-31', '2026-01-01'] })).toEqual([['custom', '2025-12-31 is not a day of 2026']]);
  expect(told({ daysOff: ['2026-10-02', '2026-10-01', '2026-10-03'] })).toEqual([
    ['custom', '2026-10-01 does not come after 2026-10-02'],
  ]);
  expect(told({ workingDays: ['2026-10-09'] })).toEqual([['custom', '2026-10-09 is neither Saturday nor Sunday']]);
  expect(told({ daysOff: ['2026-10-10'] })).toEqual([['custom', '2026-10-10 is a day off too']]);
});
