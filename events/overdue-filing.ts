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
