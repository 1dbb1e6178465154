import { isUnfinished, keptOf, type MovingUpload, type Upload } from '../../events/upload.ts';
import { stuckMs } from '../read-submission/submission-state.ts';
import { resumed } from '../resume-upload/resume-upload.ts';
import type { MoveDeps } from '../run-upload/deps.ts';
import { failUpload, Superseded } from '../run-upload/ends.ts';
import { uploadEntry } from '../run-upload/entry.ts';

export type WatchDeps = MoveDeps & {
  /** Those waiting or at work that have not moved since before an instant. */
  readonly unmovedBefore: (before: string) => Promise<readonly MovingUpload[]>;
  /** Those that ended before an instant and whose file is still there. */
  readonly keptBefore: (before: string) => Promise<readonly MovingUpload[]>;
  /** Bytes of the file; undefined while nobody has put it. */
  readonly size: (id: string) => Promise<number | undefined>;
  /** Removes the file and all that was made of it. */
  readonly clear: (upload: Upload) => Promise<void>;
  /** Days for which copies are there. */
  readonly copyDays: number;
  /** Its file is gone. */
  readonly forget: (id: string) => Promise<void>;
};

const dayMs = 24 * 60 * 60 * 1_000;
/** An announced file that has not come by then will not. */
const waitingMs = dayMs;
/** As long as work that failed can be resumed. */
const keptMs = 7 * dayMs;

/** Work goes on at another number: whoever hears the entry begins. Once by itself; then it has failed. */
const goOnOrFail = async (upload: MovingUpload, deps: WatchDeps): Promise<void> => {
  if (upload.resumedByItself) return failUpload(upload, deps);
  const at = deps.now().toISOString();
  const to = resumed(keptOf(upload), true);
  await deps.move(upload, to, at, uploadEntry('upload.resumed', to, at));
};

/** Nobody was woken when the bytes came, or they never did. */
const lookFor = async (upload: MovingUpload, deps: WatchDeps): Promise<void> => {
  const now = deps.now();
  const at = now.toISOString();
  const came = (await deps.size(upload.id)) !== undefined;
  if (came) {
    const started = { stage: 'reading', startedAt: at, stageAt: at } as const;
    const to = resumed({ ...keptOf(upload), ...started }, true);
    await deps.move(upload, to, at, uploadEntry('upload.resumed', to, at));
  } else if (now.getTime() - Date.parse(upload.linkUntil) > waitingMs) {
    const to: Upload = { ...keptOf(upload), state: 'cancelled' };
    await deps.move(upload, to, at, uploadEntry('submission.cancelled', to, at));
  }
};

/**
 * Each minute: work that has not moved for two minutes goes on once by itself, then has failed; what came unheard is
 * taken up; copies whose days are over, and files of what ended a week ago, are removed. One that throws holds up no other; throws at the end.
 */
export const watchUploads = async (deps: WatchDeps, unmovedMs = stuckMs): Promise<void> => {
  const failures: unknown[] = [];
  const before = (ms: number) => new Date(deps.now().getTime() - ms).toISOString();
  const attempt = (work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => {
      if (!(error instanceof Superseded)) failures.push(error);
    });
  for (const upload of await deps.unmovedBefore(before(unmovedMs))) {
    await attempt(isUnfinished(upload) ? goOnOrFail(upload, deps) : lookFor(upload, deps));
  }
  const now = deps.now().toISOString();
  for (const upload of await deps.keptBefore(before(Math.min(keptMs, deps.copyDays * dayMs)))) {
    const { copies, movedAt } = upload;
    const isOver = copies?.state === 'made' ? copies.until! <= now : movedAt < before(keptMs);
    if (isOver) await attempt(deps.clear(upload).then(() => deps.forget(upload.id)));
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} uploads could not be seen to`);
};
