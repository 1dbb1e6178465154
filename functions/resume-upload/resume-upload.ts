import type { Principal } from '../../events/principal.ts';
import { Problem } from '../../events/problem.ts';
import { hasCopiesDue, keptOf, type SubmissionState, type Upload } from '../../events/upload.ts';
import type { CancelDeps } from '../cancel-upload/cancel-upload.ts';
import { readUpload } from '../read-submission/read-state.ts';
import { isStuck, stateOf } from '../read-submission/submission-state.ts';
import { copiesAreDue } from '../run-upload/copies.ts';
import { uploadEntry } from '../run-upload/entry.ts';

export type ResumeDeps = Pick<CancelDeps, 'upload' | 'move' | 'now'>;

const notNeeded = ({ state }: Upload): Problem =>
  new Problem('CONFLICT', {
    zh: `该报送处于 ${state} 状态，无需恢复；处理停滞两分钟以上或失败后方可恢复。`,
    en: `The submission is ${state}: only work that has failed, or has not moved for two minutes, is resumed.`,
  });

/** Its audit stands or it was refused: only what comes back of it is made anew. */
const isOfCopies = (upload: Upload): boolean => hasCopiesDue(upload) || upload.copies?.state === 'failed';

/** The upload with work on it begun anew, at the stage where it stopped. */
export const resumed = (upload: Upload, resumedByItself: boolean): Upload => {
  const again = { ...upload, run: upload.run + 1, resumedByItself };
  return isOfCopies(upload)
    ? { ...again, copies: copiesAreDue }
    : { ...again, state: upload.stage!, faults: [], faultsTotal: 0 };
};

/**
 * Has work on a file gone on that failed or is stuck, from the stage where it stopped. Throws Problem NOT_FOUND, and
 * CONFLICT where there is nothing to resume.
 */
export const resumeUpload = async (id: string, principal: Principal, deps: ResumeDeps): Promise<SubmissionState> => {
  const upload = await readUpload(id, principal, deps.upload);
  const now = deps.now();
  const isStopped = upload.state === 'failed' || upload.copies?.state === 'failed' || isStuck(upload, now);
  if (!isStopped || upload.stage === undefined) throw notNeeded(upload);
  const to = resumed(keptOf(upload), false);
  const at = now.toISOString();
  if (!(await deps.move(upload, to, at, uploadEntry('upload.resumed', to, at)))) throw notNeeded(upload);
  return stateOf({ ...upload, ...to, movedAt: at }, undefined, now);
};
