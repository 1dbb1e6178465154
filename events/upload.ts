import * as z from 'zod';
import { expectations } from './expectations.ts';
import { Fault } from './fault.ts';
import type { Chain } from './manifest.ts';
import { Mode, Period, SubmissionView, Warning } from './submission.ts';

/** Bytes of a file, unless a deployment allows others. */
export const maxUploadBytes = 2 * 1024 * 1024 * 1024;

/** What is done with a file, in this order. */
export const UploadStage = z.enum(['reading', 'judging', 'counting', 'recording']);
export type UploadStage = z.infer<typeof UploadStage>;

/** `waiting` for its bytes, then the stages; the last four end it, though work on a `failed` one can be resumed. */
export const UploadState = z.enum([
  'waiting',
  ...UploadStage.options,
  ...(['audited', 'refused', 'failed', 'cancelled'] as const),
]);
export type UploadState = z.infer<typeof UploadState>;

/** A file that an enterprise is about to send: one branch, one kind, one period. */
export const UploadRequest = z.strictObject({
  /** Shown as text and never used as a path. */
  name: z
    .string()
    .min(1)
    .max(255)
    .regex(/^\P{Cc}+$/u)
    .register(expectations, {
      zh: '1 至 255 个字符的文件名，不含控制字符',
      en: 'a file name of 1 to 255 characters, none of them a control character',
    }),
  /** Bytes: another length is refused when it is sent. */
  size: z.int().min(1),
  /** Of the bytes, in hexadecimal: others are refused when they are sent. */
  sha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/)
    .register(expectations, { zh: '64 位十六进制的 SHA-256', en: 'a SHA-256 of 64 hexadecimal digits' }),
  recordKind: z.string(),
  branchId: z.string(),
  period: Period,
  mode: Mode.default('events'),
});
export type UploadRequest = z.infer<typeof UploadRequest>;

/** Where to send the bytes, and with which headers; nothing to send where the file is there already. */
export const CreatedUpload = z.strictObject({
  /** Of the submission that the file becomes. */
  id: z.string(),
  state: UploadState,
  /** PUT the bytes here, with these headers and no other authorization. */
  url: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  expiresAt: z.iso.datetime().optional(),
});
export type CreatedUpload = z.infer<typeof CreatedUpload>;

/** What comes back of an uploaded table: all of it with what was found beside its rows, and only the rows to correct. */
export const CopyName = z.enum(['annotated', 'to-fix']);
export type CopyName = z.infer<typeof CopyName>;

/** Days for which copies are there, unless a deployment chooses others: they hold personal values as they were sent. */
export const defaultCopyDays = 7;

export const UploadCopies = z.strictObject({
  /** `due` while they are made; `none` where there is nothing to mark or `faults` say why not; `failed` can be resumed. */
  state: z.enum(['due', 'made', 'none', 'failed', 'gone']),
  /** At /v1/submissions/{id}/copies/{copy}. */
  made: z.array(
    z.strictObject({
      copy: CopyName,
      /** As it is offered to be saved. */
      name: z.string(),
      bytes: z.int(),
      /** Rows with a reason. */
      rows: z.int(),
    }),
  ),
  /** Until then they are there. */
  until: z.iso.datetime().nullable(),
  /** What a copy had no room for. */
  notes: z.array(Warning.pick({ code: true, message: true }).extend({ copy: CopyName })),
  /** Why a copy was not made. */
  faults: z.array(Fault),
});
export type UploadCopies = z.infer<typeof UploadCopies>;

const Done = z.strictObject({ done: z.int(), total: z.int() });

/** How far a file has come. */
export const UploadProgress = z.strictObject({
  name: z.string(),
  size: z.int(),
  sha256: z.string(),
  /** The stage it is in, or was in when it ended. */
  stage: UploadStage.nullable(),
  bytes: Done,
  slices: Done,
  /** Rows read so far. */
  rows: z.int(),
  /** Rows recorded so far. */
  recorded: Done,
  startedAt: z.iso.datetime().nullable(),
  /** When it last moved. */
  updatedAt: z.iso.datetime(),
  /** Until it ends, as far as can be told. */
  secondsLeft: z.int().nullable(),
  /** How often work was begun. */
  attempts: z.int(),
  /** Nothing has moved for two minutes: it is resumed by itself once, and by POST /v1/uploads/{id}/resume. */
  stuck: z.boolean(),
  /** Why it was refused or has failed: the first of them; those of rows at /v1/submissions/{id}/faults. */
  faults: z.array(Fault),
  faultsTotal: z.int(),
  warnings: z.array(Warning),
  /** What comes back of the file; null until it is judged, and where it was refused as a whole. */
  copies: UploadCopies.nullable(),
});
export type UploadProgress = z.infer<typeof UploadProgress>;

/** A submission as it stands, also while its file is on the way: then nothing is known yet of what was found. */
export const SubmissionState = SubmissionView.extend({
  status: UploadState,
  release: SubmissionView.shape.release.optional(),
  counts: SubmissionView.shape.counts.optional(),
  /** Only of files, and only for the enterprise that sent it. */
  upload: UploadProgress.optional(),
});
export type SubmissionState = z.infer<typeof SubmissionState>;

/** An upload as it is kept. */
export type Upload = {
  readonly id: string;
  readonly state: UploadState;
  /** Work begun anew has the next number: whoever still works under an older one finds nothing to write any more. */
  readonly run: number;
  /** Long numbers in it masked. */
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly chain: Chain;
  readonly region: string;
  readonly sector: string;
  readonly countingGroup: string;
  readonly createdAt: string;
  /** The link to send the bytes by is good until then. */
  readonly linkUntil: string;
  readonly startedAt?: string;
  readonly stage?: UploadStage;
  readonly stageAt?: string;
  /** Whether the watch has begun work anew by itself since a person last did. */
  readonly resumedByItself: boolean;
  readonly slices?: number;
  /** Whether it has rows and columns; known once it is read. */
  readonly isTable?: boolean;
  readonly rows?: number;
  readonly faults: readonly Fault[];
  readonly faultsTotal: number;
  readonly warnings: readonly Warning[];
  readonly copies?: UploadCopies;
};

/** The same with what moves all the time. */
export type MovingUpload = Upload & {
  readonly movedAt: string;
  /** Bytes read while `reading`, rows recorded while `recording`. */
  readonly done: number;
  readonly slicesDone: number;
  readonly rowsJudged: number;
};

export const isAtWork = ({ state }: Pick<Upload, 'state'>): boolean => UploadStage.safeParse(state).success;

/** Its audit stands, or it was refused, and what comes back of it is still to be made. */
export const hasCopiesDue = ({ copies }: Pick<Upload, 'copies'>): boolean => copies?.state === 'due';

export const isUnfinished = (upload: Pick<Upload, 'state' | 'copies'>): boolean =>
  isAtWork(upload) || hasCopiesDue(upload);

/** What of a moving upload is kept as it stands. */
export const keptOf = ({ movedAt: _, done: __, slicesDone: ___, rowsJudged: ____, ...kept }: MovingUpload): Upload =>
  kept;
