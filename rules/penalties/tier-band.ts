import type { Text } from '../../events/fault.ts';
import { type Amounts, type FineBand, fineBand, type Missing, personalBand } from './fine-band.ts';
import type { Measure } from './measure.ts';
import { type Penalty, type Tier, tierNames } from './penalty.ts';

/** What one article allows in one tier; `fine` is absent where the tier has none. */
export type TierBand = {
  readonly tier: Tier['tier'];
  readonly condition?: Text;
  readonly fine?: FineBand | Missing;
  readonly measures: readonly Measure[];
  readonly measuresAre: Tier['measuresAre'];
  readonly detentionDays?: { readonly min: number; readonly max: number };
  readonly suspensionMonths?: { readonly min: number; readonly max: number };
  readonly personalFine?: FineBand & { readonly exempt?: Text };
};

const bandOf = (tier: Tier, amounts: Amounts): TierBand => ({
  tier: tier.tier,
  ...(tier.condition && { condition: tier.condition }),
  ...(tier.fine && { fine: fineBand(tier.fine, amounts) }),
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

/** What an article allows, tier by tier, mildest first. */
export const tierBands = ({ tiers }: Penalty, amounts: Amounts): readonly TierBand[] =>
  tierNames.flatMap((name) => {
    const tier = tiers.find((one) => one.tier === name);
    if (tier === undefined) return [];
    const base = tiers.find((one) => one.tier === 'base');
    return bandOf(tier.addsToBase && base ? withBase(tier, base) : tier, amounts);
  });
