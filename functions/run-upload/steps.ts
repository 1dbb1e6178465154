import { isAtWork, type MovingUpload, type UploadState } from '../../events/upload.ts';
import { countUpload } from './count-upload.ts';
import type { Alive, CountDeps, JudgeDeps, MoveDeps, PrepareDeps, RecordUploadDeps } from './deps.ts';
import { failUpload, goOn, Superseded } from './ends.ts';
import { judgeUploadSlice } from './judge-upload-slice.ts';
import { prepareUpload } from './prepare-upload.ts';
import { recordUpload } from './record-upload.ts';
import { type RunDeps, takeUp } from './run-upload.ts';

// The stages as a state machine calls them, one after the other, each in a process of its own. What one of them answers
// decides which comes next: an upload that went on without it is nobody's business any more.

/** Which upload, and under which number it is worked on. */
export type Work = { readonly upload: string; readonly run: number };
/** Some slices of it: what one process judges. */
export type Slices = Work & { readonly slices: readonly number[] };

type At = UploadState | 'superseded';
export type Prepared = Slices & { readonly state: At; readonly items: readonly Slices[] };

type StepDeps = MoveDeps & { readonly alive: Alive };

const atWork = async ({ upload: id, run }: Work, deps: MoveDeps): Promise<MovingUpload | undefined> => {
  const upload = await deps.upload(id);
  return upload !== undefined && upload.run === run && isAtWork(upload) ? upload : undefined;
};

/** Does one stage where the upload is at it, and says where it stands then. */
const stage = async (
  work: Work,
  state: UploadState,
  deps: StepDeps,
  go: (upload: MovingUpload) => Promise<void>,
): Promise<At> => {
  const upload = await atWork(work, deps);
  if (upload?.state === state) {
    const stopped = await deps
      .alive(upload, () => go(upload))
      .then(
        () => false,
        (error: unknown) => {
          if (error instanceof Superseded) return true;
          throw error;
        },
      );
    if (stopped) return 'superseded';
  }
  return (await atWork(work, deps))?.state ?? 'superseded';
};

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

/** All slices are judged: puts them together, and begins to record. */
export const countStep = async (work: Work, deps: CountDeps & StepDeps): Promise<{ readonly state: At }> => {
  await stage(work, 'judging', deps, (upload) => {
    if (upload.slicesDone < (upload.slices ?? 0)) throw new Error(`upload ${upload.id} has slices that nobody judged`);
    return goOn(upload, { state: 'counting', stage: 'counting' }, deps);
  });
  return { state: await stage(work, 'counting', deps, (upload) => countUpload(upload, deps)) };
};

export const recordStep = async (work: Work, deps: RecordUploadDeps & StepDeps): Promise<{ readonly state: At }> => ({
  state: await stage(work, 'recording', deps, (upload) => recordUpload(upload, deps)),
});

/** A stage has failed as often as it is tried. */
export const failStep = async (work: Work, deps: MoveDeps): Promise<void> => {
  const upload = await atWork(work, deps);
  if (upload !== undefined) await failUpload(upload, deps);
};
