import type { JudgeDeps } from './deps.ts';
import { Superseded } from './ends.ts';
import { judgeUploadSlice } from './judge-upload-slice.ts';
import { atWork, type Slices, type StepDeps } from './step.ts';

/** Judges some slices; many of these run side by side. */
export const judgeStep = async ({ slices, ...work }: Slices, deps: JudgeDeps & StepDeps): Promise<void> => {
  for (const slice of slices) {
    const upload = await atWork(work, deps);
    if (upload?.state !== 'judging') return;
    await judgeUploadSlice(upload, slice, deps).catch((error: unknown) => {
      if (!(error instanceof Superseded)) throw error;
    });
  }
};
