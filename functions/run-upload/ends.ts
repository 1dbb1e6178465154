import type { Fault } from '../../events/fault.ts';
import { hasCopiesDue, keptOf, type MovingUpload, type Upload, type UploadCopies } from '../../events/upload.ts';
import { copiesFailed } from './copies.ts';
import type { MoveDeps } from './deps.ts';
import { uploadEntry } from './entry.ts';

/** The upload was cancelled, or somebody else works on it: whoever hears this stops, and nothing is wrong. */
export class Superseded extends Error {
  readonly code = 'SUPERSEDED';
  constructor(id: string) {
    super(`upload ${id} has gone on without this work`);
  }
}

/** So many faults stand in the answer about the file itself; those of its rows are read page by page. */
const maxShown = 50;

const must = async (id: string, moved: Promise<boolean>): Promise<void> => {
  if (!(await moved)) throw new Superseded(id);
};

/** Takes an upload to its next state; throws Superseded where it has gone on meanwhile. */
export const goOn = async (from: MovingUpload, change: Partial<Upload>, deps: MoveDeps): Promise<void> => {
  const at = deps.now().toISOString();
  const to = { ...keptOf(from), stageAt: at, ...change };
  await must(from.id, deps.move(from, to, at));
};

/** Says how far a stage has come; throws Superseded. */
export const tellProgress = (upload: Upload, deps: MoveDeps, everyMs: number) => {
  let last = 0;
  return async (done: number): Promise<void> => {
    const now = deps.now();
    if (now.getTime() - last < everyMs) return;
    last = now.getTime();
    await must(upload.id, deps.progress(upload, done, now.toISOString()));
  };
};

/** Nothing of the file is recorded, and its sender is told why. */
export const refuseFile = async (
  from: MovingUpload,
  faults: readonly Fault[],
  faultsTotal: number,
  deps: MoveDeps,
  copies?: UploadCopies,
): Promise<void> => {
  const at = deps.now().toISOString();
  const shown = faults.slice(0, maxShown);
  const to: Upload = { ...keptOf(from), state: 'refused', faults: shown, faultsTotal, ...(copies && { copies }) };
  await must(from.id, deps.move(from, to, at, uploadEntry('submission.refused', to, at)));
};

const workFailed: Fault = {
  code: 'WORK_FAILED',
  cause: { zh: '处理因服务内部错误而中止，已记录。', en: 'The service failed at its work and has noted it.' },
  fix: {
    zh: '稍后以 POST /v1/uploads/{id}/resume 恢复；再次失败请联系管理者。',
    en: 'Resume it later by POST /v1/uploads/{id}/resume; if it fails again, tell whoever runs the service.',
  },
};

/** Work on it has stopped for a reason of ours; it can be resumed. An audit stands, whatever becomes of the copies. */
export const failUpload = async (from: MovingUpload, deps: MoveDeps): Promise<void> => {
  if (hasCopiesDue(from)) return goOn(from, { copies: copiesFailed }, deps);
  const at = deps.now().toISOString();
  const to: Upload = { ...keptOf(from), state: 'failed', faults: [workFailed], faultsTotal: 1 };
  await must(from.id, deps.move(from, to, at, uploadEntry('submission.failed', to, at)));
};
