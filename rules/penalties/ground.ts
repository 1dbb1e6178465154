import * as z from 'zod';
import { Text } from '../../events/fault.ts';
import { version } from './version.ts';

/** One article of 行政处罚法 that lets an authority go below the minimum (`below`), or not punish (`none`). */
export const Grounds = z.strictObject({
  ...version,
  kind: z.literal('grounds'),
  effect: z.enum(['below', 'none']),
  grounds: z
    .array(z.strictObject({ ground: z.string(), text: Text, mayOrShall: z.enum(['may', 'shall']).optional() }))
    .min(1),
});
export type Grounds = z.infer<typeof Grounds>;

/** What an officer gives to go below an article's minimum: the ground's name, and the evidence on file for it. */
export type ClaimedGround = { readonly ground: string; readonly evidence: readonly string[] };
