import { notFound } from '../../events/problem.ts';
import { type Releases, rulesOfRelease } from '../../rules/engine/release.ts';
import type { Rule } from '../../rules/engine/rule.ts';
import type { Difference } from '../../rules/workbench/diff.ts';

export type DiffDeps = Releases & {
  readonly diff: (before: readonly Rule[], after: readonly Rule[]) => readonly Difference[];
};

export type ReleaseDiff = { readonly from: string; readonly to: string; readonly differences: readonly Difference[] };

/** What changes from one release to another, in words, by article; throws Problem NOT_FOUND. */
export const diffReleases = (from: string, to: string, deps: DiffDeps): ReleaseDiff => {
  const [before, after] = [rulesOfRelease(from, deps), rulesOfRelease(to, deps)];
  if (before === undefined || after === undefined) throw notFound({ zh: '发布', en: 'release' });
  return { from, to, differences: deps.diff(before, after) };
};
