import type { Condition, Leaf, Operator } from '../engine/rule.ts';
import type { Facts } from '../facts/fact.ts';
import { stepOf } from './domain.ts';
import { isLeaf } from './nodes.ts';

/** A condition with one thing changed: where, and what. */
export type Changed = { readonly pointer: string; readonly what: string; readonly condition: Condition };

const orderings: readonly Operator[] = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];
const opposites: Readonly<Partial<Record<Operator, Operator>>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  contains: 'doesNotContain',
  doesNotContain: 'contains',
};

const neighbours = (operator: Operator): readonly Operator[] => {
  const opposite = opposites[operator];
  return opposite === undefined ? orderings.filter((other) => other !== operator) : [opposite];
};

/** A figure, list or setting with one thing changed; none of what has no neighbour, such as a text. */
export const valuesBeside = (
  value: unknown,
  unit: string,
): readonly { readonly what: string; readonly value: never }[] => {
  const beside = (): readonly (readonly [string, unknown])[] => {
    if (typeof value === 'boolean') return [[String(!value), !value]];
    if (Array.isArray(value)) return value.map((one) => [`without ${one}`, value.filter((other) => other !== one)]);
    if (typeof value !== 'number') return [];
    const step = stepOf(unit);
    return [
      [`+${step}`, value + step],
      [`-${step}`, value - step],
    ];
  };
  return beside().map(([what, changed]) => ({ what, value: changed as never }));
};

const changedLeaf = (leaf: Leaf, pointer: string, facts: Facts<never>): readonly Changed[] => [
  ...neighbours(leaf.operator).map((operator) => ({ pointer, what: operator, condition: { ...leaf, operator } })),
  // A truth value compared with is as good as its operator, which has been turned around already.
  ...(typeof leaf.value === 'boolean' ? [] : valuesBeside(leaf.value, facts[leaf.fact]?.unit ?? '')).map(
    ({ what, value }) => ({ pointer: `${pointer}/value`, what, condition: { ...leaf, value } }),
  ),
  ...Object.entries(leaf.params ?? {}).flatMap(([name, given]) =>
    valuesBeside(given, '').map(({ what, value }) => ({
      pointer: `${pointer}/params/${name}`,
      what,
      condition: { ...leaf, params: { ...leaf.params, [name]: value } },
    })),
  ),
];

const changedMembers = (
  members: readonly Condition[],
  pointer: string,
  facts: Facts<never>,
  group: (members: Condition[]) => Condition,
): readonly Changed[] =>
  members.flatMap((member, n) => [
    { pointer: `${pointer}/${n}`, what: 'dropped', condition: group(members.toSpliced(n, 1)) },
    ...changes(member, `${pointer}/${n}`, facts).map((changed) => ({
      ...changed,
      condition: group(members.with(n, changed.condition)),
    })),
  ]);

/** Every condition that differs from this one in one place. */
export const changes = (condition: Condition, pointer: string, facts: Facts<never>): readonly Changed[] => {
  if (isLeaf(condition)) return changedLeaf(condition as Leaf, pointer, facts);
  if ('not' in condition) {
    const { not } = condition;
    const inside = changes(not, `${pointer}/not`, facts);
    return [
      { pointer, what: 'without not', condition: not },
      ...inside.map((changed) => ({ ...changed, condition: { not: changed.condition } })),
    ];
  }
  const [members, name, other] =
    'all' in condition
      ? ([condition.all, 'all', 'any'] as const)
      : ([(condition as { any: Condition[] }).any, 'any', 'all'] as const);
  const group = (of: 'all' | 'any') => (list: Condition[]) => ({ [of]: list }) as Condition;
  // A group of one is turned around with its only member.
  const turned =
    members.length < 2
      ? []
      : [
          { pointer, what: `${other} for ${name}`, condition: group(other)(members) },
          { pointer, what: 'negated', condition: { not: condition } },
        ];
  return [...turned, ...changedMembers(members, `${pointer}/${name}`, facts, group(name))];
};
