import { expect, it } from 'vitest';
import { tierBands } from '../../../rules/penalties/tier-band.ts';
import { aPenalty } from './a-penalty.ts';

const [base] = aPenalty().tiers as [ReturnType<typeof aPenalty>['tiers'][number]];
const range = (minYuan: number, maxYuan: number) => ({ kind: 'range', minYuan, maxYuan }) as const;

it('a serious tier that adds to the base tier keeps what the base tier has, and no order before it', () => {
  const tiers = [
    { ...base, tier: 'order', fine: range(1, 2), measures: ['order-to-rectify'] },
    { ...base, fine: range(3, 4) },
    { ...base, tier: 'serious', fine: range(5, 6), measures: ['detention'], addsToBase: true },
  ] as const;
  const [, , serious] = tierBands(
    aPenalty({ tiers: tiers.map((one) => ({ ...one, measures: [...one.measures] })) }),
    {},
  );
  expect(serious).toMatchObject({ fine: { minFen: 300, maxFen: 400 }, measures: ['warning', 'detention'] });
});
