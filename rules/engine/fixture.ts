import * as z from 'zod';
import { Verdict } from '../../events/finding.ts';

/** A record and the verdict a rule must give it; `not-in-force` where no version was law on that day. */
export const Fixture = z.strictObject({
  /** A sentence about the law. */
  name: z.string().min(1),
  verdict: z.enum([...Verdict.options, 'not-in-force']),
  /** In normal form, tokens in place of personal values. */
  record: z.looseObject({ recordId: z.string() }),
  holdings: z
    .strictObject({ card: z.string(), cards: z.array(z.looseObject({ card: z.string(), openedAt: z.string() })) })
    .optional(),
  /** For `undetermined`: exactly the facts that are missing. */
  missing: z.array(z.string()).optional(),
  /** A day in place of the record's own law date. */
  on: z.iso.date().optional(),
});
export type Fixture = z.infer<typeof Fixture>;
