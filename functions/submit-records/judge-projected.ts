import type { KeptRecord, Manifest } from '../../events/manifest.ts';
import { noRosters } from '../../rules/branch-rosters.ts';
import type { Lists } from '../../rules/facts/lists.ts';
import { heldAfter } from '../../rules/holdings.ts';
import type { JudgedRecord } from '../../rules/judged.ts';
import { type Gone, goneFrom, reportedIn, reportsBySubject } from '../record-submission/claim-records.ts';
import type { Law, RecordDeps } from '../record-submission/deps.ts';
import { claimed, placeOf, type Reported } from '../record-submission/places.ts';
import { keyOf } from '../record-submission/record-key.ts';

export type ProjectDeps = Pick<RecordDeps, 'tracks' | 'tracksOfBranch' | 'holdings' | 'digest'>;

/** What the submission says is gone, with what matters to those that are there: their cards. */
export const goneBeside = async (
  records: readonly KeptRecord[],
  by: Manifest,
  law: Law,
  deps: ProjectDeps,
): Promise<readonly Gone[]> => {
  if (law.contract.holdings === undefined) return [];
  const keys = new Set(records.map(({ record }) => record.recordId));
  return goneFrom(by, (recordKey) => keys.has(recordKey), law, deps);
};

/**
 * What the records would be judged if they were recorded now: the holdings as they are, changed in memory as recording
 * would change them, by what is reported, moved, withdrawn or left out; and what the lists `said` of them. `beside` is
 * what the submission says of others, which are gone or are judged elsewhere. Nothing is written.
 */
export const judgeProjected = async (
  records: readonly KeptRecord[],
  beside: readonly Pick<Reported, 'recordKey' | 'record'>[],
  by: Manifest,
  law: Law,
  deps: ProjectDeps,
  said?: Lists | Promise<Lists>,
): Promise<JudgedRecord[]> => {
  const { contract } = law;
  const isCounted = contract.holdings !== undefined;
  const keys = isCounted ? records.map(({ record }) => record.recordId) : [];
  const others = beside.map(({ recordKey, record }): Reported => ({ recordKey, ...(record && { record }) }));
  const heldBy = (subject: string) => ({ group: by.countingGroup, kind: by.view.recordKind, subject });
  const holdingsOf = async (subjects: readonly string[]) => {
    const held = await deps.holdings(subjects.map(heldBy));
    return subjects.map((subject, n) => [subject, held[n]!] as const);
  };
  // Those that the records name are mostly all: they are asked for at once, not only when the tracks are known.
  const named = new Set(records.flatMap(({ record }) => placeOf(contract, record)?.subject ?? []));
  const [lists, known, ofNamed] = await Promise.all([
    said,
    deps.tracks([...keys, ...beside.map(({ recordKey }) => recordKey)].map((key) => keyOf(by, key))),
    holdingsOf([...named]),
  ]);
  const present = reportedIn(records, law, lists);
  const units: readonly Reported[] = isCounted ? [...present, ...others] : [];
  const tracks = new Map(
    units.flatMap((unit, n) => {
      const track = claimed(known[n]!.track, unit, law, by, { rosters: noRosters, digest: deps.digest });
      return track === undefined ? [] : [[unit.recordKey, track] as const];
    }),
  );
  const reports = reportsBySubject(tracks, units, law);
  const ofOthers = await holdingsOf([...reports.keys()].filter((subject) => !named.has(subject)));
  const cardsOf = new Map(
    [...ofNamed, ...ofOthers].flatMap(([subject, { cards }]) => {
      const reported = reports.get(subject);
      return reported === undefined ? [] : [[subject, heldAfter(cards, reported)] as const];
    }),
  );
  return present.map(({ recordKey, row, record, lists }) => {
    const place = placeOf(contract, record);
    const cards = place && cardsOf.get(place.subject);
    const holdings = place && cards && { holdings: { card: place.card, cards } };
    return { row, recordId: recordKey, judgements: law.judge({ record, ...(lists && { lists }), ...holdings }) };
  });
};
