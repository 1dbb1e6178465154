import * as z from 'zod';

/** One record to be judged before it becomes a fact: nothing of it is stored. */
export const Check = z.strictObject({
  recordKind: z.string(),
  /** Where it will be reported; the caller's own, when given. */
  branchId: z.string().optional(),
  record: z.unknown(),
});
export type Check = z.infer<typeof Check>;
