import * as z from 'zod';

/**
 * One state change, written in the transaction that made it and never altered. All that happens afterwards is woken by
 * it. `id` is deterministic: a repeated step writes the same entry or none.
 */
export const JournalEntry = z.strictObject({
  id: z.string(),
  /** What it is about: a submission's id for everything one submission caused, `filing-due#…` for what a due day did. */
  stream: z.string(),
  type: z.enum([
    'submission.recording',
    'submission.audited',
    'submission.refused',
    'submission.failed',
    'submission.cancelled',
    'upload.resumed',
    'violation.opened',
    'violation.seen-again',
    'violation.put-right',
    'violation.withdrawn',
    'holdings.changed',
    'registry.changed',
    'list.imported',
    'filings.overdue',
    'filings.checked',
    'filing.made-late',
    'periods.judged',
    'notice.created',
    'subscription.changed',
  ]),
  at: z.iso.datetime(),
  /** Non-personal particulars: ids, codes, counts. */
  detail: z.record(z.string(), z.json()),
});
export type JournalEntry = z.infer<typeof JournalEntry>;

/**
 * A step on the way to an audit: there are thousands of them, and they wake nobody. The last entry of their stream tells
 * of them all, since until then nobody may know.
 */
export const isStep = ({ type }: Pick<JournalEntry, 'type'>): boolean =>
  type === 'submission.recording' || type === 'holdings.changed' || type.startsWith('violation.');
