import { notFound } from '../../events/problem.ts';
import { type Rule, versionOf } from '../../rules/engine/rule.ts';
import type { RuleWords } from '../../rules/workbench/rule-words.ts';
import { versionsOf } from '../list-rules/list-rules.ts';

/** A version of a rule as released, and in plain words. */
export type RuleVersion = Rule & { readonly version: string; readonly words: RuleWords };

/** Every version of one rule, oldest first; throws Problem NOT_FOUND. */
export const listRuleVersions = (
  id: string,
  rules: readonly Rule[],
  wordsOf: (rule: Rule) => RuleWords,
): readonly RuleVersion[] => {
  const versions = versionsOf(rules, id);
  if (versions.length === 0) throw notFound({ zh: '规则', en: 'rule' });
  return versions.map((rule) => ({ version: versionOf(rule), ...rule, words: wordsOf(rule) }));
};
