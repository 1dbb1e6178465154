import type { KeptRecord, Manifest } from '../../events/manifest.ts';
import { heldAfter } from '../../rules/holdings.ts';
import type { JudgedRecord } from '../../rules/judged.ts';
import { goneFrom, keyOf, reportsBySubject } from '../record-submission/claim-records.ts';
import type { Law, RecordDeps } from '../record-submission/deps.ts';
import { claimed, placeOf, type Reported } from '../record-submission/places.ts';

export type ProjectDeps = Pick<RecordDeps, 'tracks' | 'tracksOfBranch' | 'holdings'>;

/**
 * What the records would be judged if they were recorded now: the holdings as they are, changed in memory as recording
 * would change them, by what is reported, moved, withdrawn or left out. Nothing is written.
 */
export const judgeProjected = async (
  records: readonly KeptRecord[],
  by: Manifest,
  law: Law,
  deps: ProjectDeps,
): Promise<JudgedRecord[]> => {
  const { contract } = law;
  const present = records.map(({ row, record }): Reported => ({ recordKey: record.recordId, row, record }));
  const keys = new Set(present.map(({ recordKey }) => recordKey));
  const units = contract.holdings === undefined ? [] : [...present, ...(await goneFrom(by, keys, law, deps))];
  const known = await deps.tracks(units.map(({ recordKey }) => keyOf(by, recordKey)));
  const tracks = new Map(
    units.flatMap((unit, n) => {
      const track = claimed(known[n]!.track, unit, law, by);
      return track === undefined ? [] : [[unit.recordKey, track] as const];
    }),
  );
  const reports = reportsBySubject(tracks, units, by, law);
  const subjects = [...reports.keys()];
  const held = await deps.holdings(
    subjects.map((subject) => ({ group: by.countingGroup, kind: by.view.recordKind, subject })),
  );
  const cardsOf = new Map(
    subjects.map((subject, n) => [subject, heldAfter(held[n]!.cards, reports.get(subject)!)] as const),
  );
  return records.map(({ row, record }) => {
    const place = placeOf(contract, record);
    const cards = place && cardsOf.get(place.subject);
    const source = place && cards ? { record, holdings: { card: place.card, cards } } : { record };
    return { row, recordId: record.recordId, judgements: law.judge(source) };
  });
};
