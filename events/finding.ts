import * as z from 'zod';
import { Text } from './fault.ts';

export const Verdict = z.enum(['violation', 'undetermined', 'compliant', 'not-applicable']);
export type Verdict = z.infer<typeof Verdict>;

export const Severity = z.enum(['major', 'minor', 'advisory']);
export type Severity = z.infer<typeof Severity>;

/** Worst first: what a record is counted as is the first of these that any rule found. */
export const worstFirst: readonly Verdict[] = ['violation', 'undetermined', 'compliant', 'not-applicable'];

/**
 * Why a verdict is what it is: the rule's own condition tree as json-rules-engine would report it
 * (`RuleResult.toJSON(false).conditions`), each leaf with the value read (`factResult`) and how it came out (`result`;
 * absent when the value was unknown), and the same in a sentence.
 */
export const Because = z.strictObject({ zh: z.string(), en: z.string(), conditions: z.json() });
export type Because = z.infer<typeof Because>;

/** What judging one record by one rule gave, before it is dressed for a reader. */
export const Judgement = z.strictObject({
  rule: z.string(),
  /** `<effective from>.r<revision>` of the version that judged. */
  version: z.string(),
  lawDate: z.string(),
  /** The set of an authority's parameters, where it has changed a figure of this rule. */
  parameters: z.string().optional(),
  verdict: Verdict,
  /** Only where the verdict is not compliant and not not-applicable. */
  because: Because.optional(),
  /** The facts nobody told us, where the verdict is undetermined. */
  missing: z.array(z.string()).optional(),
});
export type Judgement = z.infer<typeof Judgement>;

/** One record or period, one rule, one verdict. */
export const Finding = z.strictObject({
  recordId: z.string(),
  /**
   * Counts the records of the submission from 1; 0 where it is about all that the branch reported for a period, which
   * `recordId` then names: `#<branch>#2026-10`, `#<branch>#2026-Q4` or `#<branch>#2026`.
   */
  row: z.number().int(),
  rule: z.string(),
  version: z.string(),
  lawDate: z.string(),
  /** The set of an authority's parameters, where it has changed a figure of this rule. */
  parameters: z.string().optional(),
  verdict: Verdict,
  severity: Severity,
  /** Article of the rule's first source, e.g. `10`. */
  article: z.string(),
  title: Text,
  remedy: Text,
  because: Because.nullable(),
  missing: z.array(z.string()),
});
export type Finding = z.infer<typeof Finding>;
