import * as z from 'zod';
import { Severity } from './finding.ts';

/** What the regulator has made of it. */
export const Review = z.enum(['open', 'confirmed', 'dismissed', 'waived', 'withdrawn']);
export type Review = z.infer<typeof Review>;
/** How far it has been put right. */
export const Remedy = z.enum(['outstanding', 'rectifying', 'self-reported', 'verified']);
export type Remedy = z.infer<typeof Remedy>;

/** A finding once tracked: it keeps its identity while the same fault is reported again and ends when it is put right. */
export const Violation = z.strictObject({
  id: z.string(),
  rule: z.string(),
  version: z.string(),
  article: z.string(),
  severity: Severity,
  review: Review,
  remedy: Remedy,
  enterprise: z.string(),
  branchId: z.string(),
  region: z.string(),
  sector: z.string(),
  recordKind: z.string(),
  /** A record's, or a period's: `#<branch>#2026-10`, `#<branch>#2026-Q4`, `#<branch>#2026`. */
  recordId: z.string(),
  lawDate: z.string(),
  /** The submission that showed the fault most recently; absent where only a filing that fell due has shown it. */
  submission: z.string().optional(),
  firstSeenAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  /** When a newer record showed the fault put right. */
  putRightAt: z.iso.datetime().optional(),
  /** Counts from 1: the same fault after it was put right is the next occurrence. */
  occurrence: z.number().int(),
  recurrenceOf: z.string().optional(),
});
export type Violation = z.infer<typeof Violation>;

/** A list of violations that the table keeps, by what it is sorted under. */
export type ViolationList =
  | { readonly by: 'sector'; readonly sector: string; readonly province: string }
  | { readonly by: 'enterprise'; readonly enterprise: string }
  | { readonly by: 'branch'; readonly enterprise: string; readonly branchId: string }
  | { readonly by: 'rule'; readonly sector: string; readonly province: string; readonly rule: string };
