import type { Condition, Leaf, Rule } from '../engine/rule.ts';
import { isLeaf, nodesOf } from './nodes.ts';
import { type Problem, problemAt } from './problem.ts';

const ordering: readonly string[] = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];

/** The parameters that a duty's comparisons of size turn on. */
const thresholds = (conditions: Condition): ReadonlySet<string> =>
  new Set(
    nodesOf<object>(conditions, '').flatMap(({ node }) => {
      if (!isLeaf(node)) return [];
      const { operator, value } = node as Leaf;
      return ordering.includes(operator) && typeof value === 'object' && value !== null && 'parameter' in value
        ? [value.parameter]
        : [];
    }),
  );

/** Figures of our own, on which alone nothing major may rest: our hours and counts are no law. */
export const lintFigures = (rule: Rule): readonly Problem[] => {
  if (rule.severity !== 'major') return [];
  return [...thresholds(rule.conditions)]
    .filter((name) => rule.parameters[name]?.fixedBy === 'practice')
    .map((name) =>
      problemAt(
        rule,
        'PRACTICE_NOT_MAJOR',
        '/severity',
        name,
        [
          `参数 ${name} 是本产品默认值，不足以认定严重违规。`,
          `Parameter ${name} is a default of ours: no law makes it major.`,
        ],
        [
          '改为 "minor"，或把法定部分另立规则。',
          'Make it "minor", or make what the law itself says a rule of its own.',
        ],
      ),
    );
};
