import type { Verdict } from '../events/finding.ts';
import type { JournalEntry } from '../events/journal.ts';
import type { Violation } from '../events/violation.ts';
import type { RosterKey, RosterMark } from './branch-rosters.ts';
import type { HeldBy, Holding } from './holdings.ts';
import type { Share, TallyChange, TallyPlace } from './tally.ts';

/** Where a counted record's card stands: the subject's holdings, and which card it is. Tokens only. */
export type Place = { readonly subject: string; readonly card: string; readonly openedAt: string };

/** How one rule stands for one record: which occurrence of its violation, and whether it is open. */
export type Tracked = {
  readonly occurrence: number;
  readonly violation: string;
  readonly open: boolean;
  /** Sequence of the submission that decided it last. */
  readonly sequence: string;
};

/** What is remembered of one record from submission to submission. */
export type Track = {
  readonly enterprise: string;
  readonly recordKind: string;
  readonly recordKey: string;
  readonly branchId: string;
  readonly region: string;
  readonly sector: string;
  /** Sequence of the newest submission that spoke of the record. */
  readonly sequence: string;
  readonly submission: string;
  /** Only for counted kinds, where subject and card are known. */
  readonly place?: Place;
  /** Where the card stood before the newest submission moved it: to be taken back, again after a crash. */
  readonly left: readonly Place[];
  /** What the record adds to the tallies of its kind: taken away again when it is corrected, moves or goes. */
  readonly share?: Share;
  /**
   * The branches' months that it counted for before: judged again by the submission that moved it and, where a crash cut
   * that short, by the next one.
   */
  readonly leftMonths?: readonly TallyPlace[];
  /** True once withdrawn, or left out of its branch's roster. */
  readonly gone: boolean;
  /**
   * Sequence of the roster that left the record out: it ends where the record stood, and is no word of the record itself.
   * The track is still listed with the branch, so that after a crash the roster finds what it left out.
   */
  readonly leftOut?: string;
  /** Digest of the record, where it counts: a roster that lists the same again has nothing to write. */
  readonly content?: string;
  /**
   * The rules of the record alone that its newest submission leaves undetermined, each with the sequence of the newest
   * one that told, empty where none did: one that comes late is then still to be heard.
   */
  readonly untold?: Readonly<Record<string, string>>;
  readonly rules: Readonly<Record<string, Tracked>>;
};

/** Whether the track is found by its branch: its card counts there, or a roster left it out and may have to be ended. */
export const isListed = ({ place, leftOut }: Track): boolean => place !== undefined || leftOut !== undefined;

/**
 * A violation as written and, until the submission that wrote it is audited, as it was before that one: which may itself
 * have been written by another that is still being recorded.
 */
export type Recorded = { readonly violation: Violation; readonly pendingOf?: string; readonly was?: Recorded };

export type TrackKey = Pick<Track, 'enterprise' | 'recordKind' | 'recordKey'>;
/** A track and how often it was written; version 0 where there is none. */
export type TrackAt = { readonly version: number; readonly track?: Track };

/** What a subject holds from now on; the journal's stream hears of it, once of all that is written together. */
export type HoldingsChange = {
  readonly of: HeldBy;
  readonly version: number;
  readonly cards: readonly Holding[];
  readonly told: { readonly stream: string; readonly at: string };
};

/** What changes together, if nothing it rests on has changed meanwhile. */
export type Change = {
  /** The holdings that the verdicts were judged by. */
  readonly judgedBy?: { readonly of: HeldBy; readonly version: number };
  readonly holdings?: HoldingsChange;
  readonly track?: { readonly version: number; readonly to: Track };
  /** A roster more of a branch. */
  readonly roster?: { readonly of: RosterKey; readonly version: number; readonly marks: readonly RosterMark[] };
  /** The rosters that the track's change rests on: no other may have come meanwhile. */
  readonly restsOn?: readonly { readonly of: RosterKey; readonly version: number }[];
  /** What the track's record adds to the tallies from now on, or no longer. */
  readonly tallies?: readonly TallyChange[];
  readonly violations: readonly Recorded[];
  readonly journal: readonly JournalEntry[];
};

/** One rule's verdict on one record, and what made us look. */
export type Sighting = {
  readonly verdict: Verdict;
  /** True when the record was in the submission; false when another card's change made us look at it. */
  readonly reported: boolean;
  /** True where the rule counts: then the holdings' own order decides, not that of the submissions. */
  readonly counted: boolean;
  readonly sequence: string;
  readonly receivedAt: string;
  /** What the violation says of itself when it is open. */
  readonly about: Pick<
    Violation,
    | 'rule'
    | 'version'
    | 'article'
    | 'severity'
    | 'enterprise'
    | 'branchId'
    | 'region'
    | 'sector'
    | 'recordKind'
    | 'recordId'
    | 'lawDate'
    | 'submission'
  >;
};

export type Step = {
  readonly type: 'violation.opened' | 'violation.seen-again' | 'violation.put-right' | 'violation.withdrawn';
  readonly tracked: Tracked;
  readonly violation: Violation;
};

const opened = (occurrence: number, before: Tracked | undefined, seen: Sighting, idOf: (n: number) => string): Step => {
  const id = idOf(occurrence);
  return {
    type: 'violation.opened',
    tracked: { occurrence, violation: id, open: true, sequence: seen.sequence },
    violation: {
      id,
      ...seen.about,
      review: 'open',
      remedy: 'outstanding',
      firstSeenAt: seen.receivedAt,
      lastSeenAt: seen.receivedAt,
      occurrence,
      ...(before && { recurrenceOf: before.violation }),
    },
  };
};

/**
 * What a verdict does to the record's violation of that rule; undefined where it changes nothing, as every repetition
 * does. `undetermined` neither opens nor closes: silence is no proof either way. `idOf(n)` names the n-th occurrence.
 */
export const advance = (
  tracked: Tracked | undefined,
  violation: Violation | undefined,
  seen: Sighting,
  idOf: (occurrence: number) => string,
): Step | undefined => {
  if (seen.verdict === 'undetermined') return undefined;
  const isLate = !seen.counted && tracked !== undefined && tracked.sequence > seen.sequence;
  const isOpen = tracked?.open === true;

  if (seen.verdict !== 'violation') {
    if (!isOpen || isLate || violation === undefined) return undefined;
    return {
      type: 'violation.put-right',
      tracked: { ...tracked, open: false, sequence: seen.sequence },
      violation: { ...violation, remedy: 'self-reported', putRightAt: seen.receivedAt },
    };
  }
  if (tracked === undefined) return opened(1, undefined, seen, idOf);
  if (isLate) return undefined;
  if (!isOpen) {
    const isRepeat = !seen.counted && tracked.sequence === seen.sequence;
    return isRepeat ? undefined : opened(tracked.occurrence + 1, tracked, seen, idOf);
  }
  if (!seen.reported || violation === undefined || violation.submission === seen.about.submission) return undefined;
  if (violation.lastSeenAt > seen.receivedAt) return undefined;
  return {
    type: 'violation.seen-again',
    tracked: { ...tracked, sequence: seen.sequence },
    violation: { ...violation, ...seen.about, lastSeenAt: seen.receivedAt },
  };
};

/** An open violation whose record should never have been reported. */
export const withdrawn = (tracked: Tracked, violation: Violation, sequence: string): Step | undefined =>
  tracked.open
    ? {
        type: 'violation.withdrawn',
        tracked: { ...tracked, open: false, sequence },
        violation: { ...violation, review: 'withdrawn' },
      }
    : undefined;
