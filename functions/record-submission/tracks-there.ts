import type { Manifest } from '../../events/manifest.ts';
import type { RecordDeps } from './deps.ts';

/** Below so many records it is quicker to ask for the track of each. */
const fewRecords = 10_000;

/**
 * Of a kind of which only records with violations are remembered, most records of a file have no track: which may have
 * one is asked once, and only those are read.
 */
export const readingTracksThere = async (
  { view }: Manifest,
  deps: RecordDeps,
): Promise<{ readonly deps: RecordDeps; readonly mayHaveTrack: (recordKey: string) => boolean }> => {
  const { enterprise, recordKind, counts } = view;
  if (counts.records < fewRecords) return { deps, mayHaveTrack: () => true };
  const mayHaveTrack = await deps.trackedOf(enterprise, recordKind);
  /** Written since, by us or by whoever we collided with. */
  const since = new Set<string>();
  const readingThese: RecordDeps = {
    ...deps,
    tracks: async (keys) => {
      const there = keys.filter(({ recordKey }) => mayHaveTrack(recordKey) || since.has(recordKey));
      const read = new Map((await deps.tracks(there)).map((at, n) => [there[n]!, at]));
      return keys.map((key) => read.get(key) ?? { version: 0 });
    },
    apply: async (changes, together) => {
      for (const { track } of changes) if (track !== undefined) since.add(track.to.recordKey);
      return deps.apply(changes, together);
    },
  };
  return { deps: readingThese, mayHaveTrack };
};
