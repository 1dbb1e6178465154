import { expect, it } from 'vitest';
import { groups, large, type Mangled } from './bin/mangled-files.ts';
import { expectAllNamed } from './mangled-sent.ts';

// Of each class of mangled files some go through the service. Each of them is read by itself in bin/mangled.test.ts, and
// all are sent by `npm run kill:large`.

/** Sent whichever others are: what people do to files most. */
const always = [
  'GB18030',
  'UTF-16 behind the mark of the other order',
  'a workbook with a password',
  'a workbook whose parts have a password',
  'an old Excel workbook',
  'a web page saved as .xls',
  'headings',
  'a mark alone',
  '16,384 columns in a sheet',
];
const largest = [
  'a gzip bomb of a gigabyte of blank lines',
  'a zip bomb that says so',
  'a zip bomb that says that it is none',
  'a million blank lines',
  'a million blank lines and no record',
  'a million blank rows of a sheet',
  'a line of 100 megabytes',
  '16,384 columns over 1,000 rows',
];

/** Of many that are alike three, from all over them. */
const someOf = (mangled: readonly Mangled[]): readonly Mangled[] => {
  const evenly = [1, 3, 5].map((sixth) => mangled[Math.floor((mangled.length * sixth) / 6)]!);
  return [...new Set([...evenly, ...mangled.filter(({ name }) => always.includes(name))])];
};

const largeOnes = large.filter(({ name }) => largest.includes(name));

it('those that are always sent are among the mangled files', () => {
  const names = groups.flatMap(([, mangled]) => mangled.map(({ name }) => name));
  expect(names).toEqual(expect.arrayContaining(always));
  expect(largeOnes).toHaveLength(largest.length);
});

// Of two cores that others work on too, a second may be a minute.
const patience = 300_000;

it.each(groups)(
  '%s ends audited or refused by name, and checks are answered all the while',
  (_, mangled) => expectAllNamed(someOf(mangled)),
  patience,
);

it.each(largeOnes)(
  '$name ends audited or refused by name, and checks are answered all the while',
  (one) => expectAllNamed([one]),
  patience,
);
