import * as z from 'zod';
import { Violation } from '../../events/violation.ts';
import { ItemRange } from '../../rules/penalties/item-range.ts';

/** A violation and what each penalty item that its rule version cites for its sector allows on its law date. */
export const ViolationWithRange = Violation.extend({
  /** Absent where the rule version that found it is no longer in the catalogue. */
  penalties: z.array(ItemRange).optional(),
});
export type ViolationWithRange = z.infer<typeof ViolationWithRange>;
