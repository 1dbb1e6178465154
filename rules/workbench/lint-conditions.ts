import { type Resolved, resolve } from '../engine/resolve.ts';
import type { Rule } from '../engine/rule.ts';
import type { Facts } from '../facts/fact.ts';
import { canBeTrue, isAlwaysTrue } from './can-be-true.ts';
import { nodesOf } from './nodes.ts';
import { type Problem, problemAt } from './problem.ts';

type Constancy = { readonly pointer: string; readonly code: 'NEVER_TRUE' | 'ALWAYS_TRUE' };

/** The innermost conditions that come out the same whatever is told. */
const constant = (tree: Resolved, pointer: string, facts: Facts<never>): readonly Constancy[] => {
  const found = nodesOf(tree, pointer).flatMap(({ node, pointer: at }): Constancy[] => {
    if (!canBeTrue(node, facts)) return [{ pointer: at, code: 'NEVER_TRUE' }];
    return isAlwaysTrue(node, facts) ? [{ pointer: at, code: 'ALWAYS_TRUE' }] : [];
  });
  return found.filter(({ pointer: outer }) => !found.some((inner) => inner.pointer.startsWith(`${outer}/`)));
};

const textOf = {
  NEVER_TRUE: {
    cause: ['按事实的取值范围，此条件永不成立。', 'By the values its facts can take, it never holds.'],
    fix: ['改正运算符或数值。', 'Correct the operator or the value.'],
  },
  ALWAYS_TRUE: {
    cause: ['按事实的取值范围，此条件恒成立。', 'By the values its facts can take, it always holds.'],
    fix: ['删去，或改正运算符或数值。', 'Delete it, or correct the operator or the value.'],
  },
} as const;

/** Conditions that decide nothing, scopes that no record is in, and duties that nobody can meet or breach. */
export const lintConditions = (rule: Rule, facts: Facts<never>): readonly Problem[] => {
  const scope = resolve(rule.appliesWhen, rule.parameters);
  const duty = resolve(rule.conditions, rule.parameters);
  const constancies = [...constant(scope, '/appliesWhen', facts), ...constant(duty, '/conditions', facts)];
  const problems = constancies.map(({ pointer, code }) =>
    problemAt(rule, code, pointer, undefined, textOf[code].cause, textOf[code].fix),
  );
  if (!canBeTrue(scope, facts)) {
    const cause = [
      '适用范围永不成立，规则无从适用。',
      'Its scope never holds: no record comes under the rule.',
    ] as const;
    const fix = ['改正 appliesWhen。', 'Correct appliesWhen.'] as const;
    return [...problems, problemAt(rule, 'UNREACHABLE', '/appliesWhen', undefined, cause, fix)];
  }
  // What is wrong with a part has been told; only the two together are still to be looked at.
  if (constancies.length > 0) return problems;
  if (!canBeTrue({ all: [scope, duty] }, facts)) {
    const cause = ['在适用范围内义务无法履行。', 'Within the scope nobody can meet the duty.'] as const;
    const fix = ['改正 appliesWhen 或 conditions。', 'Correct appliesWhen or conditions.'] as const;
    return [problemAt(rule, 'DUTY_NEVER_MET', '/conditions', undefined, cause, fix)];
  }
  if (!canBeTrue({ all: [scope, { not: duty }] }, facts, false)) {
    const cause = ['在适用范围内义务必然履行。', 'Within the scope nobody can breach the duty.'] as const;
    const fix = ['改正 appliesWhen 或 conditions。', 'Correct appliesWhen or conditions.'] as const;
    return [problemAt(rule, 'DUTY_ALWAYS_MET', '/conditions', undefined, cause, fix)];
  }
  return [];
};
