import { expect, it } from 'vitest';
import type { FilingDuty } from '../../events/registry.ts';
import { filedAtLast, partWithin, passedDue, periodAround } from '../../rules/filing-periods.ts';

const aDuty = (over: Partial<FilingDuty> = {}): FilingDuty => ({
  id: 'cards-monthly',
  recordKind: 'phone-card',
  sectors: ['telecom'],
  regions: ['46'],
  period: 'month',
  dueDays: 10,
  from: '2023-01-01',
  ...over,
});
const march = { from: '2023-03-01', to: '2023-03-31' };

it('the due day itself is in time, the day after it is not', () => {
  expect(passedDue(aDuty(), '2023-04-10', 20)).toEqual([]);
  expect(passedDue(aDuty(), '2023-04-11', 20)).toEqual([{ period: march, dueOn: '2023-04-10' }]);
});

it('a filing due on the last day of its own period is overdue the day after', () => {
  expect(passedDue(aDuty({ dueDays: 0 }), '2023-03-31', 20)).toEqual([]);
  expect(passedDue(aDuty({ dueDays: 0 }), '2023-04-01', 20)).toEqual([{ period: march, dueOn: '2023-03-31' }]);
});

it('what was due longer ago than is looked back is left alone', () => {
  const owedOn = (today: string) => passedDue(aDuty(), today, 40).map(({ dueOn }) => dueOn);
  expect(owedOn('2023-05-20')).toEqual(['2023-04-10', '2023-05-10']);
  expect(owedOn('2023-05-21')).toEqual(['2023-05-10']);
});

it('a duty is owed for periods wholly between its first and its last day', () => {
  const within = (over: Partial<FilingDuty>) => passedDue(aDuty(over), '2023-04-11', 20).map(({ period }) => period);
  expect(within({ from: '2023-03-01', to: '2023-03-31' })).toEqual([march]);
  expect(within({ from: '2023-03-02' })).toEqual([]);
  expect(within({ to: '2023-03-30' })).toEqual([]);
});

it('months, quarters and years begin and end on their own days, the leap day included', () => {
  expect(periodAround('2024-02-29', 'month')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(periodAround('2023-12-31', 'quarter')).toEqual({ from: '2023-10-01', to: '2023-12-31' });
  expect(periodAround('2023-01-01', 'year')).toEqual({ from: '2023-01-01', to: '2023-12-31' });
});

it('a year is due as many days after its end as the duty says, in the year after', () => {
  const yearly = aDuty({ period: 'year', dueDays: 31 });
  expect(passedDue(yearly, '2024-01-31', 40)).toEqual([]);
  expect(passedDue(yearly, '2024-02-01', 40)).toEqual([
    { period: { from: '2023-01-01', to: '2023-12-31' }, dueOn: '2024-01-31' },
  ]);
});

const filed = (from: string, to: string, receivedAt: string) => ({ period: { from, to }, receivedAt });
const [monday, tuesday, friday] = ['2023-04-03T01:00:00.000Z', '2023-04-04T01:00:00.000Z', '2023-04-07T01:00:00.000Z'];

it('a period is filed when each of its days is, in one filing or in several, in whatever order they come', () => {
  expect(filedAtLast(march, [])).toBeUndefined();
  expect(filedAtLast(march, [filed('2023-01-01', '2023-12-31', monday)])).toBe(monday);
  const halves = [filed('2023-03-16', '2023-03-31', monday), filed('2023-03-01', '2023-03-15', tuesday)];
  expect(filedAtLast(march, halves)).toBe(tuesday);
  expect(filedAtLast(march, halves.toReversed())).toBe(tuesday);
  const aDayShort = [halves[0]!, filed('2023-03-01', '2023-03-14', monday)];
  expect(filedAtLast(march, aDayShort)).toBeUndefined();
  expect(filedAtLast(march, [...aDayShort, filed('2023-03-15', '2023-03-15', friday)])).toBe(friday);
});

it('what is filed once more, or for another period, makes nothing later', () => {
  const whole = filed('2023-03-01', '2023-03-31', tuesday);
  const others = [filed('2023-03-10', '2023-03-20', friday), filed('2023-04-01', '2023-04-30', friday)];
  expect(filedAtLast(march, [...others, whole])).toBe(tuesday);
});

it('a branch owes for the days on which it existed', () => {
  expect(partWithin(march, { from: '2023-03-10' })).toEqual({ from: '2023-03-10', to: '2023-03-31' });
  expect(partWithin(march, { from: '2020-01-01', to: '2023-03-01' })).toEqual({ from: '2023-03-01', to: '2023-03-01' });
  expect(partWithin(march, { from: '2023-04-01' })).toBeUndefined();
});
