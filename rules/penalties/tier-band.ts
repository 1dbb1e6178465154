import type { Text } from '../../events/fault.ts';
import { type Amounts, type FineBand, fineBand, type Missing, personalBand } from './fine-band.ts';
import type { Measure } from './measure.ts';
import { type Fine, type Penalty, type Tier, tierNames } from './penalty.ts';

/** What one article allows in one tier, the fine as `F`; it is absent where the tier has none. */
export type TierWith<F> = {
  readonly tier: Tier['tier'];
  readonly condition?: Text;
  readonly fine?: F;
  readonly measures: readonly Measure[];
  readonly measuresAre: Tier['measuresAre'];
  readonly detentionDays?: { readonly min: number; readonly max: number };
  readonly suspensionMonths?: { readonly min: number; readonly max: number };
  readonly personalFine?: FineBand & { readonly exempt?: Text };
};

/** The fine where the officer has told what it needs. */
export type TierBand = TierWith<FineBand | Missing>;

const tierWith = <F>(tier: Tier, fineOf: (fine: Fine) => F): TierWith<F> => ({
  tier: tier.tier,
  ...(tier.condition && { condition: tier.condition }),
  ...(tier.fine && { fine: fineOf(tier.fine) }),
  measures: tier.measures,
  measuresAre: tier.measuresAre,
  ...(tier.detentionDays && { detentionDays: { min: tier.detentionDays.min ?? 0, max: tier.detentionDays.max } }),
  ...(tier.suspensionMonths && { suspensionMonths: tier.suspensionMonths }),
  ...(tier.personalFine && {
    personalFine: {
      ...personalBand(tier.personalFine),
      ...(tier.personalFine.exempt && { exempt: tier.personalFine.exempt }),
    },
  }),
});

/** Article 42 (并处): what the serious tier has stands beside what the base tier has. */
const withBase = (tier: Tier, base: Tier): Tier => ({
  ...base,
  ...tier,
  ...(base.fine && { fine: base.fine }),
  measures: [...base.measures, ...tier.measures],
});

/** What an article allows, tier by tier, mildest first, each fine as `fineOf` tells it. */
export const tiersWith = <F>({ tiers }: Penalty, fineOf: (fine: Fine) => F): readonly TierWith<F>[] =>
  tierNames.flatMap((name) => {
    const tier = tiers.find((one) => one.tier === name);
    if (tier === undefined) return [];
    const base = tiers.find((one) => one.tier === 'base');
    return tierWith(tier.addsToBase && base ? withBase(tier, base) : tier, fineOf);
  });

/** What an article allows with what the officer has told of the money. */
export const tierBands = (penalty: Penalty, amounts: Amounts): readonly TierBand[] =>
  tiersWith(penalty, (fine) => fineBand(fine, amounts));
