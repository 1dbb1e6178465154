import { hasCopiesDue, isUnfinished, type MovingUpload, type Upload } from '../../events/upload.ts';
import { copyUpload } from './copy-upload.ts';
import { countUpload } from './count-upload.ts';
import type { Alive, CopyDeps, CountDeps, JudgeDeps, PrepareDeps, RecordUploadDeps } from './deps.ts';
import { failUpload, goOn, Superseded } from './ends.ts';
import { judgeUploadSlice } from './judge-upload-slice.ts';
import { prepareUpload } from './prepare-upload.ts';
import { recordUpload } from './record-upload.ts';
import type { Slices } from './step.ts';

export type RunDeps = PrepareDeps &
  JudgeDeps &
  CountDeps &
  RecordUploadDeps &
  CopyDeps & {
    /** Slices that are judged already, by number. */
    readonly judgedSlices: (id: string) => Promise<ReadonlySet<number>>;
    /** Others who judge slices at the same time, each one after the other. */
    readonly judgeBeside: readonly ((work: Slices) => Promise<void>)[];
    readonly alive: Alive;
    /** Bytes of the file; undefined while nobody has put it. */
    readonly size: (id: string) => Promise<number | undefined>;
    /** Removes the file and all that was made of it. */
    readonly clear: (upload: Upload) => Promise<void>;
    readonly failed: (id: string, error: unknown) => void;
  };

/** Fewer are judged before anybody else is awake. */
const manySlices = 6;

const judgeSlices = async (upload: MovingUpload, deps: RunDeps): Promise<void> => {
  const done = await deps.judgedSlices(upload.id);
  const open = Array.from({ length: upload.slices ?? 0 }, (_, slice) => slice).filter((slice) => !done.has(slice));
  const isLong = open.length >= manySlices;
  const waiting = open.values();
  const lane = async (judge: (slice: number) => Promise<void>): Promise<void> => {
    try {
      for (const slice of waiting) await judge(slice);
    } catch (error) {
      // Nobody begins another slice: all of them are over before the stage is begun anew.
      for (const _ of waiting);
      throw error;
    }
  };
  const { id, run } = upload;
  const ended = await Promise.allSettled([
    lane((slice) => judgeUploadSlice(upload, slice, deps)),
    ...(isLong ? deps.judgeBeside : []).map((judge) => lane((slice) => judge({ upload: id, run, slices: [slice] }))),
  ]);
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  // Who judges beside us says nothing where the upload has gone on without.
  const judged = await deps.judgedSlices(upload.id);
  if (open.some((slice) => !judged.has(slice))) throw new Superseded(upload.id);
  await goOn(upload, { state: 'counting', stage: 'counting' }, deps);
};

const workOn = (upload: MovingUpload, deps: RunDeps): Promise<void> => {
  if (hasCopiesDue(upload)) return copyUpload(upload, deps);
  if (upload.state === 'reading') return prepareUpload(upload, deps);
  if (upload.state === 'judging') return judgeSlices(upload, deps);
  if (upload.state === 'counting') return countUpload(upload, deps);
  return recordUpload(upload, deps);
};

/** What is done when work has thrown: once it is begun anew at the same stage, then it has failed. */
const afterError = async ({ id, run }: MovingUpload, error: unknown, deps: RunDeps): Promise<void> => {
  if (error instanceof Superseded) throw error;
  deps.failed(id, error);
  const upload = await deps.upload(id);
  if (upload === undefined || upload.run !== run || !isUnfinished(upload)) throw new Superseded(id);
  if (upload.resumedByItself) await failUpload(upload, deps);
  else await goOn(upload, { run: upload.run + 1, resumedByItself: true }, deps);
};

/**
 * Works on an upload on one machine, stage after stage, until it ends. Resumes wherever work on it stopped; of two who
 * work on one, the older one stops. Throws nothing that comes of the work itself.
 */
export const runUpload = async (id: string, deps: RunDeps): Promise<void> => {
  let run = (await deps.upload(id))?.run;
  try {
    for (;;) {
      const upload = await deps.upload(id);
      if (upload === undefined || upload.run !== run || !isUnfinished(upload)) break;
      const stopped = await deps
        .alive(upload, () => workOn(upload, deps))
        .then(
          () => false,
          (error: unknown) => afterError(upload, error, deps).then(() => true),
        );
      if (stopped) run = upload.run + 1;
    }
  } catch (error) {
    if (!(error instanceof Superseded)) throw error;
  }
  const ended = await deps.upload(id);
  // What was made of it after it was cancelled.
  if (ended?.state === 'cancelled') await deps.clear(ended);
};
