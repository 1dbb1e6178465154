import { kinds } from '../../../events/records/kinds.generated.ts';
import { checkRule } from '../../../rules/engine/check.ts';
import { readRule } from '../../../rules/engine/read-rule.ts';
import { factsByKind } from '../../../rules/facts/facts.generated.ts';
import { aRule } from './a-rule.ts';

/** What is wrong with a rule file, what is varied in it, and what it is told. */
export type Mistake = readonly [
  name: string,
  over: Readonly<Record<string, unknown>>,
  expected: readonly (readonly (string | undefined)[])[],
];

/** What a rule file is told, each as its code, its place, what was found there, and what to do. */
export const told = (over: Readonly<Record<string, unknown>>) => {
  const json = JSON.parse(JSON.stringify({ ...aRule(), ...over }));
  const read = readRule(json);
  const faults = 'faults' in read ? read.faults : checkRule(read.rule, kinds, factsByKind);
  return faults.map(({ code, pointer, found, fix }) => [code, pointer, found, fix.en]);
};

/** Comparisons that may be built; vary one thing. */
export const matches = (over: object = {}) => ({
  fact: 'registration.nameMatchesDocument',
  operator: 'equal',
  value: true,
  ...over,
});
export const kindOfCard = (operator: string, value: unknown) => ({ all: [{ fact: 'card.kind', operator, value }] });
export const rank = (params: object, over: object = {}) => ({
  all: [{ fact: 'card.rankAmongHeld', params, operator: 'lessThanInclusive', value: 5, ...over }],
});
export const params = { kinds: ['mobile'], statuses: ['active'], limit: 5 };
export const parameters = (over: object = {}) => ({
  isSame: { value: true, unit: 'setting', fixedBy: 'practice', source: 'ours', ...over },
});
export const asParameter = { all: [matches({ value: { parameter: 'isSame' } })] };
