import { hasCopiesDue, isUnfinished, type MovingUpload, type UploadState } from '../../events/upload.ts';
import type { Alive, MoveDeps } from './deps.ts';
import { Superseded } from './ends.ts';

// The stages as a state machine calls them, one after the other, each in a process of its own. What one of them answers
// decides which comes next: an upload that went on without it is nobody's business any more.

/** Which upload, and under which number it is worked on. */
export type Work = { readonly upload: string; readonly run: number };
/** Some slices of it: what one process judges. */
export type Slices = Work & { readonly slices: readonly number[] };

/** `copying`: it has ended, and what comes back of it is to be made. */
export type At = UploadState | 'copying' | 'superseded';
export type StepDeps = MoveDeps & { readonly alive: Alive };

export const atWork = async ({ upload: id, run }: Work, deps: MoveDeps): Promise<MovingUpload | undefined> => {
  const upload = await deps.upload(id);
  return upload !== undefined && upload.run === run && isUnfinished(upload) ? upload : undefined;
};

const at = (upload: MovingUpload): At => (hasCopiesDue(upload) ? 'copying' : upload.state);

/** Does one stage where the upload is at it, and says where it stands then. */
export const stage = async (
  work: Work,
  state: At,
  deps: StepDeps,
  go: (upload: MovingUpload) => Promise<void>,
): Promise<At> => {
  const upload = await atWork(work, deps);
  if (upload !== undefined && at(upload) === state) {
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
  const left = await atWork(work, deps);
  return left === undefined ? 'superseded' : at(left);
};
