import { describe, expect, it } from 'vitest';
import { whyViolated } from '../../../rules/engine/explain.ts';
import { leavesOf, type Resolved, type ResolvedLeaf, resolve } from '../../../rules/engine/resolve.ts';
import { weigh } from '../../../rules/engine/weigh.ts';
import { cases, factOf, valuesOf } from './released.ts';

/** The duty with each of these conditions turned into its opposite. */
const turned = (duty: Resolved, leaves: readonly ResolvedLeaf[]): Resolved => {
  if ('all' in duty) return { all: duty.all.map((one) => turned(one, leaves)) };
  if ('any' in duty) return { any: duty.any.map((one) => turned(one, leaves)) };
  if ('not' in duty) return { not: turned(duty.not, leaves) };
  return leaves.includes(duty) ? { not: duty } : duty;
};

const violations = cases.filter(({ verdict }) => verdict === 'violation');

describe.each([...Map.groupBy(violations, ({ id }) => id)])('why %s is violated', (_, own) => {
  it.each(own.map((one) => [one.name, one] as const))(
    'names what, were it otherwise, would end it: %s',
    (_name, one) => {
      const { kind, source, rule } = one;
      const duty = resolve(rule!.conditions, rule!.parameters);
      const read = valuesOf(kind, source);
      const words = (fact: string) => factOf(kind, fact);
      const whole = whyViolated(weigh(duty, read), words);
      // Said alone, a condition is a part of the sentence about the whole where that names it.
      const named = leavesOf(duty).filter((condition) => {
        const alone = weigh(condition, read);
        if (alone.truth !== false) return false;
        const { zh, en } = whyViolated(alone, words);
        return whole.zh.includes(zh.slice(0, -1)) && whole.en.includes(en.slice(0, -1));
      });
      expect(named).not.toEqual([]);
      expect(weigh(turned(duty, named), read).truth).not.toBe(false);
    },
  );
});
