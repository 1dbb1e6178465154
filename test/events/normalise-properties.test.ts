import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contract } from '../../events/contract.ts';
import type { Field, FieldType } from '../../events/field.ts';
import { normalise } from '../../events/normalise.ts';
import { kinds } from '../../events/records/kinds.generated.ts';
import { idNumber } from '../identities.ts';

const two = (n: number): string => String(n).padStart(2, '0');
const anInstant = fc
  .record({
    year: fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0')),
    month: fc.integer({ min: 1, max: 13 }),
    day: fc.integer({ min: 1, max: 31 }),
    time: fc.constantFrom('T09:10:00', ' 9:10', 'T23:59:59.5', 'T00:00:00.001', ' 24:00', ''),
    offset: fc.constantFrom('', '', '+08:00', 'Z', '-12:00', '+14:00', '+99:99'),
  })
  .map(({ year, month, day, time, offset }) => `${year}-${two(month)}-${two(day)}${time}${time && offset}`);

const aDay = fc.oneof(
  { arbitrary: anInstant.map((text) => text.slice(0, 10)), weight: 4 },
  { arbitrary: anInstant, weight: 1 },
);

const aText = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 70 }),
  fc.nat().map(idNumber),
  fc.constantFrom(
    '13800000001',
    '1064812345678',
    '490154203237518',
    '89860317171717171712',
    '4111111111111111',
    ' e1234567 ',
  ),
);

/** Values that a column of the type may take, and others that it may not. */
const likely: Readonly<Record<FieldType, fc.Arbitrary<unknown>>> = {
  text: aText,
  boolean: fc.boolean(),
  integer: fc.oneof(fc.nat(), fc.integer(), fc.double()),
  number: fc.oneof(fc.nat(), fc.double({ noNaN: true, min: -1, max: 2 })),
  enum: fc.string(),
  list: fc.array(aText, { maxLength: 4 }),
  instant: anInstant,
  date: aDay,
};

const aValue = ({ type, values }: Field): fc.Arbitrary<unknown> =>
  fc.oneof(
    { arbitrary: values ? fc.constantFrom(...Object.keys(values)) : likely[type], weight: 12 },
    { arbitrary: fc.constant(null), weight: 1 },
    { arbitrary: fc.jsonValue({ maxDepth: 2 }), weight: 1 },
  );

/** A row that may be a record: most of it in order, most fields left out. */
const aRow = ({ fields, lawDates }: Contract): fc.Arbitrary<unknown> => {
  const values = Object.entries(fields).map(([name, field]) => [name, aValue(field)] as const);
  const ofRow = {
    ...Object.fromEntries(lawDates.map((name) => [name, likely[fields[name]!.type]])),
    recordId: fc.oneof(fc.stringMatching(/^ ?[a-z0-9-]{1,12}$/), fc.constantFrom('same', 'SAME')),
  };
  return fc
    .subarray(values, { maxLength: 6 })
    .chain((few) => fc.record({ ...Object.fromEntries(few), ...ofRow }) as fc.Arbitrary<unknown>);
};

const span = { period: { from: '1000-01-01', to: '8999-12-31' }, mode: 'events' } as const;

describe.each(Object.values(kinds))('reading $kind', (contract) => {
  it('throws at nothing that JSON can say, and each row is either a record or has a fault', () => {
    const rows = fc.array(fc.oneof(fc.jsonValue(), aRow(contract)), { maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.boolean(), (sent, spanned) => {
        const { records, faults } = normalise(contract, sent, spanned ? span : undefined);
        const read = records.map(({ row }) => row);
        const faulty = [...new Set(faults.map(({ row }) => row!))];
        expect([...read, ...faulty].sort((a, b) => a - b)).toEqual(sent.map((_, at) => at + 1));
      }),
    );
  });

  it('what it gives, it reads again as the same, with nothing to say of it', () => {
    let kept = 0;
    fc.assert(
      fc.property(fc.array(aRow(contract), { maxLength: 8 }), (sent) => {
        const once = normalise(contract, sent).records.map(({ record }) => record);
        kept += once.length;
        expect(normalise(contract, once)).toEqual({
          records: once.map((record, at) => ({ row: at + 1, record })),
          faults: [],
          faultsTotal: 0,
          warnings: [],
        });
      }),
      { numRuns: 300 },
    );
    expect(kept).toBeGreaterThan(100);
  });

  it('every fault stands in a row and a place, and says cause and fix in both languages', () => {
    fc.assert(
      fc.property(fc.array(aRow(contract), { minLength: 1, maxLength: 8 }), (sent) => {
        for (const { row, pointer, cause, fix, found = '' } of normalise(contract, sent, span).faults) {
          expect(pointer).toMatch(new RegExp(`^/records/${row! - 1}(/|$)`));
          for (const { zh, en } of [cause, fix]) {
            expect(zh).toMatch(/\p{Script=Han}/u);
            expect(en).toMatch(/[a-z]{2}/);
          }
          expect(found.length).toBeLessThanOrEqual(81);
        }
      }),
    );
  });
});
