import type { Text } from '../../events/fault.ts';
import type { Severity } from '../../events/finding.ts';
import { type Rule, versionOf } from '../../rules/engine/rule.ts';

export type RuleSummary = {
  readonly id: string;
  readonly title: Text;
  readonly recordKind: string;
  readonly severity: Severity;
  /** Article of the first source. */
  readonly article: string;
  readonly versions: readonly { readonly version: string; readonly effective: Rule['effective'] }[];
};

const byVersion = (a: Rule, b: Rule): number =>
  a.effective.from === b.effective.from ? a.revision - b.revision : a.effective.from < b.effective.from ? -1 : 1;

/** The versions of one rule, oldest first; none if there is no such rule. */
export const versionsOf = (rules: readonly Rule[], id: string): readonly Rule[] =>
  rules.filter((rule) => rule.id === id).toSorted(byVersion);

const summaryOf = (versions: readonly Rule[]): RuleSummary => {
  const { id, title, recordKind, severity, sources } = versions.at(-1)!;
  return {
    id,
    title,
    recordKind,
    severity,
    article: sources[0]!.article ?? '',
    versions: versions.map((rule) => ({ version: versionOf(rule), effective: rule.effective })),
  };
};

/** Every rule once, in catalogue order, as its newest version describes it, with all its versions. */
export const listRules = (rules: readonly Rule[]): readonly RuleSummary[] =>
  [...new Set(rules.map(({ id }) => id))].map((id) => summaryOf(versionsOf(rules, id)));
