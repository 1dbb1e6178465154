import type { JournalEntry } from '../../events/journal.ts';
import type { Principal } from '../../events/principal.ts';
import { Problem } from '../../events/problem.ts';
import { isAtWork, keptOf, type MovingUpload, type SubmissionState, type Upload } from '../../events/upload.ts';
import { readUpload } from '../read-submission/read-state.ts';
import { stateOf } from '../read-submission/submission-state.ts';
import { uploadEntry } from '../run-upload/entry.ts';

export type CancelDeps = {
  readonly upload: (id: string) => Promise<MovingUpload | undefined>;
  /** False where the upload has gone on meanwhile. */
  readonly move: (from: Upload, to: Upload, movedAt: string, entry: JournalEntry) => Promise<boolean>;
  /** Removes the file and all that was made of it. */
  readonly clear: (upload: Upload) => Promise<void>;
  readonly now: () => Date;
};

const maxAttempts = 60;

const tooLate = ({ state }: Upload): Problem =>
  new Problem('CONFLICT', {
    zh: `该报送处于 ${state} 状态，已不能取消；记录有误时请改正后重新报送。`,
    en: `The submission is ${state} and can be cancelled no more; where records are wrong, correct them and submit again.`,
  });

/**
 * Cancels a file of which nothing is recorded yet, and removes it; again changes nothing. Throws Problem NOT_FOUND, and
 * CONFLICT once recording has begun, or where it was refused.
 */
export const cancelUpload = async (id: string, principal: Principal, deps: CancelDeps): Promise<SubmissionState> => {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const upload = await readUpload(id, principal, deps.upload);
    const now = deps.now();
    const isRecorded = upload.stage === 'recording';
    const mayStop = upload.state === 'waiting' || upload.state === 'failed' || isAtWork(upload);
    if (upload.state === 'cancelled') {
      await deps.clear(upload);
      return stateOf(upload, undefined, now);
    }
    if (isRecorded || !mayStop) throw tooLate(upload);
    const cancelled: Upload = { ...keptOf(upload), state: 'cancelled' };
    const at = now.toISOString();
    if (!(await deps.move(upload, cancelled, at, uploadEntry('submission.cancelled', cancelled, at)))) continue;
    await deps.clear(upload);
    return stateOf({ ...upload, state: 'cancelled', movedAt: at }, undefined, now);
  }
  throw new Error(`upload ${id} moved ${maxAttempts} times in a row`);
};
