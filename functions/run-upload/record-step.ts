import type { RecordUploadDeps } from './deps.ts';
import { recordUpload } from './record-upload.ts';
import { type At, type StepDeps, stage, type Work } from './step.ts';

export const recordStep = async (work: Work, deps: RecordUploadDeps & StepDeps): Promise<{ readonly state: At }> => ({
  state: await stage(work, 'recording', deps, (upload) => recordUpload(upload, deps)),
});
