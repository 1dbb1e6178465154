import type { Judgement } from '../../events/finding.ts';
import type { Manifest } from '../../events/manifest.ts';
import type { InShadow } from '../../rules/engine/shadow.ts';
import type { Held, HeldBy, Holding, Holdings, RecordRef } from '../../rules/holdings.ts';
import type { Law, Source } from './deps.ts';
import { holdingOf, placeOf, type Reported } from './places.ts';

/** A record to look at: one of the submission's own, or one whose subject it touched. */
export type Target = {
  readonly enterprise: string;
  readonly recordKey: string;
  readonly own?: Reported;
  /** Another card of the subject. */
  readonly entry?: Holding;
  /** A card that this record reported and another has reported since. */
  readonly taken?: { readonly subject: string; readonly card: string };
  readonly held?: { readonly of: HeldBy; readonly at: Held };
};

const nameOf = ({ enterprise, recordKey }: RecordRef): string => JSON.stringify([enterprise, recordKey]);

/** Every record of the subject: those reported now, those of the other cards held, and those that spoke of a card before. */
export const targetsOf = (
  subject: string,
  reported: readonly Reported[],
  enterprise: string,
  held: { readonly of: HeldBy; readonly at: Held },
): Target[] => {
  const own = reported.map((one): Target => ({ enterprise, recordKey: one.recordKey, own: one, held }));
  const ownNames = new Set(own.map(nameOf));
  const others = held.at.cards
    .filter((entry) => entry.withdrawn !== true && !ownNames.has(nameOf(entry)))
    .map((entry): Target => ({ enterprise: entry.enterprise, recordKey: entry.recordKey, entry, held }));
  const speaking = new Set([...own, ...others].map(nameOf));
  const taken = held.at.cards.flatMap(({ card, earlier = [] }) =>
    earlier
      .filter((record) => !speaking.has(nameOf(record)))
      .map((record): Target => ({ ...record, taken: { subject, card }, held })),
  );
  return [...own, ...others, ...taken];
};

/** The card is counted even where the holdings are full and dropped it: it is then beyond any limit. */
export const holdingsFor = (own: Holding, { cards }: Held): Holdings => ({
  card: own.card,
  cards: cards.some(({ card }) => card === own.card) ? cards : [...cards, own],
});

/** What an own record is judged by: itself, what lists say of it, and what its subject holds. */
const sourceOf = ({ own, held }: Target, by: Manifest, law: Law): Source => {
  const record = own!.record!;
  const looked = own!.lists && { lists: own!.lists };
  const place = placeOf(law.contract, record);
  if (place === undefined || held === undefined) return { record, ...looked };
  return { record, ...looked, holdings: holdingsFor(holdingOf(law.contract, record, place, by), held.at) };
};

/** Another card is judged by what counts alone, from what the holdings keep of it; an own record by everything. */
export const judgementsOf = (target: Target, by: Manifest, law: Law): readonly Judgement[] => {
  const { entry, held } = target;
  if (entry === undefined) return law.judge(sourceOf(target, by, law));
  const record = { recordId: entry.recordKey, ...entry.record };
  return law.judge({ record, holdings: holdingsFor(entry, held!.at) }).filter(({ rule }) => law.counted.has(rule));
};

/** What the release in shadow says otherwise of an own record than its judgements. */
export const inShadow = (target: Target, judgements: readonly Judgement[], by: Manifest, law: Law): InShadow =>
  target.own?.record === undefined ? [] : (law.shadow?.judge(sourceOf(target, by, law), judgements) ?? []);

/** Whether the holdings are full and have no place for the record's own card. */
export const isBeyond = ({ own, held }: Target, law: Law): boolean => {
  const place = own?.record && placeOf(law.contract, own.record);
  return place !== undefined && held?.at.cards.every(({ card }) => card !== place.card) === true;
};
