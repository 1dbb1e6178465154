import { countUpload } from './count-upload.ts';
import type { CountDeps } from './deps.ts';
import { goOn } from './ends.ts';
import { type At, type StepDeps, stage, type Work } from './step.ts';

/** All slices are judged: puts them together, and begins to record. */
export const countStep = async (work: Work, deps: CountDeps & StepDeps): Promise<{ readonly state: At }> => {
  await stage(work, 'judging', deps, (upload) => {
    if (upload.slicesDone < (upload.slices ?? 0)) throw new Error(`upload ${upload.id} has slices that nobody judged`);
    return goOn(upload, { state: 'counting', stage: 'counting' }, deps);
  });
  return { state: await stage(work, 'counting', deps, (upload) => countUpload(upload, deps)) };
};
