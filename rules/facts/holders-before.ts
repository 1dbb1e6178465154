import { before, type Holding, type Holdings } from '../holdings.ts';

const earliest = (cards: readonly Holding[], own: Holding): Holding =>
  cards.reduce((first, card) => (before(card, first) < 0 ? card : first), own);

/**
 * How many other holders came to what is shared, such as a phone, before the one whose card this is: each holder came with
 * the first of their cards, and cards that `counts` refuses are left out. Told only where it is certain on which side of
 * `limit` it lies: beyond it the least that it can be, within it the most. A card whose holder or whose counting nobody said
 * may be this holder's or another's.
 */
export const holdersBefore = (
  holdings: Holdings | undefined,
  limit: number,
  holderOf: (held: Holding['record']) => string | undefined,
  counts: (held: Holding['record']) => boolean | undefined,
): number | undefined => {
  const own = holdings?.cards.find(({ card }) => card === holdings.card);
  if (holdings === undefined || own === undefined) return undefined;
  const cards = holdings.cards.filter(
    (held) => held !== own && held.withdrawn !== true && counts(held.record) !== false,
  );
  const isCounted = ({ record }: Holding): boolean => counts(record) === true;
  const ownHolder = holderOf(own.record);
  const isOwn = ({ record }: Holding): boolean => ownHolder !== undefined && holderOf(record) === ownHolder;
  const mayBeOwn = (held: Holding): boolean =>
    isOwn(held) || ownHolder === undefined || holderOf(held.record) === undefined;

  const atBest = earliest(cards.filter(mayBeOwn), own);
  const least = new Set(
    cards
      .filter((held) => !mayBeOwn(held) && isCounted(held) && before(held, atBest) < 0)
      .map(({ record }) => holderOf(record)),
  ).size;
  if (least > limit) return least;

  const atWorst = earliest(
    cards.filter((held) => isOwn(held) && isCounted(held)),
    own,
  );
  const others = cards
    .filter((held) => !isOwn(held) && before(held, atWorst) < 0)
    .map(({ record }) => holderOf(record));
  const named = others.filter((holder) => holder !== undefined);
  // Whoever is unnamed may be one more holder each.
  const most = new Set(named).size + (others.length - named.length);
  return most <= limit ? most : undefined;
};
