import type { Manifest } from '../../events/manifest.ts';
import type { TrackKey } from '../../rules/track.ts';

/** By what the submission's enterprise calls a record. */
export const keyOf = ({ view }: Manifest, recordKey: string): TrackKey => ({
  enterprise: view.enterprise,
  recordKind: view.recordKind,
  recordKey,
});
