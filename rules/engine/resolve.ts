import type { FactParams } from '../facts/fact.ts';
import type { Constant } from './operators.ts';
import type { Condition, Leaf, Operator, Rule } from './rule.ts';

/** A leaf whose parameters have become their values. */
export type ResolvedLeaf = {
  readonly fact: string;
  readonly params?: FactParams;
  readonly operator: Operator;
  readonly value: Constant;
};
export type Resolved =
  | { readonly all: readonly Resolved[] }
  | { readonly any: readonly Resolved[] }
  | { readonly not: Resolved }
  | ResolvedLeaf;

type Given = Leaf['value'];

const constantOf = (given: Given, parameters: Rule['parameters']): Constant =>
  typeof given === 'object' && given !== null && 'parameter' in given ? parameters[given.parameter]!.value : given;

/** The condition with every `{ "parameter": … }` replaced by the rule's value for it. */
export const resolve = (condition: Condition, parameters: Rule['parameters']): Resolved => {
  if ('all' in condition) return { all: condition.all.map((one) => resolve(one, parameters)) };
  if ('any' in condition) return { any: condition.any.map((one) => resolve(one, parameters)) };
  if ('not' in condition) return { not: resolve(condition.not, parameters) };
  const { fact, params, operator, value } = condition;
  return {
    fact,
    ...(params !== undefined && {
      params: Object.fromEntries(
        Object.entries(params).map(([name, given]) => [name, constantOf(given, parameters)]),
      ) as FactParams,
    }),
    operator,
    value: constantOf(value, parameters),
  };
};

/** Every leaf, in the order written. */
export const leavesOf = (condition: Resolved): readonly ResolvedLeaf[] => {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  return 'not' in condition ? leavesOf(condition.not) : [condition];
};

/** Two leaves read the same value where they name the same fact with the same params. */
export const slotOf = ({ fact, params = {} }: Pick<ResolvedLeaf, 'fact' | 'params'>): string =>
  JSON.stringify([fact, ...Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))]);
