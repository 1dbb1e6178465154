import fc from 'fast-check';
import type { AnyRecord, Contract } from '../../../events/contract.ts';
import type { Field } from '../../../events/field.ts';
import type { FactSource } from '../../../rules/facts/fact.ts';
import type { Holding, Holdings } from '../../../rules/holdings.ts';
import { cases } from './released.ts';

type Source = FactSource<AnyRecord>;

const tokens = ['k1:a', 'k1:b', 'k1:c', 'k1:d'];

/** Instants around the days on which law changes, close enough to one another to come before, with and after. */
const instants = ['2019-12-01', '2022-12-01', '2025-06-01'].flatMap((day) =>
  ['00:00:00', '00:00:01', '09:00:00', '23:59:59'].map((time) => `${day}T${time}+08:00`),
);
const instant = fc.oneof(
  fc.constantFrom(...instants, ...instants.map((one) => one.replace('-01T', '-02T'))),
  fc
    .date({ min: new Date('2016-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().replace('Z', '+08:00')),
);

/** What a contract lets through in a field, in normal form. */
const normalValue = (field: Field): fc.Arbitrary<unknown> => {
  const of: Readonly<Record<Field['type'], fc.Arbitrary<unknown>>> = {
    boolean: fc.boolean(),
    enum: fc.constantFrom(...Object.keys(field.values ?? { none: 0 })),
    integer: fc.nat({ max: 3 }),
    number: fc.constantFrom(0, 0.5, 0.8, 1),
    text: fc.constantFrom(...tokens),
    list: fc.subarray(tokens),
    instant,
    date: instant.map((at) => at.slice(0, 10)),
  };
  return field.nullable ? fc.oneof({ weight: 3, arbitrary: of[field.type] }, fc.constant(null)) : of[field.type];
};

const untouched = Symbol('as the example has it');

/** An example of any rule of the kind, with fields of other examples and of the contract's types; its id and law date stay known. */
const recordOf = ({ fields }: Contract, examples: readonly Source[]): fc.Arbitrary<AnyRecord> => {
  const changes = Object.entries(fields).flatMap(([name, field]) => {
    if (name === 'recordId') return [];
    const seen = [...new Set(examples.map(({ record }) => record[name]).filter((value) => value !== undefined))];
    const values = seen.length === 0 ? [normalValue(field)] : [normalValue(field), fc.constantFrom(...seen)];
    return [[name, fc.oneof({ weight: 6, arbitrary: fc.constant<unknown>(untouched) }, ...values)] as const];
  });
  return fc
    .tuple(fc.constantFrom(...examples), fc.record(Object.fromEntries(changes)))
    .map(([{ record }, changed]) => ({
      ...record,
      ...Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== untouched)),
    }));
};

/** What a subject holds: some of it withdrawn, some of it reported without kind or status. */
const holdingsOf = (
  { fields, holdings }: Contract,
  examples: readonly Source[],
): fc.Arbitrary<Holdings | undefined> => {
  if (holdings === undefined) return fc.constant(undefined);
  const kept = Object.fromEntries(holdings.keeps.map((name) => [name, normalValue(fields[name]!)]));
  const cards = fc.uniqueArray(
    fc.record({
      card: fc.constantFrom(...tokens, 'k1:e', 'k1:f', 'k1:g', 'k1:h'),
      enterprise: fc.constant('91460000MA5TELEC0X'),
      branchId: fc.constant('haikou-1'),
      recordKey: fc.constantFrom(...tokens),
      submission: fc.constant('s-1'),
      sequence: fc.constant('2023-04-01T00:00:00.000Z#s-1'),
      openedAt: fc.constantFrom(...instants),
      record: fc.record(kept, { requiredKeys: [] }),
      withdrawn: fc.boolean(),
    }),
    { selector: ({ card }: Holding) => card, maxLength: 8 },
  );
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...examples.map((example) => example.holdings)) },
    { weight: 4, arbitrary: fc.record({ card: fc.constantFrom(...tokens), cards }) },
    fc.constant(undefined),
  );
};

/** What lists say of whom the examples name; where they say nothing, they may be there all the same. */
const listsOf = (examples: readonly Source[]): fc.Arbitrary<Source['lists']> =>
  fc.constantFrom(undefined, ...new Set(examples.map(({ lists }) => lists)));

/** The same record as told by one who says more and by one who says less, with the holdings of its subject and the lists. */
export type Pair = { readonly more: Source; readonly less: Source };

const without = (record: AnyRecord, names: readonly string[]): AnyRecord =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name))) as AnyRecord;

export const pairOf = (contract: Contract): fc.Arbitrary<Pair> => {
  // An example told by a day in place of its own law date may lack it; no record that is received does.
  const examples = cases
    .filter(({ kind, source }) => kind === contract.kind && contract.lawDates.every((name) => name in source.record))
    .map(({ source }) => source);
  const required: readonly string[] = ['recordId', ...contract.lawDates];
  const optional = Object.keys(contract.fields).filter((name) => !required.includes(name));
  const some = fc.oneof(fc.subarray(optional, { maxLength: 3 }), fc.subarray(optional));
  return fc
    .tuple(
      recordOf(contract, examples),
      holdingsOf(contract, examples),
      listsOf(examples),
      fc.oneof(fc.constant([]), some),
      some,
    )
    .map(([record, holdings, lists, silent, alsoSilent]) => {
      const more = without(record, silent);
      const given = { ...(holdings !== undefined && { holdings }), ...(lists !== undefined && { lists }) };
      return { more: { record: more, ...given }, less: { record: without(more, alsoSilent), ...given } };
    });
};
