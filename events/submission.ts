import * as z from 'zod';
import { expectations } from './expectations.ts';
import { Fault, Text } from './fault.ts';
import { Finding } from './finding.ts';
import { CivilDate } from './registry.ts';

export const Mode = z.enum(['events', 'roster']);
export type Mode = z.infer<typeof Mode>;

export const maxRecords = 1_000;

/** So many faults of a submission are described and kept; beyond them they are counted. */
export const maxFaultsKept = 10_000;

/** First and last civil day (+08:00) that the records speak about, both included. */
export const Period = z
  .strictObject({ from: CivilDate, to: CivilDate })
  .refine(({ from, to }) => from <= to, {
    error: 'period.from must not be after period.to',
    path: ['to'],
    params: {
      code: 'BACKWARDS_DATES',
      cause: { zh: '截止日早于起始日。', en: 'It ends before it begins.' },
      fix: { zh: '改正起止日期。', en: 'Correct the dates.' },
    },
  })
  .register(expectations, {
    zh: '起止日期，均含在内，如 {"from": "2023-01-01", "to": "2023-12-31"}',
    en: 'first and last day, both included, such as {"from": "2023-01-01", "to": "2023-12-31"}',
  });
export type Period = z.infer<typeof Period>;

/** Natural keys, each once: a key named twice is a slip that its sender should see, not one to be passed over. */
const Withdraws = z
  .array(
    // A `#` begins the ids of periods, which are ours: nobody takes those back.
    z
      .string()
      .min(1)
      .regex(/^(?!#)/)
      .max(128)
      .register(expectations, {
        zh: '1 至 128 个字符的记录编号，每条一次',
        en: 'the id of a record, 1 to 128 characters, each once',
      }),
  )
  .max(maxRecords)
  .superRefine((keys, { addIssue }) => {
    const first = new Map<string, number>();
    for (const [n, key] of keys.entries()) {
      const other = first.get(key);
      if (other === undefined) first.set(key, n);
      else {
        addIssue({
          code: 'custom',
          path: [n],
          params: {
            code: 'DUPLICATE_WITHDRAWAL',
            cause: {
              zh: `第 ${other + 1} 项与第 ${n + 1} 项是同一记录（/withdraws/${other}、/withdraws/${n}）。`,
              en: `Entries ${other + 1} and ${n + 1} name the same record (/withdraws/${other}, /withdraws/${n}).`,
            },
            fix: { zh: '每条记录只写一次。', en: 'Name each record once.' },
          },
        });
      }
    }
  })
  .meta({ uniqueItems: true });

/** What an enterprise sends: one branch, one kind, one period, any number of records. */
export const Submission = z.strictObject({
  recordKind: z.string(),
  branchId: z.string(),
  period: Period,
  /** `events` upserts by natural key and never removes; `roster` replaces the branch's part, of counted kinds only. */
  mode: Mode.default('events'),
  /** Reports that there is nothing for the period; then `records` is empty. */
  nil: z.boolean().optional(),
  /** Natural keys of records reported earlier that should never have been. */
  withdraws: Withdraws.optional(),
  /** Each is read against its kind's contract, row by row: see events/contract.ts. */
  records: z.array(z.unknown()),
});
export type Submission = z.infer<typeof Submission>;

export const Release = z.strictObject({ name: z.string(), digest: z.string() });
export type Release = z.infer<typeof Release>;

/** Records by their worst verdict, whatever was found of their periods; `faults` counts the records that could not be judged. */
export const Counts = z.strictObject({
  records: z.number().int(),
  faults: z.number().int(),
  compliant: z.number().int(),
  violation: z.number().int(),
  undetermined: z.number().int(),
  notApplicable: z.number().int(),
});
export type Counts = z.infer<typeof Counts>;

export const SubmissionStatus = z.enum(['recording', 'audited']);
export type SubmissionStatus = z.infer<typeof SubmissionStatus>;

/** A thing read in a way that its sender should know of, e.g. a datetime without offset. */
export const Warning = z.strictObject({
  code: z.string(),
  row: z.number().int().optional(),
  /** Only of a file: as of a fault. */
  line: z.number().int().optional(),
  column: z.string().optional(),
  pointer: z.string().optional(),
  message: Text,
});
export type Warning = z.infer<typeof Warning>;

/** A submission as its sender and the regulator see it. */
export const SubmissionView = z.strictObject({
  id: z.string(),
  status: SubmissionStatus,
  recordKind: z.string(),
  enterprise: z.string(),
  branchId: z.string(),
  region: z.string(),
  sector: z.string(),
  period: Period,
  mode: Mode,
  nil: z.boolean(),
  supersedes: z.string().optional(),
  receivedAt: z.iso.datetime(),
  release: Release,
  counts: Counts,
});
export type SubmissionView = z.infer<typeof SubmissionView>;

/** The answer to a submission: the audit and the first 200 findings, worst first, faults and warnings. */
export const Audit = SubmissionView.extend({
  dryRun: z.boolean().optional(),
  findings: z.array(Finding),
  findingsTotal: z.number().int(),
  next: z.string().nullable(),
  /** The first 200, by row. */
  faults: z.array(Fault),
  /** All there are; `counts.faults` counts the records that have one. */
  faultsTotal: z.number().int(),
  warnings: z.array(Warning),
  warningsTotal: z.number().int(),
});
export type Audit = z.infer<typeof Audit>;
