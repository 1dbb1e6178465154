import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AnyRecord } from '../../events/contract.ts';
import type { ListName } from '../../events/lists.ts';
import type { ListEntry, Lists } from '../../rules/facts/lists.ts';
import { type Asked, askedBy, askedTogether, listsFor } from '../../rules/look-up.ts';

const looksUp = [
  { list: 'sanctioned-subjects', field: 'subjectId' },
  { list: 'fraud-numbers', field: 'msisdn' },
  { list: 'fraud-numbers', field: 'others' },
] as const;

const receivedAt = '2026-03-01T08:00:00+08:00';
const anEntry = (value: string, from = '2025-01-01'): ListEntry => ({ value, from, receivedAt });

/** What lists that hold these entries say of what is asked. */
const said = (all: Lists, asked: Asked): Lists =>
  Object.fromEntries(
    Object.entries(all).flatMap(([list, entries]) => {
      const values = asked[list as ListName];
      return values === undefined ? [] : [[list, entries.filter(({ value }) => values.includes(value))]];
    }),
  );

it('what several ask of a list is asked at once, each value once, and a list that is asked about nothing is asked too', () => {
  const all: Asked[] = [{ 'fraud-numbers': ['m'] }, {}, { 'fraud-numbers': ['n', 'm'], 'sanctioned-subjects': [] }];
  expect(askedTogether(all)).toEqual({ 'fraud-numbers': ['m', 'n'], 'sanctioned-subjects': [] });
});

it('asks each list about every value that the fields name, once', () => {
  const records: AnyRecord[] = [
    { recordId: '1', subjectId: 'p', msisdn: 'm', others: ['n', 'm'] },
    { recordId: '2', subjectId: 'p', msisdn: null },
    { recordId: '3' },
  ];
  expect(askedBy(looksUp, records)).toEqual({ 'sanctioned-subjects': ['p'], 'fraud-numbers': ['m', 'n'] });
});

it('asks whether a list is there even where no record names a value', () => {
  expect(askedBy(looksUp, [])).toEqual({ 'sanctioned-subjects': [], 'fraud-numbers': [] });
});

it('gives a record what is said of its own values, of lists that are there, and nothing of a list that is not', () => {
  const all: Lists = { 'fraud-numbers': [anEntry('m'), anEntry('x'), anEntry('m', '2026-01-01')] };
  const listsOf = listsFor(looksUp, all);
  expect(listsOf({ recordId: '1', subjectId: 'p', msisdn: 'm' })).toEqual({
    'fraud-numbers': [anEntry('m'), anEntry('m', '2026-01-01')],
  });
  expect(listsOf({ recordId: '2' })).toEqual({ 'fraud-numbers': [] });
  expect(listsFor(undefined, all)({ recordId: '1' })).toBeUndefined();
});

const word = fc.constantFrom('a', 'b', 'c', 'd');
const someLists = fc.record(
  {
    'sanctioned-subjects': fc.array(word.map((value) => anEntry(value))),
    'fraud-numbers': fc.array(word.map((value) => anEntry(value))),
    'fraud-accounts': fc.array(word.map((value) => anEntry(value))),
  },
  { requiredKeys: [] },
);
const someRecords = fc.array(
  fc.record(
    { recordId: fc.uuid(), subjectId: fc.option(word), msisdn: fc.option(word), others: fc.array(word) },
    { requiredKeys: ['recordId'] },
  ),
  { maxLength: 8 },
);

it('of many records together each is told the same as if it had been asked about alone', () => {
  fc.assert(
    fc.property(someLists, someRecords, (all, records) => {
      const together = listsFor(looksUp, said(all, askedBy(looksUp, records)));
      for (const record of records) {
        expect(together(record)).toEqual(listsFor(looksUp, said(all, askedBy(looksUp, [record])))(record));
      }
    }),
  );
});
