import { versionsByDay } from '../engine/epochs.ts';
import { leavesOf, type Resolved, resolve, slotOf } from '../engine/resolve.ts';
import { type Rule, versionOf } from '../engine/rule.ts';
import type { Facts } from '../facts/fact.ts';
import { canBeTrue } from './can-be-true.ts';
import { type Problem, problemAt } from './problem.ts';

type Trees = { readonly rule: Rule; readonly scope: Resolved; readonly duty: Resolved; readonly reads: Set<string> };

const treesOf = (rule: Rule): Trees => {
  const scope = resolve(rule.appliesWhen, rule.parameters);
  const duty = resolve(rule.conditions, rule.parameters);
  return { rule, scope, duty, reads: new Set([...leavesOf(scope), ...leavesOf(duty)].map(slotOf)) };
};

/**
 * Where both scopes hold, either duty can be met and never both. Facts with the same name and params are one fact, all
 * others free of one another: a contradiction by way of two facts that say the same otherwise is not seen, and none is
 * seen that is not there, unless no record can be in both scopes.
 */
const contradict = (a: Trees, b: Trees, facts: Facts<never>): boolean => {
  if (![...a.reads].some((slot) => b.reads.has(slot))) return false;
  const both = [a.scope, b.scope];
  return (
    !canBeTrue({ all: [...both, a.duty, b.duty] }, facts) &&
    canBeTrue({ all: [...both, a.duty] }, facts) &&
    canBeTrue({ all: [...both, b.duty] }, facts)
  );
};

/** Pairs of rules of one record kind, in force on the same day, of which one cannot be kept without breaking the other. */
export const lintContradictions = (rules: readonly Rule[], facts: Facts<never>): readonly Problem[] => {
  const trees = new Map(rules.map((rule) => [rule, treesOf(rule)]));
  const pairs = new Map<string, readonly [Trees, Trees]>();
  for (const { rules: inForce } of versionsByDay(rules)) {
    for (const [n, one] of inForce.entries()) {
      for (const other of inForce.slice(n + 1)) {
        pairs.set([one, other].map((rule) => `${rule.id} ${versionOf(rule)}`).join(), [
          trees.get(one)!,
          trees.get(other)!,
        ]);
      }
    }
  }
  return [...pairs.values()].flatMap(([a, b]) => {
    if (!contradict(a, b, facts)) return [];
    const other = `${b.rule.id} ${versionOf(b.rule)}`;
    return [
      problemAt(
        a.rule,
        'CONTRADICTION',
        '/conditions',
        other,
        [`两者都适用时，履行其一必违反 ${other}。`, `Where both apply, whoever keeps one breaks ${other}.`],
        ['改正其一的范围或条件。', 'Correct the scope or the conditions of one of them.'],
      ),
    ];
  });
};
