import type { Manifest } from '../../events/manifest.ts';
import type { Track, TrackAt } from '../../rules/track.ts';
import type { RecordDeps } from './deps.ts';
import { keyOf } from './record-key.ts';

const withoutMonthsLeft = ({ leftMonths: _, ...track }: Track): Track => track;

/**
 * The tracks of the records as a submission finds them, with the months that are still to be judged since a record left
 * them: once the submission that took it elsewhere is audited, they have been. Of one that a crash cut short and a newer
 * one overtakes, nobody else would judge them.
 */
export const tracksToClaim = async (
  recordKeys: readonly string[],
  by: Manifest,
  deps: Pick<RecordDeps, 'tracks' | 'manifests'>,
): Promise<readonly TrackAt[]> => {
  const known = await deps.tracks(recordKeys.map((recordKey) => keyOf(by, recordKey)));
  const leaving = known.flatMap(({ track }) =>
    track?.leftMonths === undefined || track.submission === by.view.id ? [] : [track.submission],
  );
  const submissions = [...new Set(leaving)];
  const manifests = await deps.manifests(submissions);
  const audited = new Set(submissions.filter((_, n) => manifests[n]?.view.status === 'audited'));
  return known.map(({ version, track }) =>
    track !== undefined && audited.has(track.submission)
      ? { version, track: withoutMonthsLeft(track) }
      : { version, ...(track && { track }) },
  );
};
