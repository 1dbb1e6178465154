import type { AnyRecord, Contract } from '../../events/contract.ts';
import { type Manifest, sequenceOf } from '../../events/manifest.ts';
import { type Rosters, spokenOf } from '../../rules/branch-rosters.ts';
import type { Lists } from '../../rules/facts/lists.ts';
import type { Holding } from '../../rules/holdings.ts';
import { isSamePlace, type Share, shareOf, type TallyPlace } from '../../rules/tally.ts';
import type { Place, Track } from '../../rules/track.ts';
import type { Law } from './deps.ts';
import type { Listed } from './read-rosters.ts';
import { toldBy } from './told.ts';

/** What a submission says of one record: its content, or that it is gone. */
export type Reported = {
  readonly recordKey: string;
  readonly row?: number;
  readonly record?: AnyRecord;
  /** What the lists said of it; undefined where its kind looks nothing up. */
  readonly lists?: Lists;
  /** Another has spoken of it since; known once it has been claimed. */
  readonly isLate?: boolean;
};

/** A record that is there. */
export type Present = Reported & { readonly row: number; readonly record: AnyRecord };

/** A moved record is taken back from the places it left; nobody moves one more often within one outage. */
const maxLeft = 8;

/** Where the record's card stands; undefined where its kind is not counted, or subject, card or instant is unknown. */
export const placeOf = ({ holdings }: Contract, record: AnyRecord): Place | undefined => {
  if (holdings === undefined) return undefined;
  const { [holdings.subject]: subject, [holdings.card]: card, [holdings.openedAt]: openedAt } = record;
  return typeof subject === 'string' && typeof card === 'string' && typeof openedAt === 'string'
    ? { subject, card, openedAt }
    : undefined;
};

/** Who says what a card's entry says, and when: the submission, or the track that it left as it was. */
export type Speaker = Pick<Track, 'enterprise' | 'branchId' | 'submission' | 'sequence'>;
export const speakerOf = ({ view }: Manifest): Speaker => ({
  enterprise: view.enterprise,
  branchId: view.branchId,
  submission: view.id,
  sequence: sequenceOf(view),
});

/** The entry that the record makes in its subject's holdings. */
export const holdingOf = (
  contract: Contract,
  record: AnyRecord,
  place: Place,
  { enterprise, branchId, submission, sequence }: Speaker,
): Holding => ({
  card: place.card,
  enterprise,
  branchId,
  recordKey: record.recordId,
  submission,
  sequence,
  openedAt: place.openedAt,
  record: Object.fromEntries(
    (contract.holdings?.keeps ?? []).flatMap((name) => (name in record ? [[name, record[name]]] : [])),
  ),
});

/** What takes the record's card back from a place it left. */
export const takenBack = (track: Track, place: Place): Holding => ({
  card: place.card,
  enterprise: track.enterprise,
  branchId: track.branchId,
  recordKey: track.recordKey,
  submission: track.submission,
  sequence: track.sequence,
  openedAt: place.openedAt,
  record: {},
  withdrawn: true,
});

/** The months that the record counted for before and does not any more, and that nobody has judged since. */
const monthsLeft = (known: Track | undefined, share: Share | undefined): readonly TallyPlace[] => {
  const months = [...(known?.leftMonths ?? []), ...(known?.share ? [known.share.place] : [])];
  const left = months.filter(
    (old, n) => !isSamePlace(old, share?.place) && months.findIndex((other) => isSamePlace(old, other)) === n,
  );
  return left.slice(-maxLeft);
};

const isSame = (a: Place, b: Place | undefined): boolean => a.subject === b?.subject && a.card === b.card;

/** What a claim rests on besides the record's own track. */
export type Claiming = {
  /** The newest rosters of the submission's branch. */
  readonly rosters: Rosters;
  /** A roster since that lists the record where it stands: it may have left its track alone, or may not have come to it. */
  readonly listed?: Listed;
  readonly digest: (text: string) => string;
};

const contentOf = (record: AnyRecord, { digest }: Claiming): string => digest(JSON.stringify(record)).slice(0, 32);

/** When somebody last spoke of the record. */
const spokenAt = ({ sequence }: Track, { listed }: Claiming): string =>
  listed !== undefined && listed.sequence > sequence ? listed.sequence : sequence;

/** When somebody last said of the record what its track says. */
export const confirmedAt = (known: Track, claiming: Claiming): string => {
  const { listed } = claiming;
  const isSame = listed !== undefined && contentOf(listed.record, claiming) === known.content;
  return isSame ? spokenAt(known, claiming) : known.sequence;
};

const isAsKnown = (known: Track, content: string | undefined, { view }: Manifest): boolean =>
  known.place !== undefined &&
  known.content === content &&
  known.branchId === view.branchId &&
  known.region === view.region &&
  known.sector === view.sector;

/**
 * The track of a record that its branch's roster leaves out; undefined where it does not stand there any more. Whoever
 * moved it before the roster, and comes late, is still to be heard: the roster says only that it is not here.
 */
const leftOutOf = (known: Track | undefined, by: Manifest, claiming: Claiming): Track | undefined => {
  const sequence = sequenceOf(by.view);
  if (known === undefined || known.branchId !== by.view.branchId) return undefined;
  if (known.leftOut === sequence) return known;
  const spoken = spokenAt(known, claiming);
  if (known.place === undefined || spoken > sequence) return undefined;
  const { place, share: _, content: __, ...rest } = known;
  const left = [...known.left, place].slice(-maxLeft);
  return { ...rest, sequence: spoken, left, gone: true, leftOut: sequence };
};

/**
 * The record's track once the submission has spoken of it; undefined where a later one has spoken already. After a crash
 * it is found as this submission left it, with the places still to be taken back and the months still to be judged. A
 * roster that lists a record as it is known leaves its track alone; a record whose branch has sent a roster since is
 * gone unless that one lists it, which it then says itself.
 */
export const claimed = (
  known: Track | undefined,
  reported: Reported,
  law: Pick<Law, 'contract' | 'periods' | 'judge' | 'counted'>,
  by: Manifest,
  claiming: Claiming,
): Track | undefined => {
  const { recordKey, record } = reported;
  const { contract, periods } = law;
  const { id, enterprise, branchId, region, sector, recordKind } = by.view;
  const sequence = sequenceOf(by.view);
  if (record === undefined && by.view.mode === 'roster') return leftOutOf(known, by, claiming);
  // A roster that lists the same is told of by both, and one that leaves it out ends it where it finds it.
  if (known?.sequence === sequence && known.submission === id) return known;
  if (known !== undefined && spokenAt(known, claiming) > sequence) return undefined;
  const content = record && contract.holdings && contentOf(record, claiming);
  const roster = spokenOf(claiming.rosters, recordKey);
  if (known !== undefined && roster === sequence && isAsKnown(known, content, by)) return known;
  const there = roster > sequence ? undefined : record;
  const place = there && placeOf(contract, there);
  const places = [...(known?.left ?? []), ...(known?.place ? [known.place] : [])];
  const share = there && periods && shareOf(contract, periods.tally, there, by.view);
  const leftMonths = monthsLeft(known, share);
  const left = places.filter((old, n) => !isSame(old, place) && places.findIndex((other) => isSame(old, other)) === n);
  return {
    enterprise,
    recordKind,
    recordKey,
    branchId,
    region,
    sector,
    sequence,
    submission: id,
    ...(place && { place }),
    left: left.slice(-maxLeft),
    ...(share && { share }),
    ...(leftMonths.length > 0 && { leftMonths }),
    gone: there === undefined,
    ...(content !== undefined && { content }),
    ...toldBy(known, reported, law),
    rules: known?.rules ?? {},
  };
};
