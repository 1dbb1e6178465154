import { notFound } from '../../events/problem.ts';
import { type Rule, versionOf } from '../../rules/engine/rule.ts';
import { versionsOf } from '../list-rules/list-rules.ts';

export type RuleWithVersions = {
  readonly id: string;
  readonly versions: readonly (Rule & { readonly version: string })[];
};

/** One rule with every version as released, oldest first; throws Problem NOT_FOUND. */
export const readRule = (id: string, rules: readonly Rule[]): RuleWithVersions => {
  const versions = versionsOf(rules, id);
  if (versions.length === 0) throw notFound({ zh: '规则', en: 'rule' });
  return { id, versions: versions.map((rule) => ({ version: versionOf(rule), ...rule })) };
};
