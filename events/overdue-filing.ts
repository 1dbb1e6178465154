import * as z from 'zod';
import { CivilDate } from './registry.ts';
import { Period } from './submission.ts';

/** A filing that was not made by the day it was due; it stays on the list when it is made late, and says so. */
export const OverdueFiling = z.strictObject({
  id: z.string(),
  duty: z.string(),
  recordKind: z.string(),
  enterprise: z.string(),
  branchId: z.string(),
  region: z.string(),
  sector: z.string(),
  period: Period,
  /** Last civil day (+08:00) on which it would have been in time. */
  dueOn: CivilDate,
  foundAt: z.iso.datetime(),
  /** When it was made after all: the receipt of its last missing part. */
  filedAt: z.iso.datetime().optional(),
});
export type OverdueFiling = z.infer<typeof OverdueFiling>;

/** What the journal says of filings found together: those of one duty and period. */
export const OverdueFound = z.strictObject({ duty: z.string(), period: Period, filings: z.array(OverdueFiling) });

/**
 * How far the journal of one duty and period has come. Its entries are numbered from 1: some tell of filings found, and
 * each that says that a search has ended makes one round of those before it, of which authorities are told together.
 */
export type OverdueRound = {
  readonly stream: string;
  readonly last: number;
  /** Something was found since a search last ended. */
  readonly isOpen: boolean;
};

export const roundEntries = 'filings#';
/** Ids sort by number. */
export const roundEntryId = (number: number): string => `${roundEntries}${String(number).padStart(8, '0')}`;
