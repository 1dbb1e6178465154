import type { Fault } from '../../events/fault.ts';
import { nearest } from '../../events/nearest.ts';
import type { Fact } from '../facts/fact.ts';
import type { Constant } from './operators.ts';
import { resolve } from './resolve.ts';
import type { Leaf, Operator, Rule } from './rule.ts';

export type Told = Pick<Fault, 'code' | 'found' | 'cause' | 'fix'> & { readonly pointer: string };

const ordering: readonly Operator[] = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];

/** Which comparisons make sense of which facts: what json-rules-engine would silently call false is refused. */
const operatorsOf: Readonly<Record<Fact['type'], readonly Operator[]>> = {
  boolean: ['equal', 'notEqual'],
  string: ['equal', 'notEqual', 'in', 'notIn'],
  number: ['equal', 'notEqual', ...ordering],
  list: ['contains', 'doesNotContain'],
};

const typeOf = (value: Constant): string => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);

/** The type that the value compared with must have. */
const wantedType = (operator: Operator, fact: Fact): string =>
  operator === 'in' || operator === 'notIn' ? 'list' : fact.type === 'list' ? 'string' : fact.type;

const wrong = (
  pointer: string,
  code: string,
  found: string,
  zh: string,
  en: string,
  fix: string,
  fixEn = fix,
): Told => ({
  pointer,
  code,
  found,
  cause: { zh, en },
  fix: { zh: fix, en: fixEn },
});

const checkParams = (leaf: Leaf, given: Readonly<Record<string, Constant>>, fact: Fact): Told[] => {
  const known = fact.params ?? {};
  const missing = Object.keys(known).filter((name) => !Object.hasOwn(given, name));
  return [
    ...missing.map((name) =>
      wrong(
        '/params',
        'PARAM_MISSING',
        name,
        `事实 ${leaf.fact} 需要 ${name}。`,
        `Fact ${leaf.fact} needs ${name}.`,
        `写上 ${name}。`,
        `Give ${name}.`,
      ),
    ),
    ...Object.entries(given).flatMap(([name, value]) => {
      const pointer = `/params/${name}`;
      const type = Object.hasOwn(known, name) ? known[name] : undefined;
      if (type === undefined) {
        const meant = nearest(name, Object.keys(known));
        return [
          wrong(
            pointer,
            'UNKNOWN_PARAM',
            name,
            `事实 ${leaf.fact} 没有 ${name}。`,
            `Fact ${leaf.fact} takes no ${name}.`,
            meant ? `是否应为“${meant}”？` : '删去。',
            meant ? `Did you mean “${meant}”?` : 'Delete it.',
          ),
        ];
      }
      if (typeOf(value) === type) return [];
      return [
        wrong(
          pointer,
          'PARAM_TYPE',
          JSON.stringify(value),
          `${name} 应为 ${type}。`,
          `${name} is a ${type}.`,
          '改正其类型。',
          'Correct its type.',
        ),
      ];
    }),
  ];
};

/** What is wrong with one comparison of a known fact; pointers are relative to it. */
export const checkLeaf = (leaf: Leaf, fact: Fact, parameters: Rule['parameters']): Told[] => {
  const resolved = resolve(leaf, parameters);
  if (!('fact' in resolved)) return [];
  const { operator, value, params = {} } = resolved;
  const told = checkParams(leaf, params as Readonly<Record<string, Constant>>, fact);
  const allowed = operatorsOf[fact.type];
  if (!allowed.includes(operator)) {
    const list = allowed.join(', ');
    return [
      ...told,
      wrong(
        '/operator',
        'OPERATOR_TYPE',
        operator,
        `${fact.type} 类型的事实不能用 ${operator} 比较。`,
        `A ${fact.type} is not compared by ${operator}.`,
        `可用：${list}。`,
        `Use one of: ${list}.`,
      ),
    ];
  }
  const wanted = wantedType(operator, fact);
  const isNone = value === null && (operator === 'equal' || operator === 'notEqual');
  if (!isNone && typeOf(value) !== wanted) {
    return [
      ...told,
      wrong(
        '/value',
        'VALUE_TYPE',
        JSON.stringify(value),
        `应为 ${wanted}，否则比较永不成立。`,
        `It must be a ${wanted}, or it never holds.`,
        '改正该值。',
        'Correct the value.',
      ),
    ];
  }
  const beyond =
    fact.values === undefined
      ? []
      : [value].flat().filter((one) => one !== null && !fact.values!.includes(String(one)));
  return [
    ...told,
    ...beyond.map((one) => {
      const meant = nearest(String(one), fact.values!);
      const list = fact.values!.join(', ');
      return wrong(
        '/value',
        'VALUE_OUTSIDE_DOMAIN',
        String(one),
        `${leaf.fact} 没有取值“${one}”。`,
        `${leaf.fact} is never “${one}”.`,
        meant ? `是否应为“${meant}”？` : `可用：${list}。`,
        meant ? `Did you mean “${meant}”?` : `Use one of: ${list}.`,
      );
    }),
  ];
};
