import { leavesOf, type Resolved, type ResolvedLeaf, slotOf } from '../engine/resolve.ts';
import { weigh } from '../engine/weigh.ts';
import type { Facts, FactValue } from '../facts/fact.ts';
import { domainOf } from './domain.ts';

type Slot = { readonly key: string; readonly values: readonly FactValue[] };

/**
 * Whether known facts could make a condition true. Facts are taken to be free of one another: what no record can say
 * may be thought possible, but what is told to be impossible is.
 */
export const canBeTrue = (condition: Resolved, facts: Facts<never>, isNoneCounted = true): boolean => {
  // What several comparisons read comes first: that is where they clash, and the rest need not be tried.
  const byClash = [...Map.groupBy(leavesOf(condition), slotOf)].sort(([, a], [, b]) => b.length - a.length);
  const slots = byClash.flatMap(([key, leaves]): Slot[] => {
    const values = domainOf(facts[leaves[0]!.fact]!, leaves, isNoneCounted);
    // Too many values to try: left open, it rules nothing out.
    return values === undefined ? [] : [{ key, values }];
  });
  const given = new Map<string, FactValue>();
  const read = (leaf: ResolvedLeaf): FactValue => given.get(slotOf(leaf));
  const search = (at: number): boolean => {
    const { truth } = weigh(condition, read);
    if (truth !== undefined || at === slots.length) return truth !== false;
    const { key, values } = slots[at]!;
    const found = values.some((value) => {
      given.set(key, value);
      return search(at + 1);
    });
    given.delete(key);
    return found;
  };
  return search(0);
};

/** Whether every known value makes it true; of numbers, every figure. */
export const isAlwaysTrue = (condition: Resolved, facts: Facts<never>): boolean =>
  !canBeTrue({ not: condition }, facts, false);
