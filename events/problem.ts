import * as z from 'zod';
import { Fault, Text } from './fault.ts';

/** RFC 9457 problem details, as every refusal of ours is answered (`application/problem+json`). */
export const ProblemDetails = z.strictObject({
  type: z.string(),
  status: z.number().int(),
  code: z.string(),
  /** English, as RFC 9457 readers expect; `text` has both languages. */
  title: z.string(),
  text: Text,
  /** The first 200. */
  faults: z.array(Fault),
  /** All there are. */
  faultsTotal: z.number().int(),
});
export type ProblemDetails = z.infer<typeof ProblemDetails>;

/**
 * A refusal that its reader can act on. `code` is stable and decides the HTTP status (functions/edge/problems.ts);
 * anything thrown that is not a Problem is a bug: answered mutely, logged, alarmed.
 */
export class Problem extends Error {
  readonly code: string;
  readonly text: Text;
  readonly faults: readonly Fault[];
  readonly faultsTotal: number;
  /** `faultsTotal` says where `faults` are the first of more. */
  constructor(code: string, text: Text, faults: readonly Fault[] = [], faultsTotal = faults.length) {
    super(text.en);
    this.code = code;
    this.text = text;
    this.faults = faults;
    this.faultsTotal = faultsTotal;
  }
}

/** A refusal for one thing wrong, which is also its only fault. */
export const refusal = (code: string, text: Text, fault: Omit<Fault, 'code'>): Problem =>
  new Problem(code, text, [{ code, ...fault }]);

/** The same answer for what does not exist and what is not the caller's to see. */
export const notFound = (what: Text): Problem =>
  new Problem('NOT_FOUND', { zh: `未找到${what.zh}。`, en: `There is no such ${what.en}.` });
