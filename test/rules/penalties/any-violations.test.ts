import fc from 'fast-check';
import { expect, it } from 'vitest';
import { penalties } from '../../../rules/penalties/penalties.ts';
import { penaltyBand } from '../../../rules/penalties/penalty-band.ts';
import { aBreach } from './a-penalty.ts';

const anyCited = fc.constantFrom(
  ...penalties.flatMap(({ law, article, items }) => items.map(({ item }) => ({ law, article, item }))),
);
const anyDay = fc
  .integer({ min: 0, max: 5478 })
  .map((n) => new Date(Date.UTC(2016, 0, 1 + n)).toISOString().slice(0, 10));
const anyBreaches = fc.array(
  fc.record({
    express: fc.array(anyCited, { minLength: 1, maxLength: 4 }),
    actedOn: anyDay,
    enterprise: fc.constantFrom('e1', 'e2'),
    isAdvisory: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);

it('for any violations on any days: each is in one place, and no fine is above what a cited article allows', () => {
  fc.assert(
    fc.property(anyBreaches, anyDay, (some, decidedOn) => {
      const breaches = some.map((one, n) => aBreach({ ...one, violation: `v${n}` }));
      const { acts, rectifyOnly, listed } = penaltyBand(breaches, decidedOn, penalties);
      const placed = [
        ...acts.flatMap(({ violations }) => violations),
        ...listed,
        ...rectifyOnly.map((one) => one.violation),
      ];
      expect(placed.toSorted()).toEqual(breaches.map(({ violation }) => violation).toSorted());
      for (const { items, fines } of acts) {
        for (const { tier, article, fine } of fines) {
          const texts = penalties.filter((one) => `${one.law}.${one.article}` === article && one.status === 'verified');
          const most = texts.flatMap(({ tiers }) =>
            tiers.flatMap((one) => (one.tier === tier && one.fine?.kind === 'range' ? one.fine.maxYuan * 100 : [])),
          );
          expect(most).toContain(fine.maxFen);
          const rivals = items.flatMap(({ tiers }) => tiers.filter((one) => one.tier === tier));
          for (const { fine: rival } of rivals)
            if (rival && 'maxFen' in rival) expect(rival.maxFen <= fine.maxFen).toBe(true);
        }
      }
    }),
  );
});
