import * as z from 'zod';
import { Text } from './fault.ts';
import { Severity } from './finding.ts';

/** A message to an authority. Never personal data: a link leads to what was found. */
export const Notice = z.strictObject({
  id: z.string(),
  /** Place in the authority's own sequence, from 1, without gaps. */
  sequence: z.number().int(),
  authority: z.string(),
  type: z.enum(['violation.opened', 'violations.digest', 'filing.overdue', 'filings.digest']),
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
  /** Only in a digest: new violations by rule, or overdue filings by duty. */
  counts: z.record(z.string(), z.number().int()).optional(),
});
export type Notice = z.infer<typeof Notice>;
