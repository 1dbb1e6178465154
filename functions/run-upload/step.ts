import { isAtWork, type MovingUpload, type UploadState } from '../../events/upload.ts';
import type { Alive, MoveDeps } from './deps.ts';
import { Superseded } from './ends.ts';

// The stages as a state machine calls them, one after the other, each in a process of its own. What one of them answers
// decides which comes next: an upload that went on without it is nobody's business any more.

/** Which upload, and under which number it is worked on. */
export type Work = { readonly upload: string; readonly run: number };
/** Some slices of it: what one process judges. */
export type Slices = Work & { readonly slices: readonly number[] };

export type At = UploadState | 'superseded';
export type StepDeps = MoveDeps & { readonly alive: Alive };

export const atWork = async ({ upload: id, run }: Work, deps: MoveDeps): Promise<MovingUpload | undefined> => {
  const upload = await deps.upload(id);
  return upload !== undefined && upload.run === run && isAtWork(upload) ? upload : undefined;
};

/** Does one stage where the upload is at it, and says where it stands then. */
export const stage = async (
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
