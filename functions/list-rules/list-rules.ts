import type { Text } from '../../events/fault.ts';
import type { Severity } from '../../events/finding.ts';
import { type Rule, versionOf } from '../../rules/engine/rule.ts';
import type { RuleWords } from '../../rules/workbench/rule-words.ts';

/** One version of a rule as its readers see it: its dates, its figures and who fixed them. */
export type VersionSummary = Pick<Rule, 'effective' | 'severity' | 'parameters'> & { readonly version: string };

export type RuleSummary = {
  readonly id: string;
  /** The duty of the law that it encodes. */
  readonly obligation: string;
  readonly title: Text;
  readonly recordKind: string;
  /** Where it is judged of all that was reported for a period. */
  readonly per?: Rule['per'];
  /** The field whose day decides by which version it is judged. */
  readonly lawDate: string;
  readonly severity: Severity;
  /** Article of the first source. */
  readonly article: string;
  readonly sources: Rule['sources'];
  readonly remedy: Rule['remedy'];
  /** Whom it is for and what it wants, in plain words. */
  readonly words: RuleWords;
  readonly notEncoded: readonly string[];
  readonly versions: readonly VersionSummary[];
};

const byVersion = (a: Rule, b: Rule): number =>
  a.effective.from === b.effective.from ? a.revision - b.revision : a.effective.from < b.effective.from ? -1 : 1;

/** The versions of one rule, oldest first; none if there is no such rule. */
export const versionsOf = (rules: readonly Rule[], id: string): readonly Rule[] =>
  rules.filter((rule) => rule.id === id).toSorted(byVersion);

const summaryOf = (versions: readonly Rule[], wordsOf: (rule: Rule) => RuleWords): RuleSummary => {
  const newest = versions.at(-1)!;
  const { id, obligation, title, recordKind, per, lawDate, severity, sources, remedy, notEncoded } = newest;
  return {
    ...{ id, obligation, title, recordKind },
    ...(per !== undefined && { per }),
    ...{ lawDate, severity, article: sources[0]!.article ?? '', sources, remedy, words: wordsOf(newest), notEncoded },
    versions: versions.map((rule) => ({
      version: versionOf(rule),
      effective: rule.effective,
      severity: rule.severity,
      parameters: rule.parameters,
    })),
  };
};

/** Every rule once, in catalogue order, as its newest version describes it, with all its versions. */
export const listRules = (rules: readonly Rule[], wordsOf: (rule: Rule) => RuleWords): readonly RuleSummary[] =>
  [...new Set(rules.map(({ id }) => id))].map((id) => summaryOf(versionsOf(rules, id), wordsOf));
