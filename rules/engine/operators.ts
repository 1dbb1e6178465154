import type { FactValue } from '../facts/fact.ts';
import type { Operator } from './rule.ts';

/** What a leaf compares a fact with, once parameters have their values. */
export type Constant = string | number | boolean | null | readonly string[];

type Meaning = (fact: FactValue, value: Constant) => boolean;

// json-rules-engine compares whatever parses as a number, by the language's own rules: "9" < 10 and [5] < 6 hold.
const parses = (fact: FactValue): boolean => !Number.isNaN(Number.parseFloat(fact as string));
const ordered =
  (holds: (a: number, b: number) => boolean): Meaning =>
  (fact, value) =>
    parses(fact) && holds(fact as number, value as number);

/** What each operator means in json-rules-engine; only ever asked of a fact that is known. */
export const meaningOf: Readonly<Record<Operator, Meaning>> = {
  equal: (fact, value) => fact === value,
  notEqual: (fact, value) => fact !== value,
  in: (fact, value) => (value as readonly unknown[]).indexOf(fact) > -1,
  notIn: (fact, value) => (value as readonly unknown[]).indexOf(fact) === -1,
  contains: (fact, value) => Array.isArray(fact) && fact.indexOf(value) > -1,
  doesNotContain: (fact, value) => Array.isArray(fact) && fact.indexOf(value) === -1,
  lessThan: ordered((a, b) => a < b),
  lessThanInclusive: ordered((a, b) => a <= b),
  greaterThan: ordered((a, b) => a > b),
  greaterThanInclusive: ordered((a, b) => a >= b),
};

const anyOf = (fact: string, values: readonly unknown[]): string =>
  values.length === 0 ? 'false' : `(${values.map((one) => `${fact} === ${JSON.stringify(one)}`).join(' || ')})`;

const signs = { lessThan: '<', lessThanInclusive: '<=', greaterThan: '>', greaterThanInclusive: '>=' } as const;

/** The same as source text. A number is compared at once; whatever else comes takes the long way. */
export const sourceOf = (operator: Operator, fact: string, value: Constant): string => {
  const constant = JSON.stringify(value);
  switch (operator) {
    case 'equal':
      return `${fact} === ${constant}`;
    case 'notEqual':
      return `${fact} !== ${constant}`;
    case 'in':
      return anyOf(fact, value as readonly string[]);
    case 'notIn':
      return `!${anyOf(fact, value as readonly string[])}`;
    case 'contains':
      return `Array.isArray(${fact}) && ${fact}.indexOf(${constant}) > -1`;
    case 'doesNotContain':
      return `Array.isArray(${fact}) && ${fact}.indexOf(${constant}) === -1`;
    default:
      return `(typeof ${fact} === 'number' ? ${fact} ${signs[operator]} ${constant} : meaningOf.${operator}(${fact}, ${constant}))`;
  }
};
