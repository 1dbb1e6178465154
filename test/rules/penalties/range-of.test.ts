import { describe, expect, it } from 'vitest';
import { ItemRange } from '../../../rules/penalties/item-range.ts';
import { penalties } from '../../../rules/penalties/penalties.ts';
import { rangeOf } from '../../../rules/penalties/range-of.ts';
import { aPenalty } from './a-penalty.ts';

const on = (day: string) => ({ day, isAdvisory: false });
const cited = (law: string, article: string, item: string) => ({ law, article, item, express: true });

describe('by the text of the day', () => {
  it('the old text of 网络安全法 gives its range on its last day, and none the day after', () => {
    expect(rangeOf(penalties, cited('csl', '59', ''), on('2025-12-31'))).toEqual({
      ...cited('csl', '59', ''),
      tiers: [
        { tier: 'base', measures: ['warning'], measuresAre: 'required' },
        {
          tier: 'serious',
          condition: { zh: '拒不改正或者造成后果', en: 'Refusal to rectify, or harm' },
          fine: { minFen: 1_000_000, maxFen: 10_000_000 },
          measures: [],
          measuresAre: 'optional',
          personalFine: { minFen: 500_000, maxFen: 5_000_000 },
        },
      ],
    });
    expect(rangeOf(penalties, cited('csl', '59', ''), on('2026-01-01'))).toEqual({
      ...cited('csl', '59', ''),
      tiers: [],
      noRangeBecause: 'no-law-on-the-day',
    });
  });

  it('article 61 has a range to 2025; from 2026 on its text is another and disputed, and gives none', () => {
    const range = (day: string) => rangeOf(penalties, cited('csl', '61', ''), on(day));
    expect(range('2025-12-31').tiers.map(({ fine }) => fine)).toEqual([{ minFen: 5_000_000, maxFen: 50_000_000 }]);
    expect(range('2026-01-01')).toMatchObject({ tiers: [], noRangeBecause: 'disputed-text' });
  });

  it('there is none on the day before the law, and on the day itself there is', () => {
    const range = (day: string) => rangeOf(penalties, cited('atfl', '39', '2'), on(day));
    expect(range('2022-11-30')).toMatchObject({ tiers: [], noRangeBecause: 'no-law-on-the-day' });
    expect(range('2022-12-01').tiers.map(({ tier }) => tier)).toEqual(['order', 'base', 'serious']);
  });
});

describe('whatever the case', () => {
  const one = cited('law', '7', '1');

  it('a multiple of the gain stays one, with what holds below its threshold', () => {
    const multiple = {
      ...({ kind: 'multiple', of: 'gain', minTimes: 1, maxTimes: 10, fromYuan: 50_000 } as const),
      ...{ below: { maxYuan: 500_000 }, isMandatory: true },
    };
    const law = [aPenalty({ tiers: [{ tier: 'base', fine: multiple, measures: [], measuresAre: 'optional' }] })];
    expect(rangeOf(law, one, on('2024-01-01')).tiers[0]!.fine).toEqual({
      ...{ of: 'gain', minTimes: 1, maxTimes: 10, fromFen: 5_000_000 },
      ...{ below: { minFen: 0, maxFen: 50_000_000 }, isMandatory: true },
    });
  });

  it('what a serious tier adds stands beside the base tier’s fine', () => {
    const article = penalties.find(({ tiers }) => tiers.some(({ addsToBase }) => addsToBase))!;
    const { law, items } = article;
    const [base, serious] = rangeOf(penalties, cited(law, article.article, items[0]!.item), on('2024-01-01')).tiers;
    expect(serious!.fine).toEqual(base!.fine);
    expect(serious!.measures).toEqual([...base!.measures, 'detention']);
  });

  it('advisory duties, items that do not name the duty, and items that are none have no range', () => {
    const because = (...args: Parameters<typeof rangeOf>) => rangeOf(...args).noRangeBecause;
    const law = [aPenalty()];
    expect(because(law, one, { day: '2024-01-01', isAdvisory: true })).toBe('advisory');
    expect(because(law, { ...one, express: false }, on('2024-01-01'))).toBe('rectification-only');
    expect(because(law, { ...one, item: '2' }, on('2024-01-01'))).toBe('no-such-item');
    expect(because(law, one, on('2024-01-01'))).toBeUndefined();
  });
});

it('every item of every article is told as it is described', () => {
  for (const { law, article, items, effective } of penalties) {
    for (const { item } of items) {
      const range = rangeOf(penalties, cited(law, article, item), on(effective.from));
      expect(ItemRange.parse(range)).toEqual(range);
      expect(range.tiers.length === 0).toBe(range.noRangeBecause !== undefined);
    }
  }
});

it('where there is no range, there are no tiers', () => {
  const cited = { law: 'law', article: '7', item: '1' };
  const day = '2024-03-04';
  expect(rangeOf([], { ...cited, express: true }, { day, isAdvisory: true }).tiers).toEqual([]);
  expect(rangeOf([], { ...cited, express: false }, { day, isAdvisory: false }).tiers).toEqual([]);
  expect(rangeOf([], { ...cited, express: true }, { day, isAdvisory: false }).tiers).toEqual([]);
});
