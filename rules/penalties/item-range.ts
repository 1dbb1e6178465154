import * as z from 'zod';
import { Text } from '../../events/fault.ts';
import { Measure } from './measure.ts';
import { Tier } from './penalty.ts';

const Fen = z.int().min(0);

/** Both ends included. `isMandatory` is absent where our source does not say. */
const Between = z.strictObject({ minFen: Fen, maxFen: Fen, isMandatory: z.boolean().optional() });

/** So many times the illegal gain, or the amount that passed, from `fromFen` on (included); `below` it, or without any. */
const Times = z.strictObject({
  of: z.enum(['gain', 'amount']),
  minTimes: z.number(),
  maxTimes: z.number(),
  fromFen: Fen,
  below: z.strictObject({ minFen: Fen, maxFen: Fen }),
  isMandatory: z.boolean().optional(),
});
export const FineRange = z.union([Between, Times]);
export type FineRange = z.infer<typeof FineRange>;

const TierRange = z.strictObject({
  tier: Tier.shape.tier,
  condition: Text.optional(),
  fine: FineRange.optional(),
  measures: z.array(Measure),
  measuresAre: Tier.shape.measuresAre,
  detentionDays: z.strictObject({ min: z.int(), max: z.int() }).optional(),
  suspensionMonths: z.strictObject({ min: z.int(), max: z.int() }).optional(),
  personalFine: Between.extend({ exempt: Text.optional() }).optional(),
});

/**
 * What one item that a rule cites allows, tier by tier, whatever the gain. It is the article's range, not the fine of the
 * violation: many violations are one act, and the band is the act's (行政处罚法 article 29).
 */
export const ItemRange = z.strictObject({
  law: z.string(),
  article: z.string(),
  item: z.string(),
  /** The item names the duty; where it does not, rectification only, until an officer links it. */
  express: z.boolean(),
  tiers: z.array(TierRange),
  /** Why there are no tiers: only then. */
  noRangeBecause: z
    .enum(['advisory', 'rectification-only', 'no-law-on-the-day', 'no-such-item', 'disputed-text'])
    .optional(),
});
export type ItemRange = z.infer<typeof ItemRange>;
