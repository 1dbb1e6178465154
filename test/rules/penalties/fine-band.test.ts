import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fineBand, fineRange, type Missing } from '../../../rules/penalties/fine-band.ts';
import { penalties } from '../../../rules/penalties/penalties.ts';
import { tierBands } from '../../../rules/penalties/tier-band.ts';

const fineOf = (law: string, article: string) =>
  penalties.find((one) => one.law === law && one.article === article)!.tiers.find(({ tier }) => tier === 'base')!.fine!;

const yuan = 100;

describe('a fine by illegal gain', () => {
  it.each([
    ['38', 10_000, 100_000],
    ['42', 50_000, 500_000],
    ['44', 20_000, 200_000],
  ])(
    'article %s: up to a sum while the gain is below the threshold, one to ten times the gain from it on',
    (article, threshold, most) => {
      const fine = fineOf('atfl', article);
      expect(fineBand(fine, { gainFen: 0 })).toEqual({ minFen: 0, maxFen: most * yuan });
      expect(fineBand(fine, { gainFen: threshold * yuan - 1 })).toEqual({ minFen: 0, maxFen: most * yuan });
      expect(fineBand(fine, { gainFen: threshold * yuan })).toEqual({
        minFen: threshold * yuan,
        maxFen: threshold * 10 * yuan,
      });
    },
  );

  it.each([
    ['49', 100_000, 0, 500_000],
    ['50', 500_000, 0, 1_000_000],
    ['51', 500_000, 500_000, 2_000_000],
  ])(
    'payment institutions, article %s: one to five times the gain from the threshold on',
    (article, threshold, least, most) => {
      const fine = fineOf('npp', article);
      expect(fineBand(fine, { gainFen: threshold * yuan - 1 })).toEqual({ minFen: least * yuan, maxFen: most * yuan });
      expect(fineBand(fine, { gainFen: threshold * yuan })).toEqual({
        minFen: threshold * yuan,
        maxFen: threshold * 5 * yuan,
      });
    },
  );

  it('is asked for while nobody has told the gain: an unknown gain is not "none"', () => {
    expect(fineBand(fineOf('atfl', '42'), {})).toEqual<Missing>({ ask: 'gainFen' });
    expect(fineBand(fineOf('aml', '55'), { gainFen: 0 })).toEqual<Missing>({ ask: 'amountFen' });
  });
});

it('whether a fine must be given is said on both sides of the threshold', () => {
  const fine = { ...fineOf('atfl', '42'), isMandatory: true };
  const said = [0, 5_000_000].map((gainFen) => fineBand(fine, { gainFen }));
  expect(said).toEqual([
    { minFen: 0, maxFen: 50_000_000, isMandatory: true },
    { minFen: 5_000_000, maxFen: 50_000_000, isMandatory: true },
  ]);
});

it('crime proceeds that passed: a fifth to twice the amount from ten million on, in whole fen inside the band', () => {
  const fine = fineOf('aml', '55');
  const tenMillion = 10_000_000 * yuan;
  expect(fineBand(fine, { amountFen: tenMillion - 1 })).toEqual({ minFen: 500_000 * yuan, maxFen: 10_000_000 * yuan });
  expect(fineBand(fine, { amountFen: tenMillion })).toEqual({ minFen: 2_000_000 * yuan, maxFen: 20_000_000 * yuan });
  expect(fineBand(fine, { amountFen: tenMillion + 1 })).toEqual({ minFen: 200_000_001, maxFen: 2_000_000_002 });
});

it('is never above the multiple that the statute allows, nor below it', () => {
  fc.assert(
    fc.property(fc.constantFrom('38', '42', '44'), fc.nat({ max: 10 ** 13 }), (article, gainFen) => {
      const fine = fineOf('atfl', article);
      const band = fineBand(fine, { gainFen });
      if (fine.kind !== 'multiple' || 'ask' in band) return false;
      const isBelow = gainFen < fine.fromYuan * yuan;
      return isBelow
        ? band.maxFen === fine.below.maxYuan * yuan
        : band.minFen === gainFen && band.maxFen === 10 * gainFen;
    }),
  );
});

it('detention: ten to fifteen days by article 38, up to fifteen in addition by the serious tier of articles 42 and 44', () => {
  const found = ['38', '42', '44'].map((article) =>
    tierBands(penalties.find((one) => one.law === 'atfl' && one.article === article)!, { gainFen: 0 }).map(
      ({ tier, measures, detentionDays }) => ({ tier, measures, detentionDays }),
    ),
  );
  const plain = { tier: 'base', measures: ['confiscate-gain'], detentionDays: undefined };
  const added = { tier: 'serious', measures: ['confiscate-gain', 'detention'], detentionDays: { min: 0, max: 15 } };
  expect(found).toEqual([
    [{ tier: 'base', measures: ['detention', 'confiscate-gain'], detentionDays: { min: 10, max: 15 } }],
    [plain, added],
    [plain, added],
  ]);
});

it('who was diligent may be exempt, and a suspension lasts as long as its notice says', () => {
  const tiersOf = (law: string, article: string) =>
    tierBands(penalties.find((one) => one.law === law && one.article === article)!, {});
  expect(tiersOf('aml', '53').map(({ personalFine }) => personalFine?.exempt?.en)).toEqual([
    'Who shows to have been diligent',
    'Who shows to have been diligent',
  ]);
  expect(tiersOf('yinfa-2016-261', 'item-20')).toEqual([
    {
      tier: 'base',
      measures: ['suspend-account-opening', 'suspend-payment-business'],
      measuresAre: 'optional',
      suspensionMonths: { min: 1, max: 6 },
    },
  ]);
});

it('where our source does not say whether a fine must be given, its band does not say it either', () => {
  const fine = fineOf('atfl', '38');
  const bands = [fineBand(fine, { gainFen: 0 }), fineBand(fine, { gainFen: 10 ** 9 }), fineRange(fine)];
  expect(bands.map((band) => 'isMandatory' in band)).toEqual([false, false, false]);
});
