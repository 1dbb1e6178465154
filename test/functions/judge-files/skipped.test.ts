import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSkipped, placeOf, rowIn, sliceIn } from '../../../functions/judge-files/skipped.ts';

const number = fc.oneof(fc.nat(3), fc.constantFrom(0x1f_ffff));
const row = fc.oneof(fc.nat(3), fc.constantFrom(0xffff_ffff, 0xffff_fffe));

it('has the rows that were put there, and no others', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(number, row), { selector: String }),
      fc.array(fc.tuple(number, row)),
      (all, asked) => {
        const skipped = Float64Array.from(all, ([slice, of]) => placeOf(slice, of)).sort();
        const names = new Set(all.map(String));
        for (const [slice, of] of [...all, ...asked]) {
          expect(isSkipped(skipped, slice, of)).toBe(names.has(String([slice, of])));
          expect([sliceIn(placeOf(slice, of)), rowIn(placeOf(slice, of))]).toEqual([slice, of]);
        }
      },
    ),
  );
});
