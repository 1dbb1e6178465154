import type { Manifest } from '../../events/manifest.ts';
import { maySee, type Principal } from '../../events/principal.ts';
import { notFound } from '../../events/problem.ts';
import type { MovingUpload, SubmissionState } from '../../events/upload.ts';
import { stateOf } from './submission-state.ts';

export type ReadStateDeps = {
  readonly manifest: (id: string) => Promise<Manifest | undefined>;
  readonly upload: (id: string) => Promise<MovingUpload | undefined>;
  readonly now: () => Date;
  readonly pause: (ms: number) => Promise<void>;
};

const everyMs = 500;

/** A file is its sender's own affair until it is recorded; so is the file's name for ever. */
const isSenders = ({ role, enterprise }: Principal): boolean => role !== 'regulator' && enterprise !== undefined;

/** The upload, if it is the caller's to see; throws Problem NOT_FOUND otherwise, whether or not it exists. */
export const readUpload = async (
  id: string,
  principal: Principal,
  upload: ReadStateDeps['upload'],
): Promise<MovingUpload> => {
  const found = await upload(id);
  const isOurs = found !== undefined && isSenders(principal) && maySee(principal, { ...found, ...found.chain });
  if (!isOurs) throw notFound({ zh: '报送', en: 'submission' });
  return found;
};

const readOnce = async (id: string, principal: Principal, deps: ReadStateDeps): Promise<SubmissionState> => {
  const [manifest, upload] = await Promise.all([deps.manifest(id), deps.upload(id)]);
  const whose = manifest?.view ?? (upload && { ...upload, ...upload.chain });
  const mayRead = whose !== undefined && maySee(principal, whose) && (manifest !== undefined || isSenders(principal));
  if (!mayRead) throw notFound({ zh: '报送', en: 'submission' });
  return upload !== undefined && isSenders(principal) ? stateOf(upload, manifest, deps.now()) : manifest!.view;
};

const isMoving = ({ status, upload }: SubmissionState): boolean =>
  ['waiting', 'reading', 'judging', 'counting', 'recording'].includes(status) || upload?.copies?.state === 'due';

/** What a change of is worth an answer; the estimate changes all the time. */
const countedOf = ({ status, upload }: SubmissionState): string =>
  JSON.stringify([
    ...[status, upload?.stage, upload?.bytes, upload?.slices, upload?.rows, upload?.recorded, upload?.copies?.state],
    ...[upload?.attempts, upload?.stuck],
  ]);

/**
 * How a submission stands. While it is on the way, or its copies are, waits up to `seconds` until its stage or a count of it changes.
 * Throws Problem NOT_FOUND where it is not the caller's to see, whether or not it exists.
 */
export const readState = async (
  id: string,
  principal: Principal,
  seconds: number,
  deps: ReadStateDeps,
): Promise<SubmissionState> => {
  const until = deps.now().getTime() + seconds * 1_000;
  const first = await readOnce(id, principal, deps);
  let state = first;
  while (isMoving(state) && countedOf(state) === countedOf(first) && deps.now().getTime() + everyMs <= until) {
    await deps.pause(everyMs);
    state = await readOnce(id, principal, deps);
  }
  return state;
};
