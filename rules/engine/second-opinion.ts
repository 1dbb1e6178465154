import { Engine } from 'json-rules-engine';
import type { Verdict } from '../../events/finding.ts';
import type { FactValue } from '../facts/fact.ts';
import { verdictOf } from './draft.ts';
import { type Resolved, type ResolvedLeaf, resolve, slotOf } from './resolve.ts';
import type { Rule } from './rule.ts';
import type { Truth } from './weigh.ts';

type Values = (leaf: ResolvedLeaf) => FactValue;

const certain = (is: boolean): ResolvedLeaf => ({ fact: 'certain', operator: 'equal', value: is });

/** The tree with every unknown leaf replaced by a certain one that pulls the whole towards `to`. */
const settled = (condition: Resolved, values: Values, to: boolean): Resolved => {
  if ('all' in condition) return { all: condition.all.map((one) => settled(one, values, to)) };
  if ('any' in condition) return { any: condition.any.map((one) => settled(one, values, to)) };
  if ('not' in condition) return { not: settled(condition.not, values, !to) };
  return values(condition) === undefined ? certain(to) : condition;
};

/** One name for each fact asked in its own way: the engine is given values, not functions. */
const flat = (condition: Resolved): Resolved => {
  if ('all' in condition) return { all: condition.all.map(flat) };
  if ('any' in condition) return { any: condition.any.map(flat) };
  if ('not' in condition) return { not: flat(condition.not) };
  const { operator, value, fact } = condition;
  return { fact: fact === 'certain' ? fact : slotOf(condition), operator, value };
};

const factsIn = (condition: Resolved, values: Values): ReadonlyMap<string, FactValue> => {
  const found = new Map<string, FactValue>([['certain', true]]);
  const walk = (one: Resolved): void => {
    if ('all' in one) one.all.forEach(walk);
    else if ('any' in one) one.any.forEach(walk);
    else if ('not' in one) walk(one.not);
    else if (values(one) !== undefined) found.set(slotOf(one), values(one));
  };
  walk(condition);
  return found;
};

// The engine wants a group at the top, and `all` of one condition means that condition.
const holds = async (condition: Resolved, facts: ReadonlyMap<string, FactValue>): Promise<boolean> => {
  const engine = new Engine();
  engine.addRule({ conditions: { all: [flat(condition)] } as never, event: { type: 'holds' } });
  // A fact given as a constant would be cloned and could be read as a function's name: each is answered as it is.
  for (const [name, value] of facts) engine.addFact(name, () => value, { cache: false });
  const { events } = await engine.run();
  return events.length === 1;
};

const truthOf = async (condition: Resolved, values: Values): Promise<Truth> => {
  const facts = factsIn(condition, values);
  if (await holds(settled(condition, values, false), facts)) return true;
  return (await holds(settled(condition, values, true), facts)) ? undefined : false;
};

/**
 * json-rules-engine's own verdict on a rule, by none of our code that compares: what the generated code is held against,
 * and what a violation is judged by again before a case. An unknown fact is given both ways; where the engine's answers
 * differ it is unknown.
 */
export const secondOpinion = async (
  { appliesWhen, conditions, parameters }: Pick<Rule, 'appliesWhen' | 'conditions' | 'parameters'>,
  values: Values,
): Promise<Verdict> =>
  verdictOf(
    await truthOf(resolve(appliesWhen, parameters), values),
    await truthOf(resolve(conditions, parameters), values),
  );
