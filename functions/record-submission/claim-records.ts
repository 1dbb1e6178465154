import type { KeptRecord, Manifest } from '../../events/manifest.ts';
import { sequenceOf } from '../../events/manifest.ts';
import type { Lists } from '../../rules/facts/lists.ts';
import type { Holding } from '../../rules/holdings.ts';
import { heldAfter, isRecord } from '../../rules/holdings.ts';
import { listsFor } from '../../rules/look-up.ts';
import { type TallyPlace, tallyChanges } from '../../rules/tally.ts';
import type { Change, Track } from '../../rules/track.ts';
import type { Law, RecordDeps } from './deps.ts';
import { claimed, confirmedAt, holdingOf, type Present, placeOf, type Reported, takenBack } from './places.ts';
import { type RostersRead, readRosters, type Standing } from './read-rosters.ts';
import { withLateWord } from './told.ts';
import { tracksToClaim } from './tracks-to-claim.ts';
import { untilApplied } from './until-applied.ts';

/** The track, and in the tallies what its record adds in place of what it added. */
const claim = (version: number, before: Track | undefined, to: Track, restsOn: Change['restsOn']): Change => ({
  track: { version, to },
  ...(restsOn && restsOn.length > 0 && { restsOn }),
  tallies: tallyChanges(to, before?.share, to.share),
  violations: [],
  journal: [],
});

/** Where the record stands, and since when it matters whether a roster has listed it. */
const standingOf = (known: Track | undefined, { record }: Reported, { view }: Manifest): readonly Standing[] => {
  if (known?.place === undefined) return [];
  const isLeftOut = record === undefined && view.mode === 'roster';
  return [{ ...known, since: isLeftOut ? known.sequence : sequenceOf(view) }];
};

/**
 * Says in each record's track that this submission now speaks for it, and from where it moved its card. Gives the tracks
 * and the keys of those records of which another has spoken since.
 */
const claimTracks = async (reported: readonly Reported[], by: Manifest, law: Law, deps: RecordDeps) => {
  const tracks = new Map<string, Track>();
  const late = new Set<string>();
  await untilApplied(
    reported,
    async (units) => {
      const known = await tracksToClaim(
        units.map(({ recordKey }) => recordKey),
        by,
        deps,
      );
      const standing = known.map(({ track }, n) => standingOf(track, units[n]!, by));
      const { rostersOf, listedIn, restsOn } = await readRosters(standing.flat(), by, law, deps);
      return units.flatMap((unit, n) => {
        const { version, track } = known[n]!;
        // Nothing is remembered of a record that counts nowhere and has no violation: there is nothing to take back.
        const counts = law.contract.holdings !== undefined || law.periods !== undefined;
        const isLeftOut = unit.record === undefined && by.view.mode === 'roster';
        if (track === undefined && (isLeftOut || (!counts && unit.record !== undefined))) return [];
        const listed = standing[n]!.map(listedIn)[0];
        const claiming = { rosters: rostersOf(by.view), ...(listed && { listed }), digest: deps.digest };
        const to = claimed(track, unit, law, by, claiming);
        // What an attempt that collided thought to claim is another's by now.
        tracks.delete(unit.recordKey);
        if (to === undefined) late.add(unit.recordKey);
        else tracks.set(unit.recordKey, to);
        const after =
          to ?? withLateWord(track!, unit, law, by, { ...claiming, confirmed: confirmedAt(track!, claiming) });
        return after === track
          ? []
          : [[unit, claim(version, track, after, restsOn([by.view, ...standing[n]!]))] as const];
      });
    },
    deps,
  );
  return { tracks, late };
};

/** A record that the submission says is gone, and its track where it was asked for. */
export type Gone = { readonly recordKey: string; readonly track?: Track };

/** What each subject's holdings are told: the cards reported, and those taken back from where they were. */
export const reportsBySubject = (
  tracks: ReadonlyMap<string, Track>,
  reported: readonly Reported[],
  law: Pick<Law, 'contract'>,
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
    if (track.place && record) tell(track.place.subject, holdingOf(law.contract, record, track.place, track));
  }
  return reports;
};

/** The branches' months that the records count for, or counted for before. */
export const monthsTouched = (tracks: Iterable<Track>): readonly TallyPlace[] =>
  [...tracks].flatMap(({ share, leftMonths = [] }) => [...(share ? [share.place] : []), ...leftMonths]);

/** The claims on cards that several records name: who holds such a card, rosters may decide. */
const contestedIn = (cards: readonly Holding[], reported: readonly Holding[]): readonly Holding[] => {
  const claims = [...cards.flatMap((card) => [card, ...(card.others ?? [])]), ...reported];
  const live = claims.filter(({ withdrawn }) => withdrawn !== true);
  return [...Map.groupBy(live, ({ card }) => card).values()].flatMap((same) =>
    same.some((one) => !isRecord(one, same[0]!)) ? same : [],
  );
};

/** When somebody last said so: the record itself, or a roster since that lists it as it was. */
const saidLast = (claim: Holding, { listedIn }: RostersRead): string =>
  listedIn({ ...claim, since: claim.sequence })?.sequence ?? claim.sequence;

const writeHoldings = async (
  reports: ReadonlyMap<string, readonly Holding[]>,
  by: Manifest,
  law: Law,
  deps: RecordDeps,
) => {
  const heldBy = (subject: string) => ({ group: by.countingGroup, kind: by.view.recordKind, subject });
  await untilApplied(
    [...reports.keys()],
    async (subjects) => {
      const held = await deps.holdings(subjects.map(heldBy));
      const contested = subjects.map((subject, n) => contestedIn(held[n]!.cards, reports.get(subject)!));
      const asked = contested.flat().map((claim) => ({ ...claim, since: claim.sequence }));
      const spoken = await readRosters(asked, by, law, deps);
      return subjects.flatMap((subject, n) => {
        const { version, cards } = held[n]!;
        const after = heldAfter(cards, reports.get(subject)!, (claim) => saidLast(claim, spoken));
        const restsOn = spoken.restsOn(contested[n]!);
        if (JSON.stringify(after) === JSON.stringify(cards)) return [];
        const told = { stream: by.view.id, at: deps.now().toISOString() };
        const holdings = { of: heldBy(subject), version, cards: after, told };
        const change: Change = { holdings, ...(restsOn.length > 0 && { restsOn }), violations: [], journal: [] };
        return [[subject, change] as const];
      });
    },
    deps,
  );
};

/** Nothing but a roster has its branch's records listed. */
export const isWholeRoster = ({ view, unread }: Manifest, { contract }: Pick<Law, 'contract'>): boolean =>
  view.mode === 'roster' && contract.holdings !== undefined && unread !== 'all';

/**
 * What the submission says of records that are not in it: withdrawn, or left out of a roster. Of a record that stands with
 * somebody, `track` says where.
 */
export const goneFrom = async (
  by: Manifest,
  isPresent: (recordKey: string) => boolean,
  law: Pick<Law, 'contract'>,
  deps: Pick<RecordDeps, 'tracksOfBranch'>,
): Promise<readonly Gone[]> => {
  const { view, withdraws, unread } = by;
  if (!isWholeRoster(by, law)) {
    return view.mode === 'roster' ? [] : [...new Set(withdraws)].map((recordKey) => ({ recordKey }));
  }
  const unreadKeys = new Set((unread as readonly string[] | undefined) ?? []);
  const sequence = sequenceOf(view);
  const isGone = (track: Track): boolean =>
    !isPresent(track.recordKey) &&
    !unreadKeys.has(track.recordKey) &&
    // Those left out already are found again after a crash; those that another roster left out are its own to end.
    (track.gone ? track.leftOut === sequence : track.sequence < sequence);
  const gone: Gone[] = [];
  for await (const listed of deps.tracksOfBranch(view.enterprise, view.branchId, view.recordKind)) {
    for (const track of listed) if (isGone(track)) gone.push({ recordKey: track.recordKey, track });
  }
  return gone;
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

/** What claiming records touched beside themselves. */
export type Claimed = {
  /** Those of which another has spoken since. */
  readonly late: ReadonlySet<string>;
  /** Subjects whose holdings changed, or would have. */
  readonly subjects: readonly string[];
  readonly months: readonly TallyPlace[];
};

/**
 * Step one of recording: the records' tracks, then the holdings of every subject concerned. Gives the subjects whose
 * holdings and the months whose tallies it touched.
 */
export const claimRecords = async (
  reported: readonly Reported[],
  by: Manifest,
  law: Law,
  deps: RecordDeps,
): Promise<Claimed> => {
  const { tracks, late } = await claimTracks(reported, by, law, deps);
  const reports = reportsBySubject(tracks, reported, law);
  await writeHoldings(reports, by, law, deps);
  return { late, subjects: [...reports.keys()], months: monthsTouched(tracks.values()) };
};

/** What is kept of each part of a file until it is judged: little, since there are as many records as in the file. */
export type ClaimedBeside = Omit<Claimed, 'months'>;

/** Of the subjects only those that the records do not name themselves. */
export const besideOwn = (
  { late, subjects }: Claimed,
  reported: readonly Reported[],
  { contract }: Pick<Law, 'contract'>,
): ClaimedBeside => {
  const own = new Set(reported.map(({ record }) => record && placeOf(contract, record)?.subject));
  return { late, subjects: subjects.filter((subject) => !own.has(subject)) };
};

/** Each record with whether another has spoken of it since. */
export const marked = <R extends Reported>(reported: readonly R[], { late }: ClaimedBeside): readonly R[] =>
  late.size === 0 ? reported : reported.map((one) => (late.has(one.recordKey) ? { ...one, isLate: true } : one));
