import type { MovingUpload } from '../../events/upload.ts';
import type { RecordUploadDeps } from './deps.ts';
import { goOn, tellProgress } from './ends.ts';

/**
 * The last stage: recorded as any submission is. Whoever dies here is followed by somebody who goes on where it stopped.
 * Throws Superseded.
 */
export const recordUpload = async (upload: MovingUpload, deps: RecordUploadDeps): Promise<void> => {
  const { rows = 0 } = upload;
  const told = tellProgress(upload, deps, 1_000);
  await deps.recordFile(upload, (recorded) => told(Math.min(rows, recorded)));
  await goOn(upload, { state: 'audited' }, deps);
  await deps.clearPieces(upload);
};
