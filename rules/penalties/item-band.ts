import type { Cited } from './breach.ts';
import type { Amounts } from './fine-band.ts';
import { type Chosen, lawFor } from './lighter-law.ts';
import { articleKey, type Penalty } from './penalty.ts';
import { type TierBand, tierBands } from './tier-band.ts';

/** What must be asked of the officer before the band of an article is whole. */
export type Ask = {
  readonly article: string;
  readonly ask:
    | 'gainFen'
    | 'amountFen'
    | 'no-such-item'
    | 'disputed-text'
    | Extract<Chosen['chosen'], 'no-law-on-the-day'>
    | Exclude<Extract<Chosen, { chosen: 'law-of-the-act' }>['because'], 'new-law-not-lighter'>;
};

/** What one item allows for one act. `article` is that of the text that punishes, `cited` the one the rule names. */
export type ItemBand = {
  readonly cited: Cited;
  readonly article: string;
  readonly from: string;
  readonly chosen: Exclude<Chosen['chosen'], 'no-law-on-the-day'>;
  readonly decidedBy: readonly string[];
  readonly tiers: readonly TierBand[];
};

const asksOfMoney = (tiers: readonly TierBand[], article: string): readonly Ask[] => {
  const asked = tiers.flatMap(({ fine }) => (fine && 'ask' in fine ? [fine.ask] : []));
  return [...new Set(asked)].map((ask) => ({ article, ask }));
};

/** The band of one item, where the law allows one, and what is to be asked. A disputed text gives no band. */
export const itemBand = (
  penalties: readonly Penalty[],
  cited: Cited,
  days: { readonly actedOn: string; readonly decidedOn: string },
  amounts: Amounts,
): { readonly band?: ItemBand; readonly asks: readonly Ask[] } => {
  const article = articleKey(cited);
  const law = lawFor(penalties, cited, days, amounts);
  if (law.chosen === 'no-law-on-the-day') return { asks: [{ article, ask: law.chosen }] };
  const { penalty } = law;
  const text = law.chosen === 'lighter-new-law' ? law.other : penalty;
  if (!text.items.some(({ item }) => item === cited.item)) return { asks: [{ article, ask: 'no-such-item' }] };
  if (penalty.status === 'disputed') return { asks: [{ article, ask: 'disputed-text' }] };
  const tiers = tierBands(penalty, amounts);
  const asked = law.chosen === 'law-of-the-act' && law.because !== 'new-law-not-lighter' ? [law.because] : [];
  return {
    band: {
      cited: { law: cited.law, article: cited.article, item: cited.item },
      article: articleKey(penalty),
      from: penalty.effective.from,
      chosen: law.chosen,
      decidedBy: penalty.decidedBy,
      tiers,
    },
    asks: [...asked.map((ask) => ({ article, ask })), ...asksOfMoney(tiers, article)],
  };
};
