import * as z from 'zod';

const ChangeCount = z.strictObject({ appears: z.int(), disappears: z.int(), changes: z.int() });
const ChangeCounts = z.record(z.string(), ChangeCount);
const Said = z.enum(['violation', 'undetermined', 'compliant', 'not-applicable', 'none']);

/** What a rule author asks: which verdicts on stored submissions would be otherwise by another release. */
export const ReplayRequest = z.strictObject({
  /** The release to judge by. */
  release: z.string(),
  /** The release to compare with; what judges now where left out. */
  from: z.string().optional(),
  recordKind: z.string().optional(),
  /** The `next` of the answer before: goes on where that stopped. */
  cursor: z.string().optional(),
});
export type ReplayRequest = z.infer<typeof ReplayRequest>;

/**
 * What changes in the submissions looked at so far, newest first. An answer stops after some seconds; `next` goes on from
 * there, and the counts of all answers are to be added up. Rules per period are not replayed, nor authorities' own figures.
 */
export const Replay = z.strictObject({
  from: z.string(),
  to: z.string(),
  submissions: z.int(),
  records: z.int(),
  /** Verdicts that are otherwise. */
  changed: z.int(),
  rules: ChangeCounts,
  enterprises: ChangeCounts,
  /** By `<enterprise>/<branch>`. */
  branches: ChangeCounts,
  /** The first ten. */
  samples: z.array(
    z.strictObject({
      ...{ enterprise: z.string(), branchId: z.string(), recordId: z.string(), rule: z.string() },
      ...{ from: Said, to: Said, change: z.enum(['appears', 'disappears', 'changes']) },
    }),
  ),
  next: z.string().nullable(),
});
export type Replay = z.infer<typeof Replay>;
