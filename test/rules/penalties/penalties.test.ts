import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalogue } from '../../../rules/engine/catalogue.ts';
import { citationFaults } from '../../../rules/penalties/cited.ts';
import { itemBand } from '../../../rules/penalties/item-band.ts';
import { penalties } from '../../../rules/penalties/penalties.ts';
import { articleKey, type Penalty } from '../../../rules/penalties/penalty.ts';
import { tierBands } from '../../../rules/penalties/tier-band.ts';

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const nameOf = (penalty: Penalty) => `${articleKey(penalty)} ${penalty.effective.from}`;

/** Yuan, as the statutes have them, written down a second time: [tier, lowest, highest, and of a person]. */
const statute: Readonly<Record<string, readonly unknown[]>> = {
  'aml.52 2025-01-01': [
    ['base', 0, 200_000, 0, 200_000],
    ['serious', 200_000, 2_000_000, 0, 200_000],
  ],
  'aml.53 2025-01-01': [
    ['base', 0, 200_000, 0, 200_000],
    ['serious', 200_000, 2_000_000, 0, 200_000],
  ],
  'aml.54 2025-01-01': [
    ['base', 0, 500_000, 0, 200_000],
    ['serious', 500_000, 5_000_000, 0, 200_000],
  ],
  'aml.55 2025-01-01': [['base', 500_000, 10_000_000, 200_000, 1_000_000]],
  'atfl.38 2022-12-01': [['base', 0, 100_000]],
  'atfl.39 2022-12-01': [['order'], ['base', 50_000, 500_000], ['serious', 500_000, 5_000_000, 10_000, 200_000]],
  'atfl.40 2022-12-01': [['order'], ['base', 50_000, 500_000], ['serious', 500_000, 5_000_000, 10_000, 200_000]],
  'atfl.41 2022-12-01': [['order'], ['base', 50_000, 500_000], ['serious', 500_000, 5_000_000, 10_000, 200_000]],
  'atfl.42 2022-12-01': [
    ['base', 0, 500_000],
    ['serious', 0, 500_000],
  ],
  'atfl.43 2022-12-01': [['order'], ['base', 50_000, 500_000], ['serious', 500_000, 5_000_000, 10_000, 200_000]],
  'atfl.44 2022-12-01': [
    ['base', 0, 200_000],
    ['serious', 0, 200_000],
  ],
  'csl.59 2017-06-01': [['base'], ['serious', 10_000, 100_000, 5_000, 50_000]],
  'csl.61 2017-06-01': [['serious', 50_000, 500_000, 10_000, 100_000]],
  'csl.61 2026-01-01': [
    ['base', 10_000, 50_000],
    ['serious', 50_000, 500_000, 10_000, 100_000],
  ],
  'csl.68 2017-06-01': [['base', 100_000, 500_000]],
  'csl.69 2017-06-01': [['base', 50_000, 500_000]],
  'npp.49 2024-05-01': [['base', 0, 500_000, 50_000, 500_000]],
  'npp.50 2024-05-01': [['base', 0, 1_000_000, 50_000, 500_000]],
  'npp.51 2024-05-01': [['base', 500_000, 2_000_000, 50_000, 500_000]],
  'rnr.penalty-clause 2013-09-01': [['order'], ['base', 10_000, 30_000]],
  'yinfa-2016-261.item-20 2016-12-01': [['base']],
};

const none = { gainFen: 0, amountFen: 0 };

it('every article and tier has the figures of its statute', () => {
  const found = penalties.map((penalty) => [
    nameOf(penalty),
    tierBands(penalty, none).map(({ tier, fine, personalFine }) => [
      tier,
      ...[fine, personalFine].flatMap((band) =>
        band && 'minFen' in band ? [band.minFen / 100, band.maxFen / 100] : [],
      ),
    ]),
  ]);
  expect(Object.fromEntries(found)).toEqual(statute);
});

it('every article punishes from its first day to its last, and on neither side of them', () => {
  const cases = penalties.filter(({ status }) => status === 'verified');
  const givesBand = (penalty: Penalty, day: string) => {
    const cited = { law: penalty.law, article: penalty.article, item: penalty.items[0]!.item };
    return itemBand(penalties, cited, { actedOn: day, decidedOn: day }, none).band?.from === penalty.effective.from;
  };
  const found = cases.map((penalty) => {
    const { from, until } = penalty.effective;
    const days = [dayBefore(from), from, ...(until ? [until, dayAfter(until)] : [])];
    return [nameOf(penalty), days.map((day) => givesBand(penalty, day))];
  });
  const expected = cases.map((penalty) => [
    nameOf(penalty),
    penalty.effective.until ? [false, true, true, false] : [false, true],
  ]);
  expect(found).toEqual(expected);
  expect(cases.length).toBe(19);
});

it('an article whose figures nobody has seen in full gives no band', () => {
  const disputed = penalties.filter(({ status }) => status === 'disputed');
  const said = disputed.map(({ law, article, effective: { from }, items }) => {
    const cited = { law, article, item: items[0]!.item };
    return itemBand(penalties, cited, { actedOn: from, decidedOn: from }, none);
  });
  expect(disputed.map(nameOf)).toEqual(['csl.61 2026-01-01', 'rnr.penalty-clause 2013-09-01']);
  expect(said).toEqual([
    { asks: [{ article: 'csl.61', ask: 'disputed-text' }] },
    { asks: [{ article: 'rnr.penalty-clause', ask: 'disputed-text' }] },
  ]);
});

it('a heavier tier never has a lower fine, whatever the gain', () => {
  fc.assert(
    fc.property(fc.constantFrom(...penalties), fc.nat({ max: 10 ** 12 }), (penalty, fen) => {
      const fines = tierBands(penalty, { gainFen: fen, amountFen: fen }).flatMap(({ fine }) =>
        fine && 'minFen' in fine ? [fine] : [],
      );
      return fines.every(
        ({ minFen, maxFen }, n) =>
          minFen <= maxFen && (n === 0 || (minFen >= fines[n - 1]!.minFen && maxFen >= fines[n - 1]!.maxFen)),
      );
    }),
  );
});

it('every penalty that a rule cites exists, for its sector', () => {
  expect(catalogue.rules.flatMap((rule) => citationFaults(rule, penalties))).toEqual([]);
  expect(catalogue.rules.flatMap((rule) => rule.penalties).length).toBeGreaterThan(15);
});
