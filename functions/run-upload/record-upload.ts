import { hasCopiesDue, type MovingUpload } from '../../events/upload.ts';
import { copiesOf, markedOf } from './copies.ts';
import type { RecordUploadDeps } from './deps.ts';
import { goOn, tellProgress } from './ends.ts';

/**
 * The last stage: recorded as any submission is; only what comes back may still be made. Whoever dies here is
 * followed by somebody who goes on where it stopped. Throws Superseded.
 */
export const recordUpload = async (upload: MovingUpload, deps: RecordUploadDeps): Promise<void> => {
  const { rows = 0 } = upload;
  const told = tellProgress(upload, deps, 1_000);
  const { manifest, settle } = await deps.recordFile(upload, (recorded) => told(Math.min(rows, recorded)));
  const copies = copiesOf(upload, markedOf(manifest.view.counts));
  const isDue = hasCopiesDue({ copies });
  // Copies are tried again once by themselves, however often the audit was.
  await goOn(upload, { state: 'audited', copies, ...(isDue && { resumedByItself: false }) }, deps);
  await settle();
  if (!isDue) await deps.clearFile(upload);
};
