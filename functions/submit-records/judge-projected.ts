import type { AnyRecord } from '../../events/contract.ts';
import type { Manifest } from '../../events/manifest.ts';
import { type Held, type HeldBy, type Holding, heldAfter } from '../../rules/holdings.ts';
import type { JudgedRecord } from '../../rules/judged.ts';
import type { Law } from '../record-submission/deps.ts';
import { holdingOf, placeOf } from '../record-submission/places.ts';

/**
 * What the records would be judged if they were recorded now: the holdings as they are, with the records' own cards
 * added in memory. Nothing is written.
 */
export const judgeProjected = async (
  records: readonly { readonly row: number; readonly record: AnyRecord }[],
  by: Manifest,
  law: Law,
  holdings: (of: readonly HeldBy[]) => Promise<readonly Held[]>,
): Promise<JudgedRecord[]> => {
  const reports = new Map<string, Holding[]>();
  for (const { record } of records) {
    const place = placeOf(law.contract, record);
    if (place === undefined) continue;
    const holding = holdingOf(law.contract, record, place, by);
    reports.set(place.subject, [...(reports.get(place.subject) ?? []), holding]);
  }
  const subjects = [...reports.keys()];
  const held = await holdings(
    subjects.map((subject) => ({ group: by.countingGroup, kind: by.view.recordKind, subject })),
  );
  const cardsOf = new Map(
    subjects.map((subject, n) => [subject, heldAfter(held[n]!.cards, reports.get(subject)!)] as const),
  );
  return records.map(({ row, record }) => {
    const place = placeOf(law.contract, record);
    const source = place ? { record, holdings: { card: place.card, cards: cardsOf.get(place.subject)! } } : { record };
    return { row, recordId: record.recordId, judgements: law.judge(source) };
  });
};
