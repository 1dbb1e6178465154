import type { Change } from '../../rules/track.ts';

/** A transaction holds a hundred items, one of which tells of the holdings among them … */
const itemsTogether = 99;
/** … and 4 MB; a card among the holdings takes up to a quarter of a kilobyte once compressed. */
const cardsTogether = 10_000;
/** One update names two numbers of each tally of a month; its expression has 4 KB, and one of the stores we test on reads no long ones. */
const talliesTogether = 40;

type Pack = {
  readonly changes: Change[];
  items: number;
  cards: number;
  readonly shared: Set<string>;
  readonly tallies: Set<string>;
};

/** Items that changes share: the months that they tally, the rosters that they rest on. */
const sharedOf = ({ tallies = [], restsOn = [] }: Change): readonly string[] =>
  [...tallies, ...restsOn].map(({ of }) => JSON.stringify(of));
const talliesOf = ({ tallies = [] }: Change): readonly string[] =>
  tallies.flatMap(({ of, adds }) => Object.keys(adds.tallies).map((name) => JSON.stringify([of, name])));

const fits = (pack: Pack, change: Change, items: number, cards: number): boolean =>
  pack.items + items + new Set([...pack.shared, ...sharedOf(change)]).size <= itemsTogether &&
  pack.cards + cards <= cardsTogether &&
  new Set([...pack.tallies, ...talliesOf(change)]).size <= talliesTogether;

/**
 * The changes in as few transactions as hold them, in order; `itemsOf` says how many items a change has of its own. The
 * months that they tally and the rosters that they rest on are items too, each once in a transaction.
 */
export const packsOf = (changes: readonly Change[], itemsOf: (change: Change) => number): Change[][] => {
  const packs: Pack[] = [];
  for (const change of changes) {
    const [items, cards] = [itemsOf(change), change.holdings?.cards.length ?? 0];
    let pack = packs.at(-1);
    if (pack === undefined || !fits(pack, change, items, cards)) {
      pack = { changes: [], items: 0, cards: 0, shared: new Set(), tallies: new Set() };
      packs.push(pack);
    }
    pack.changes.push(change);
    pack.items += items;
    pack.cards += cards;
    for (const item of sharedOf(change)) pack.shared.add(item);
    for (const tally of talliesOf(change)) pack.tallies.add(tally);
  }
  return packs.map((pack) => pack.changes);
};
