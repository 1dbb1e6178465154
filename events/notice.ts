import * as z from 'zod';
import { Text } from './fault.ts';
import { Severity } from './finding.ts';

/**
 * A message to an authority, or to an enterprise of how a file of its own ended. Never personal data: a link leads to
 * what was found.
 */
export const Notice = z.strictObject({
  id: z.string(),
  /** Place in the addressee's own sequence, from 1, without gaps. */
  sequence: z.number().int(),
  /** Left out where it is told to the enterprise itself. */
  authority: z.string().optional(),
  type: z.enum(['violation.opened', 'violations.digest', 'filing.overdue', 'filings.digest', 'upload.ended']),
  createdAt: z.iso.datetime(),
  title: Text,
  /** Path under the API: `/v1/violations/…` and the like. */
  link: z.string(),
  submission: z.string().optional(),
  violation: z.string().optional(),
  rule: z.string().optional(),
  article: z.string().optional(),
  severity: Severity.optional(),
  enterprise: z.string().optional(),
  branchId: z.string().optional(),
  region: z.string().optional(),
  sector: z.string().optional(),
  /** How a file ended; a `failed` one can be resumed. */
  state: z.enum(['audited', 'refused', 'failed']).optional(),
  /** In a digest new violations by rule, or overdue filings by duty; of a file its records by what was found. */
  counts: z.record(z.string(), z.number().int()).optional(),
});
export type Notice = z.infer<typeof Notice>;
