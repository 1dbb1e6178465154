import type { PrepareDeps } from './deps.ts';
import { prepareUpload } from './prepare-upload.ts';
import type { RunDeps } from './run-upload.ts';
import { type At, atWork, type Slices, type StepDeps, stage, type Work } from './step.ts';
import { takeUp } from './take-up.ts';

export type Prepared = Slices & { readonly state: At; readonly items: readonly Slices[] };

/** Begins: takes the upload up where its bytes have come, reads its file, and says which slices are to be judged. */
export const prepareStep = async (
  work: Work,
  hasJustCome: boolean,
  deps: PrepareDeps & StepDeps & Pick<RunDeps, 'size' | 'clear' | 'judgedSlices'>,
): Promise<Prepared> => {
  if (hasJustCome) await takeUp(work.upload, deps);
  const state = await stage(work, 'reading', deps, (upload) => prepareUpload(upload, deps));
  const upload = state === 'judging' ? await atWork(work, deps) : undefined;
  const done = upload && (await deps.judgedSlices(upload.id));
  const slices = Array.from({ length: upload?.slices ?? 0 }, (_, n) => n).filter((n) => !done?.has(n));
  return { ...work, state, slices, items: slices.map((slice) => ({ ...work, slices: [slice] })) };
};
