import type { KeptRecord, Manifest } from '../../events/manifest.ts';
import { noRosters } from '../../rules/branch-rosters.ts';
import type { Lists } from '../../rules/facts/lists.ts';
import { heldAfter } from '../../rules/holdings.ts';
import type { JudgedRecord } from '../../rules/judged.ts';
import { goneFrom, reportedIn, reportsBySubject } from '../record-submission/claim-records.ts';
import type { Law, RecordDeps } from '../record-submission/deps.ts';
import { claimed, placeOf } from '../record-submission/places.ts';
import { keyOf } from '../record-submission/record-key.ts';

export type ProjectDeps = Pick<RecordDeps, 'tracks' | 'tracksOfBranch' | 'holdings' | 'digest'>;

/**
 * What the records would be judged if they were recorded now: the holdings as they are, changed in memory as recording
 * would change them, by what is reported, moved, withdrawn or left out; and what the lists `said` of them. Nothing is
 * written.
 */
export const judgeProjected = async (
  records: readonly KeptRecord[],
  by: Manifest,
  law: Law,
  deps: ProjectDeps,
  said?: Lists,
): Promise<JudgedRecord[]> => {
  const { contract } = law;
  const present = reportedIn(records, law, said);
  const keys = new Set(present.map(({ recordKey }) => recordKey));
  const units = contract.holdings === undefined ? [] : [...present, ...(await goneFrom(by, keys, law, deps))];
  const known = await deps.tracks(units.map(({ recordKey }) => keyOf(by, recordKey)));
  const tracks = new Map(
    units.flatMap((unit, n) => {
      const track = claimed(known[n]!.track, unit, law, by, { rosters: noRosters, digest: deps.digest });
      return track === undefined ? [] : [[unit.recordKey, track] as const];
    }),
  );
  const reports = reportsBySubject(tracks, units, law);
  const subjects = [...reports.keys()];
  const held = await deps.holdings(
    subjects.map((subject) => ({ group: by.countingGroup, kind: by.view.recordKind, subject })),
  );
  const cardsOf = new Map(
    subjects.map((subject, n) => [subject, heldAfter(held[n]!.cards, reports.get(subject)!)] as const),
  );
  return present.map(({ recordKey, row, record, lists }) => {
    const place = placeOf(contract, record);
    const cards = place && cardsOf.get(place.subject);
    const holdings = place && cards && { holdings: { card: place.card, cards } };
    return { row, recordId: recordKey, judgements: law.judge({ record, ...(lists && { lists }), ...holdings }) };
  });
};
