import { type Manifest, sequenceOf } from '../../events/manifest.ts';
import type { Track } from '../../rules/track.ts';
import type { Law } from './deps.ts';
import type { Reported } from './places.ts';
import type { Listed } from './read-rosters.ts';

// A rule that asks the record alone stands as the newest submission says that can tell; one that cannot tell leaves it
// as it was. So of what comes late some is still to be heard, and a track remembers who told last.

/** Sequence of the newest submission that told what the record is by this rule; empty where none did. */
export const toldAt = (track: Track, rule: string): string => track.untold?.[rule] ?? track.sequence;

/** The rules of the record alone, and whether it can be told what they say. */
const ofRecord = (
  { record, lists }: Pick<Reported, 'record' | 'lists'>,
  { judge, counted }: Pick<Law, 'judge' | 'counted'>,
) => judge({ record: record!, ...(lists && { lists }) }).filter(({ rule }) => !counted.has(rule));

/** What a track remembers of this once the submission has spoken last. */
export const toldBy = (
  known: Track | undefined,
  reported: Reported,
  law: Pick<Law, 'judge' | 'counted'>,
): Pick<Track, 'untold'> => {
  if (reported.record === undefined) return {};
  const silent = ofRecord(reported, law).filter(({ verdict }) => verdict === 'undetermined');
  if (silent.length === 0) return {};
  return { untold: Object.fromEntries(silent.map(({ rule }) => [rule, known ? toldAt(known, rule) : ''])) };
};

/** What is known of a record besides its track when a late submission speaks of it. */
export type Since = {
  /** When somebody last said what the track says. */
  readonly confirmed: string;
  /** A roster that lists the record, and may still have to come to it. */
  readonly listed?: Listed;
};

/** The rules of which a submission tells; what is withdrawn is told of every rule. */
const toldIn = (
  known: Track,
  reported: Reported,
  law: Pick<Law, 'judge' | 'counted'>,
  { withdraws }: Manifest,
  { listed }: Since,
): readonly string[] => {
  if (reported.record !== undefined) {
    return ofRecord(reported, law).flatMap(({ rule, verdict }) => (verdict === 'undetermined' ? [] : [rule]));
  }
  if (!withdraws.includes(reported.recordKey)) return [];
  return [...Object.keys(known.untold ?? {}), ...(listed ? ofRecord(listed, law).map(({ rule }) => rule) : [])];
};

/** The track once a late submission has been heard on what no later one could tell. */
export const withLateWord = (
  known: Track,
  reported: Reported,
  law: Pick<Law, 'judge' | 'counted'>,
  by: Manifest,
  since: Since,
): Track => {
  const sequence = sequenceOf(by.view);
  const isUntold = (rule: string): boolean => (known.untold?.[rule] ?? since.confirmed) < sequence;
  const heard = toldIn(known, reported, law, by, since).filter(isUntold);
  if (heard.length === 0) return known;
  return { ...known, untold: { ...known.untold, ...Object.fromEntries(heard.map((rule) => [rule, sequence])) } };
};
