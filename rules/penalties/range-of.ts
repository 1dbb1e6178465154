import type { Cited } from './breach.ts';
import { fineRange } from './fine-band.ts';
import type { ItemRange } from './item-range.ts';
import { articleKey, type Penalty } from './penalty.ts';
import { tiersWith } from './tier-band.ts';
import { versionOn } from './version.ts';

/** The article's text on the day, or why no range of it can be given. */
const textOn = (
  penalties: readonly Penalty[],
  { law, article, item }: Cited,
  day: string,
): Penalty | NonNullable<ItemRange['noRangeBecause']> => {
  const key = articleKey({ law, article });
  const text = versionOn(
    penalties.filter((one) => articleKey(one) === key),
    day,
  );
  if (text === undefined) return 'no-law-on-the-day';
  if (!text.items.some((one) => one.item === item)) return 'no-such-item';
  return text.status === 'disputed' ? 'disputed-text' : text;
};

/**
 * What a cited item allows by the text of a civil day (+08:00), without any case: no gain is known, and no officer has
 * linked anything. Advisory duties are never fined; an item that does not name the duty asks for rectification only.
 */
export const rangeOf = (
  penalties: readonly Penalty[],
  cited: Cited & { readonly express: boolean },
  { day, isAdvisory }: { readonly day: string; readonly isAdvisory: boolean },
): ItemRange => {
  const { law, article, item, express } = cited;
  const own = { law, article, item, express };
  if (isAdvisory) return { ...own, tiers: [], noRangeBecause: 'advisory' };
  if (!express) return { ...own, tiers: [], noRangeBecause: 'rectification-only' };
  const text = textOn(penalties, cited, day);
  if (typeof text === 'string') return { ...own, tiers: [], noRangeBecause: text };
  return { ...own, tiers: tiersWith(text, fineRange).map((tier) => ({ ...tier, measures: [...tier.measures] })) };
};
