import * as z from 'zod';
import { Text } from '../../events/fault.ts';
import { Measure } from './measure.ts';
import { version } from './version.ts';

const Yuan = z.number().int().min(0);
const isOrdered = ({ minYuan = 0, maxYuan }: { minYuan?: number | undefined; maxYuan: number }) => minYuan <= maxYuan;
const notOrdered = { path: ['minYuan'], message: 'minYuan is above maxYuan' };

/** Both ends included (以上、以下 include the number); without `minYuan` the article says "up to". */
const Range = z.strictObject({ minYuan: Yuan.optional(), maxYuan: Yuan }).refine(isOrdered, notOrdered);

/** Absent where our source does not say whether the fine must be given: asked of the officer. */
const isMandatory = z.boolean().optional();

/** A fine between two figures, or so many times the illegal gain (or the amount that passed) from a threshold on. */
export const Fine = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('range'), minYuan: Yuan.optional(), maxYuan: Yuan, isMandatory })
    .refine(isOrdered, notOrdered),
  z
    .strictObject({
      kind: z.literal('multiple'),
      of: z.enum(['gain', 'amount']),
      minTimes: z.number().positive(),
      maxTimes: z.number().positive(),
      /** From this gain on (included) the multiple; below it, and without any gain, `below`. */
      fromYuan: Yuan,
      below: Range,
      isMandatory,
    })
    .refine(({ minTimes, maxTimes }) => minTimes <= maxTimes, {
      path: ['minTimes'],
      message: 'minTimes is above maxTimes',
    }),
]);
export type Fine = z.infer<typeof Fine>;

/** Fined beside the unit: persons directly in charge and others directly responsible. */
const PersonalFine = z
  .strictObject({ minYuan: Yuan.optional(), maxYuan: Yuan, isMandatory, exempt: Text.optional(), source: z.string() })
  .refine(isOrdered, notOrdered);
export type PersonalFine = z.infer<typeof PersonalFine>;

/** `order` precedes or goes with the others; `base` is the article's ordinary penalty; `serious` its heavier one. */
export const tierNames = ['order', 'base', 'serious'] as const;
export const TierName = z.enum(tierNames);
export type TierName = z.infer<typeof TierName>;

export const Tier = z.strictObject({
  tier: TierName,
  /** When the article reaches this tier, in its words: 情节较轻. */
  condition: Text.optional(),
  fine: Fine.optional(),
  measures: z.array(Measure),
  /** `alternatives`: one of them, or the fine. `optional`: they may be added (可以). `required`: they go with it. */
  measuresAre: z.enum(['alternatives', 'optional', 'required']),
  /** Article 42: 并处. The serious tier adds to the base tier and does not replace it. */
  addsToBase: z.literal(true).optional(),
  detentionDays: z.strictObject({ min: z.number().int().optional(), max: z.number().int() }).optional(),
  /** Months that a suspension lasts, where the article says. */
  suspensionMonths: z.strictObject({ min: z.number().int(), max: z.number().int() }).optional(),
  personalFine: PersonalFine.optional(),
});
export type Tier = z.infer<typeof Tier>;

/** Who is punished: the sectors of the registry, or any person or unit. */
export const Liable = z.enum(['telecom', 'bank', 'payment', 'internet', 'any']);

/** One version of one penalty article. */
export const Penalty = z.strictObject({
  ...version,
  kind: z.literal('penalty'),
  title: Text,
  liable: z.array(Liable).min(1),
  decidedBy: z.array(z.string()).min(1),
  /** The items that a rule may cite; `''` where the article has none. Not always all items of the article. */
  items: z.array(z.strictObject({ item: z.string(), summary: Text })).min(1),
  tiers: z
    .array(Tier)
    .min(1)
    .refine((tiers) => new Set(tiers.map(({ tier }) => tier)).size === tiers.length, {
      message: 'a tier stands twice',
    }),
  /** The article whose text this one continues under a new number; later versions of this one repeat it. */
  formerArticle: z.string().optional(),
  notEncoded: z.array(z.string()),
});
export type Penalty = z.infer<typeof Penalty>;

/** `atfl.39`: the article, whatever its version. */
export const articleKey = ({ law, article }: Pick<Penalty, 'law' | 'article'>): string => `${law}.${article}`;
