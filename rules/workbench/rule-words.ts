import type { Text } from '../../events/fault.ts';
import { resolve } from '../engine/resolve.ts';
import { factsKeyOf, type Rule } from '../engine/rule.ts';
import type { Fact } from '../facts/fact.ts';
import { conditionWords } from './in-words.ts';

type FactsByKind = Readonly<Record<string, Readonly<Record<string, Pick<Fact, 'zh' | 'en'>>>>>;

/** A rule in plain words: whom it is for and what it wants, a line to a condition. */
export type RuleWords = { readonly scope: Text; readonly duty: Text };

/** The words of one version of a rule, with its figures in them. */
export const ruleWords = (rule: Rule, factsByKind: FactsByKind): RuleWords => {
  const facts = factsByKind[factsKeyOf(rule)]!;
  const words = (key: 'appliesWhen' | 'conditions'): Text => {
    const lines = conditionWords(resolve(rule[key], rule.parameters), (name) => facts[name]!);
    return { zh: lines.map(({ zh }) => zh).join('\n'), en: lines.map(({ en }) => en).join('\n') };
  };
  return { scope: words('appliesWhen'), duty: words('conditions') };
};
