import { expect, it } from 'vitest';
import { entriesOn, isListedOn, type ListEntry, type Lists } from '../../../rules/facts/lists.ts';

const receivedAt = '2026-01-01T00:00:00.000Z';
const ended: ListEntry = { value: 'ann', from: '2026-03-01', until: '2026-05-31', receivedAt };
const open: ListEntry = { value: 'bob', from: '2026-04-01', receivedAt };
const lists: Lists = { 'sanctioned-subjects': [ended, open] };
const entries = (value: string | null | undefined, on?: { readonly day: string | null | undefined }) =>
  entriesOn(lists, 'sanctioned-subjects', value, on);

it('an entry is in force from its first day to its last, both included, and without a last day for ever', () => {
  const days = ['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01'];
  expect(days.map((day) => entries('ann', { day }))).toEqual([[], [ended], [ended], []]);
  expect(['2026-03-31', '2026-04-01', '2099-12-31'].map((day) => entries('bob', { day }))).toEqual([
    [],
    [open],
    [open],
  ]);
});

it('where no day is asked for, every entry about the value counts, and none about another', () => {
  expect([entries('ann'), entries('bob'), entries('eve')]).toEqual([[ended], [open], []]);
});

it('on a day that nobody told it is unknown who is listed, but not who never was', () => {
  expect([entries('ann', { day: undefined }), entries('eve', { day: undefined })]).toEqual([undefined, []]);
  expect(entries('ann', { day: null })).toEqual([]);
});

it('is unknown where the list is not there or nobody said the value; what is none is on no list', () => {
  expect(entriesOn(undefined, 'sanctioned-subjects', 'ann')).toBeUndefined();
  expect(entriesOn({}, 'sanctioned-subjects', 'ann')).toBeUndefined();
  expect(entries(undefined)).toBeUndefined();
  expect([entries(null), entriesOn(undefined, 'sanctioned-subjects', null)]).toEqual([[], []]);
});

it('an instant asks about its day in China', () => {
  const listed = (when: string | null | undefined) => isListedOn(lists, 'sanctioned-subjects', 'ann', when);
  expect([listed('2026-05-31T23:59:59+08:00'), listed('2026-06-01T00:00:00+08:00')]).toEqual([true, false]);
  expect([listed(null), listed(undefined)]).toEqual([false, undefined]);
  expect(isListedOn({}, 'sanctioned-subjects', 'ann', '2026-05-31')).toBeUndefined();
});
