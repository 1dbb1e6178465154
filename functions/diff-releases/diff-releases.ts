import { notFound } from '../../events/problem.ts';
import type { ReleaseOnFile } from '../../rules/engine/release.ts';
import { type Rule, versionOf } from '../../rules/engine/rule.ts';
import type { Difference } from '../../rules/workbench/diff.ts';

export type DiffDeps = {
  readonly releases: readonly ReleaseOnFile[];
  /** Every released version of every rule, whether it judges now or not. */
  readonly rules: readonly Rule[];
  readonly diff: (before: readonly Rule[], after: readonly Rule[]) => readonly Difference[];
};

export type ReleaseDiff = { readonly from: string; readonly to: string; readonly differences: readonly Difference[] };

/** What changes from one release to another, in words, by article; throws Problem NOT_FOUND. */
export const diffReleases = (from: string, to: string, { releases, rules, diff }: DiffDeps): ReleaseDiff => {
  const rulesOf = (name: string): readonly Rule[] => {
    const release = releases.find((one) => one.name === name);
    if (release === undefined) throw notFound({ zh: '发布', en: 'release' });
    const listed = new Set(release.rules.map(({ id, version }) => `${id} ${version}`));
    return rules.filter((rule) => listed.has(`${rule.id} ${versionOf(rule)}`));
  };
  return { from, to, differences: diff(rulesOf(from), rulesOf(to)) };
};
