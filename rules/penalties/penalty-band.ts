import type { Breach, Cited } from './breach.ts';
import type { Amounts, FineBand } from './fine-band.ts';
import { type Ask, type ItemBand, itemBand } from './item-band.ts';
import { articleKey, type Penalty, type TierName } from './penalty.ts';
import { prevailing } from './prevailing.ts';

/** The fine that prevails in one tier, and whose it is. */
export type PrevailingFine = { readonly tier: TierName; readonly article: string; readonly fine: FineBand };

/** One act of one enterprise: what each item allows, and the one fine in each tier (行政处罚法 article 29). */
export type ActBand = {
  /** `<enterprise>/<act>`: under this key the officer tells the amounts. */
  readonly key: string;
  readonly violations: readonly string[];
  /** Further items that an officer could link to it by facts. */
  readonly linkable: readonly Cited[];
  /** The last day of the act. That it stands for a continuing act is our default. */
  readonly actedOn: string;
  readonly items: readonly ItemBand[];
  readonly fines: readonly PrevailingFine[];
  readonly asks: readonly Ask[];
};

export type PenaltyBand = {
  readonly acts: readonly ActBand[];
  /** No item names the duty and no officer has linked it: propose rectification (and what it could be linked to). */
  readonly rectifyOnly: readonly { readonly violation: string; readonly linkable: readonly Cited[] }[];
  /** Advisory: listed, never fined. */
  readonly listed: readonly string[];
};

const itemKey = (cited: Cited): string => `${articleKey(cited)}.${cited.item}`;

/** A link without facts links nothing; one to an item that the rule does not offer is no link of this duty. */
const linked = ({ links, linkable }: Breach): readonly Cited[] =>
  links.filter((link) => link.facts.trim() !== '' && linkable.some((offered) => itemKey(offered) === itemKey(link)));

const punishable = (breach: Breach): readonly Cited[] => [...breach.express, ...linked(breach)];

const keyOf = (breach: Breach): string => `${breach.enterprise}/${breach.act ?? itemKey(punishable(breach)[0]!)}`;

const finesOf = (items: readonly ItemBand[]): readonly PrevailingFine[] =>
  (['base', 'serious'] as const).flatMap((tier) => {
    const bands = items.flatMap(({ article, tiers }) => {
      const fine = tiers.find((one) => one.tier === tier)?.fine;
      return fine && !('ask' in fine) ? [{ tier, article, fine }] : [];
    });
    return prevailing(bands) ?? [];
  });

const actBand = (
  key: string,
  breaches: readonly Breach[],
  decidedOn: string,
  penalties: readonly Penalty[],
  amounts: Amounts,
): ActBand => {
  const actedOn = breaches.map((breach) => breach.actedOn).reduce((a, b) => (a > b ? a : b));
  const cited = new Map(breaches.flatMap(punishable).map((one) => [itemKey(one), one]));
  const bands = [...cited.values()].map((one) => itemBand(penalties, one, { actedOn, decidedOn }, amounts));
  const items = bands.flatMap(({ band }) => band ?? []);
  const asks = new Map(bands.flatMap((one) => one.asks).map((ask) => [`${ask.article} ${ask.ask}`, ask]));
  const violations = breaches.map(({ violation }) => violation);
  const offered = breaches.flatMap(({ linkable }) => linkable).filter((one) => !cited.has(itemKey(one)));
  const linkable = [...new Map(offered.map((one) => [itemKey(one), one])).values()];
  return { key, violations, linkable, actedOn, items, fines: finesOf(items), asks: [...asks.values()] };
};

/**
 * What the law allows for a set of violations in a decision of `on` (civil day, +08:00): a proposal. Only the competent
 * authority decides, after prior notice and a chance to be heard. The tier is the officer's choice: every tier's band
 * is given, and where money that was not told decides a fine, that fine is asked for and not guessed.
 */
export const penaltyBand = (
  breaches: readonly Breach[],
  on: string,
  penalties: readonly Penalty[],
  amountsOfAct: Readonly<Record<string, Amounts>> = {},
): PenaltyBand => {
  const grave = breaches.filter(({ isAdvisory }) => !isAdvisory);
  const acts = Map.groupBy(
    grave.filter((breach) => punishable(breach).length > 0),
    keyOf,
  );
  return {
    acts: [...acts].map(([key, own]) => actBand(key, own, on, penalties, amountsOfAct[key] ?? {})),
    rectifyOnly: grave
      .filter((breach) => punishable(breach).length === 0)
      .map(({ violation, linkable }) => ({ violation, linkable })),
    listed: breaches.filter(({ isAdvisory }) => isAdvisory).map(({ violation }) => violation),
  };
};
