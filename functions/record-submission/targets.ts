import type { Judgement } from '../../events/finding.ts';
import { type Manifest, sequenceOf } from '../../events/manifest.ts';
import type { InShadow } from '../../rules/engine/shadow.ts';
import { type Held, type HeldBy, type Holding, type Holdings, isRecord, type RecordRef } from '../../rules/holdings.ts';
import type { Law, Source } from './deps.ts';
import { holdingOf, placeOf, type Reported, speakerOf } from './places.ts';

/** A record to look at: one of the submission's own, or one whose subject it touched. */
export type Target = {
  readonly enterprise: string;
  readonly recordKey: string;
  readonly own?: Reported;
  /** Another card of the subject; also one that the submission speaks of, but another has spoken of since. */
  readonly entry?: Holding;
  /** A card that this record reported and another has reported since. */
  readonly taken?: { readonly subject: string; readonly card: string };
  readonly held?: { readonly of: HeldBy; readonly at: Held };
};

const nameOf = ({ enterprise, recordKey }: RecordRef): string => JSON.stringify([enterprise, recordKey]);

/** Every record of the subject: those reported now, those of the other cards held, and the others that name such a card. */
export const targetsOf = (
  subject: string,
  reported: readonly Reported[],
  by: Manifest,
  held: { readonly of: HeldBy; readonly at: Held },
): Target[] => {
  const { enterprise } = by.view;
  const sequence = sequenceOf(by.view);
  const holders = held.at.cards.filter(({ withdrawn }) => withdrawn !== true);
  const entryOf = new Map(holders.map((entry) => [nameOf(entry), entry]));
  const own = reported.map((one): Target => {
    const entry = entryOf.get(nameOf({ enterprise, recordKey: one.recordKey }));
    const isSuperseded = entry !== undefined && (one.isLate === true || entry.sequence > sequence);
    return { enterprise, recordKey: one.recordKey, own: one, ...(isSuperseded && { entry }), held };
  });
  const ownNames = new Set(own.map(nameOf));
  const others = holders
    .filter((entry) => !ownNames.has(nameOf(entry)))
    .map((entry): Target => ({ enterprise: entry.enterprise, recordKey: entry.recordKey, entry, held }));
  const speaking = new Set([...own, ...others].map(nameOf));
  const taken = held.at.cards.flatMap(({ card, others: besides = [] }) =>
    besides
      .filter((record) => record.withdrawn !== true && !speaking.has(nameOf(record)))
      .map(({ enterprise, recordKey }): Target => ({ enterprise, recordKey, taken: { subject, card }, held })),
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
  return { record, ...looked, holdings: holdingsFor(holdingOf(law.contract, record, place, speakerOf(by)), held.at) };
};

/** What is said of a target: of an own record by everything, of a card held by what counts alone. */
export type Said = { readonly own: readonly Judgement[]; readonly held: readonly Judgement[] };

export const ownJudgements = (target: Target, by: Manifest, law: Law): readonly Judgement[] =>
  target.own?.record === undefined ? [] : law.judge(sourceOf(target, by, law));

/** From what the holdings keep of it. */
export const heldJudgements = ({ entry, held }: Target, law: Law): readonly Judgement[] => {
  if (entry === undefined) return [];
  const record = { recordId: entry.recordKey, ...entry.record };
  return law.judge({ record, holdings: holdingsFor(entry, held!.at) }).filter(({ rule }) => law.counted.has(rule));
};

/** What the release in shadow says otherwise of an own record than its judgements. */
export const inShadow = (target: Target, judgements: readonly Judgement[], by: Manifest, law: Law): InShadow =>
  target.own?.record === undefined ? [] : (law.shadow?.judge(sourceOf(target, by, law), judgements) ?? []);

/** Whether another record holds the own record's card, or the card was taken back from it. */
export const isHeldByOther = ({ own, enterprise, recordKey, held }: Target, law: Law): boolean => {
  const place = own?.record && placeOf(law.contract, own.record);
  const holder = place && held?.at.cards.find(({ card }) => card === place.card);
  return holder !== undefined && (holder.withdrawn === true || !isRecord(holder, { enterprise, recordKey }));
};

/** Whether the holdings are full and have no place for the record's own card. */
export const isBeyond = ({ own, held }: Target, law: Law): boolean => {
  const place = own?.record && placeOf(law.contract, own.record);
  return place !== undefined && held?.at.cards.every(({ card }) => card !== place.card) === true;
};
