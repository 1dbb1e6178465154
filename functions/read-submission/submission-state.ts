import type { Manifest } from '../../events/manifest.ts';
import {
  isAtWork,
  type MovingUpload,
  type SubmissionState,
  type UploadCopies,
  type UploadProgress,
} from '../../events/upload.ts';
import { copiesOf, markedOf } from '../run-upload/copies.ts';

/** Work that has not moved for so long is nobody's any more. */
export const stuckMs = 2 * 60_000;

/**
 * How much of the time from its first byte to its audit a file spends in each stage, roughly: measured with 50,000 rows
 * on one machine. Only for the estimate.
 */
const weights = { reading: 0.04, judging: 0.12, counting: 0.14, recording: 0.7 } as const;
const stages = ['reading', 'judging', 'counting', 'recording'] as const;

/** The part of a stage that is done, 0 to 1. */
const partDone = (upload: MovingUpload): number => {
  const { state, done, size, slices, slicesDone, rows } = upload;
  const of = (part: number, whole: number | undefined) => (whole ? Math.min(1, part / whole) : 0);
  if (state === 'reading') return of(done, size);
  if (state === 'judging') return of(slicesDone, slices);
  return of(done, rows);
};

const secondsLeft = (upload: MovingUpload, now: Date): number | null => {
  const at = (stages as readonly string[]).indexOf(upload.state);
  if (at === -1 || upload.startedAt === undefined) return null;
  const before = stages.slice(0, at).reduce((sum, stage) => sum + weights[stage], 0);
  const whole = before + weights[stages[at]!] * partDone(upload);
  const elapsed = (now.getTime() - Date.parse(upload.startedAt)) / 1_000;
  // Of the first instants nothing can be told.
  return whole < 0.02 ? null : Math.ceil((elapsed * (1 - whole)) / whole);
};

export const isStuck = (upload: MovingUpload, now: Date): boolean =>
  isAtWork(upload) && now.getTime() - Date.parse(upload.movedAt) > stuckMs;

/** Copies as they are now: when their days are over they are nobody's to fetch, whenever they are removed. */
export const copiesAt = (copies: UploadCopies, now: Date): UploadCopies =>
  copies.until !== null && Date.parse(copies.until) <= now.getTime()
    ? { ...copies, state: 'gone', made: [], notes: [] }
    : copies;

const progressOf = (upload: MovingUpload, now: Date): UploadProgress => {
  const { name, size, sha256, state, stage = null, rows, slices = 0, done, faults, faultsTotal, warnings } = upload;
  const isPast = (other: (typeof stages)[number]) =>
    state === 'audited' || stages.indexOf(stage ?? 'reading') > stages.indexOf(other);
  const during = (other: (typeof stages)[number], total: number) =>
    isPast(other) ? total : stage === other ? Math.min(done, total) : 0;
  return {
    ...{ name, size, sha256, stage },
    bytes: { done: during('reading', size), total: size },
    slices: { done: upload.slicesDone, total: slices },
    rows: rows ?? upload.rowsJudged,
    recorded: { done: state === 'audited' ? (rows ?? 0) : during('recording', rows ?? 0), total: rows ?? 0 },
    startedAt: upload.startedAt ?? null,
    updatedAt: upload.movedAt,
    secondsLeft: secondsLeft(upload, now),
    attempts: upload.run,
    stuck: isStuck(upload, now),
    ...{ faults: [...faults], faultsTotal, warnings: [...warnings] },
    copies: upload.copies === undefined ? null : copiesAt(upload.copies, now),
  };
};

/** A submission of a file as the enterprise sees it that sent it, from its first byte on. */
export const stateOf = (upload: MovingUpload, manifest: Manifest | undefined, now: Date): SubmissionState => {
  const { id, state, chain, region, sector, createdAt } = upload;
  // The audit is written before the upload hears of it.
  const isAudited = manifest?.view.status === 'audited';
  const copies = upload.copies ?? (isAudited ? copiesOf(upload, markedOf(manifest.view.counts)) : undefined);
  const known = isAudited ? { ...upload, state: 'audited' as const, ...(copies && { copies }) } : upload;
  const progress = progressOf(known, now);
  if (manifest !== undefined) return { ...manifest.view, status: isAudited ? 'audited' : state, upload: progress };
  return { id, status: state, ...chain, region, sector, nil: false, receivedAt: createdAt, upload: progress };
};
