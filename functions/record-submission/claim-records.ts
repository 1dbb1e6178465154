import type { KeptRecord, Manifest } from '../../events/manifest.ts';
import { sequenceOf } from '../../events/manifest.ts';
import type { Lists } from '../../rules/facts/lists.ts';
import type { Holding } from '../../rules/holdings.ts';
import { heldAfter } from '../../rules/holdings.ts';
import { listsFor } from '../../rules/look-up.ts';
import { type TallyPlace, tallyChanges } from '../../rules/tally.ts';
import type { Change, Track } from '../../rules/track.ts';
import type { Law, RecordDeps } from './deps.ts';
import { claimed, holdingOf, type Present, type Reported, takenBack } from './places.ts';
import { tracksToClaim } from './tracks-to-claim.ts';
import { untilApplied } from './until-applied.ts';

/** The track, and in the tallies what its record adds in place of what it added. */
const claim = (version: number, before: Track | undefined, to: Track): Change => ({
  track: { version, to },
  tallies: tallyChanges(to, before?.share, to.share),
  violations: [],
  journal: [],
});

/** Says in each record's track that this submission now speaks for it, and from where it moved its card. */
const claimTracks = async (reported: readonly Reported[], by: Manifest, law: Law, deps: RecordDeps) => {
  const tracks = new Map<string, Track>();
  await untilApplied(
    reported,
    async (units) => {
      const known = await tracksToClaim(
        units.map(({ recordKey }) => recordKey),
        by,
        deps,
      );
      return units.flatMap((unit, n) => {
        const { version, track } = known[n]!;
        // Nothing is remembered of a record that counts nowhere and has no violation: there is nothing to take back.
        const counts = law.contract.holdings !== undefined || law.periods !== undefined;
        if (track === undefined && (!counts || unit.record === undefined)) return [];
        const to = claimed(track, unit, law, by);
        if (to === undefined) return [];
        tracks.set(unit.recordKey, to);
        return to === track ? [] : [[unit, claim(version, track, to)] as const];
      });
    },
    deps,
  );
  return tracks;
};

/** What each subject's holdings are told: the cards reported, and those taken back from where they were. */
export const reportsBySubject = (
  tracks: ReadonlyMap<string, Track>,
  reported: readonly Reported[],
  by: Manifest,
  law: Law,
) => {
  const reports = new Map<string, Holding[]>();
  const tell = (subject: string, holding: Holding) => {
    const told = reports.get(subject);
    if (told === undefined) reports.set(subject, [holding]);
    else told.push(holding);
  };
  for (const { recordKey, record } of reported) {
    const track = tracks.get(recordKey);
    if (track === undefined) continue;
    for (const place of track.left) tell(place.subject, takenBack(track, place));
    if (track.place && record) tell(track.place.subject, holdingOf(law.contract, record, track.place, by));
  }
  return reports;
};

/** The branches' months that the records count for, or counted for before. */
export const monthsTouched = (tracks: Iterable<Track>): readonly TallyPlace[] =>
  [...tracks].flatMap(({ share, leftMonths = [] }) => [...(share ? [share.place] : []), ...leftMonths]);

const writeHoldings = async (reports: ReadonlyMap<string, readonly Holding[]>, by: Manifest, deps: RecordDeps) => {
  const heldBy = (subject: string) => ({ group: by.countingGroup, kind: by.view.recordKind, subject });
  await untilApplied(
    [...reports.keys()],
    async (subjects) => {
      const held = await deps.holdings(subjects.map(heldBy));
      return subjects.flatMap((subject, n) => {
        const { version, cards } = held[n]!;
        const after = heldAfter(cards, reports.get(subject)!);
        if (JSON.stringify(after) === JSON.stringify(cards)) return [];
        const of = heldBy(subject);
        const entry = {
          id: `holdings.changed#${deps.digest(JSON.stringify(of)).slice(0, 16)}`,
          stream: by.view.id,
          type: 'holdings.changed' as const,
          at: deps.now().toISOString(),
          detail: { group: of.group, kind: of.kind, version: version + 1, cards: after.length },
        };
        const change: Change = { holdings: { of, version, cards: after }, violations: [], journal: [entry] };
        return [[subject, change] as const];
      });
    },
    deps,
  );
};

/** What the submission says of records that are not in it: withdrawn, or left out of a roster. */
export const goneFrom = async (
  by: Manifest,
  present: ReadonlySet<string>,
  law: Law,
  deps: Pick<RecordDeps, 'tracksOfBranch'>,
): Promise<Reported[]> => {
  const { view, withdraws, unread } = by;
  if (view.mode !== 'roster' || law.contract.holdings === undefined)
    return [...new Set(withdraws)].map((recordKey) => ({ recordKey }));
  if (unread === 'all') return [];
  const spoken = new Set([...present, ...(unread ?? [])]);
  const earlier = await deps.tracksOfBranch(view.enterprise, view.branchId, view.recordKind);
  return earlier
    .filter(({ recordKey, sequence }) => !spoken.has(recordKey) && sequence <= sequenceOf(view))
    .map(({ recordKey }) => ({ recordKey }));
};

/** The records as kept, each with what the lists said of it. */
export const reportedIn = (
  kept: readonly KeptRecord[],
  { contract }: Pick<Law, 'contract'>,
  said: Lists | undefined,
): Present[] => {
  const listsOf = listsFor(contract.looksUp, said);
  return kept.map(({ row, record }) => {
    const lists = listsOf(record);
    return { recordKey: record.recordId, row, record, ...(lists && { lists }) };
  });
};

/**
 * Step one of recording: the records' tracks, then the holdings of every subject concerned.
 * Gives what was reported (records that are gone included), the subjects whose holdings and the months whose tallies it
 * touched.
 */
export const claimRecords = async (by: Manifest, law: Law, deps: RecordDeps) => {
  const [kept, said] = await Promise.all([deps.records(by.view.id), deps.lists(by)]);
  const present = reportedIn(kept, law, said);
  const gone = await goneFrom(by, new Set(present.map(({ recordKey }) => recordKey)), law, deps);
  const claiming = [...present, ...gone];
  const tracks = await claimTracks(claiming, by, law, deps);
  const reports = reportsBySubject(tracks, claiming, by, law);
  await writeHoldings(reports, by, deps);
  return { present, gone, subjects: [...reports.keys()], months: monthsTouched(tracks.values()) };
};
