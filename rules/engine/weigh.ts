import type { FactValue } from '../facts/fact.ts';
import { meaningOf } from './operators.ts';
import type { Resolved, ResolvedLeaf } from './resolve.ts';

/** True, false, or unknown. */
export type Truth = boolean | undefined;

/** A condition with what was read and how each part came out. */
export type Weighed =
  | { readonly truth: Truth; readonly all: readonly Weighed[] }
  | { readonly truth: Truth; readonly any: readonly Weighed[] }
  | { readonly truth: Truth; readonly not: Weighed }
  | { readonly truth: Truth; readonly leaf: ResolvedLeaf; readonly read: FactValue };

const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

/** Strong Kleene: one false decides an `all`, one true an `any`; otherwise one unknown leaves it unknown. */
export const weigh = (condition: Resolved, read: (leaf: ResolvedLeaf) => FactValue): Weighed => {
  if ('all' in condition) {
    const all = condition.all.map((one) => weigh(one, read));
    const truths = all.map(({ truth }) => truth);
    return { truth: truths.includes(false) ? false : truths.includes(undefined) ? undefined : true, all };
  }
  if ('any' in condition) {
    const any = condition.any.map((one) => weigh(one, read));
    const truths = any.map(({ truth }) => truth);
    return { truth: truths.includes(true) ? true : truths.includes(undefined) ? undefined : false, any };
  }
  if ('not' in condition) {
    const inner = weigh(condition.not, read);
    return { truth: not(inner.truth), not: inner };
  }
  const value = read(condition);
  return {
    truth: value === undefined ? undefined : meaningOf[condition.operator](value, condition.value),
    leaf: condition,
    read: value,
  };
};

/** The tree as json-rules-engine's `RuleResult.toJSON(false).conditions` gives it; an unknown leaf has no result. */
export const evidenceOf = (weighed: Weighed): Readonly<Record<string, unknown>> => {
  if ('all' in weighed) return { priority: 1, all: weighed.all.map(evidenceOf) };
  if ('any' in weighed) return { priority: 1, any: weighed.any.map(evidenceOf) };
  if ('not' in weighed) return { priority: 1, not: evidenceOf(weighed.not) };
  const { leaf, read, truth } = weighed;
  return {
    operator: leaf.operator,
    value: leaf.value,
    fact: leaf.fact,
    ...(truth !== undefined && { factResult: read, valueResult: leaf.value, result: truth }),
    ...(leaf.params !== undefined && { params: leaf.params }),
  };
};

/** The facts that leave it unknown: those nobody told, where telling them could still decide. */
export const missingIn = (weighed: Weighed): readonly string[] => {
  if (weighed.truth !== undefined) return [];
  if ('all' in weighed) return weighed.all.flatMap(missingIn);
  if ('any' in weighed) return weighed.any.flatMap(missingIn);
  return 'not' in weighed ? missingIn(weighed.not) : [weighed.leaf.fact];
};
