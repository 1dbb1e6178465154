import { expect, it } from 'vitest';
import { itemBand } from '../../../rules/penalties/item-band.ts';
import { aPenalty } from './a-penalty.ts';

const days = { actedOn: '2024-03-04', decidedOn: '2025-03-04' };
const cited = { law: 'law', article: '7', item: '1' };
const older = aPenalty();
const [tier] = older.tiers as [(typeof older.tiers)[number]];
const newer = (maxYuan: number) =>
  aPenalty({
    effective: { from: '2025-01-01' },
    items: [{ item: '2', summary: { zh: '某', en: 'some' } }],
    tiers: [{ ...tier, fine: { kind: 'range', minYuan: 100, maxYuan, isMandatory: true } }],
  });

it('an item is cited by the number it had on the day of the act, though a lighter law numbers it otherwise', () => {
  const { band, asks } = itemBand([older, newer(999)], cited, days, {});
  expect([band?.from, asks]).toEqual(['2025-01-01', []]);
});

it('a newer law that is no lighter asks for nothing', () => {
  const { band, asks } = itemBand([older, newer(1001)], cited, days, {});
  expect([band?.from, asks]).toEqual(['2020-01-01', []]);
});
