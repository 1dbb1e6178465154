import { copyUpload } from './copy-upload.ts';
import type { CopyDeps } from './deps.ts';
import { type At, type StepDeps, stage, type Work } from './step.ts';

/** The audit stands, or it was refused: what comes back is made. */
export const copyStep = async (work: Work, deps: CopyDeps & StepDeps): Promise<{ readonly state: At }> => ({
  state: await stage(work, 'copying', deps, (upload) => copyUpload(upload, deps)),
});
