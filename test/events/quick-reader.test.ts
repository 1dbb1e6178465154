import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCell } from '../../events/cells.ts';
import { quickCell, quickValue, slow } from '../../events/quick-reader.ts';
import { anyCell, cellOf, type Seen, seenFields } from './any-cell.ts';

// One reader for each field, as a file has: what it remembers of earlier cells is tried with the later ones.
const readers = new Map(
  seenFields.map((seen) => [seen, { cell: quickCell(seen.field), value: quickValue(seen.field) }] as const),
);

const read = ({ field }: Seen, value: unknown): unknown => {
  const parsed = field.schema.safeParse(value);
  return parsed.success ? parsed.data : slow;
};

const someField = fc.constantFrom(...seenFields);
const fieldAndCells = someField.chain((seen) =>
  fc.tuple(fc.constant(seen), fc.array(anyCell(seen), { maxLength: 12 })),
);

describe('quick reading', () => {
  it('reads a cell as the slow way does, and leaves to it whatever it refuses', () => {
    fc.assert(
      fc.property(fieldAndCells, ([seen, cells]) => {
        for (const cell of cells) {
          if (cell.trim() === '') continue;
          const quick = readers.get(seen)!.cell(cell);
          if (quick !== slow) expect([cell, quick]).toEqual([cell, read(seen, readCell(seen.field, cell))]);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads a value of JSON as the schema does, and leaves to the slow way whatever that refuses', () => {
    const values = (seen: Seen) =>
      fc.oneof(
        anyCell(seen),
        fc.constantFrom(null, ...seen.values),
        fc.array(anyCell(seen), { maxLength: 3 }),
        fc.constantFrom<unknown>(true, false, 0, -0, 1, -1, 0.5, 1e300, 2 ** 53, '', [], {}, [[]], [null]),
        fc.jsonValue(),
      );
    const fieldAndValues = someField.chain((seen) =>
      fc.tuple(fc.constant(seen), fc.array(values(seen), { maxLength: 12 })),
    );
    fc.assert(
      fc.property(fieldAndValues, ([seen, given]) => {
        for (const value of given) {
          const quick = readers.get(seen)!.value(value);
          if (quick !== slow) expect([value, quick]).toEqual([value, read(seen, value)]);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes by a field’s own quick reading nothing that its schema refuses or reads otherwise', () => {
    const quick = seenFields.filter(({ field }) => field.quick !== undefined);
    const cases = fc
      .constantFrom(...quick)
      .chain((seen) => fc.tuple(fc.constant(seen), fc.array(anyCell(seen), { maxLength: 12 })));
    expect(quick.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(cases, ([seen, texts]) => {
        for (const text of texts) {
          const value = seen.field.quick!(text);
          if (value === undefined) continue;
          expect([text, value]).toEqual([text, read(seen, seen.field.type === 'list' ? [text] : text)]);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('has something to say of nearly all that samples hold: else it would not be quick', () => {
    const cells = seenFields.flatMap((seen) => seen.values.map((value) => [seen, cellOf(value)] as const));
    const known = cells.filter(([seen, cell]) => cell !== '' && readers.get(seen)!.cell(cell) !== slow);
    expect(known.length).toBeGreaterThan(cells.length * 0.95);
  });

  it('forgets a column of more different values than are worth remembering, and still reads it', () => {
    const seen = seenFields.find(({ field }) => field.type === 'integer')!;
    const cell = quickCell(seen.field);
    for (let round = 0; round < 2; round += 1) for (let n = 0; n < 5_000; n += 1) expect(cell(String(n))).toBe(n);
    expect(cell('-1')).toBe(slow);
  });
});
