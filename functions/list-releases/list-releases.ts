import type { Release } from '../../events/submission.ts';
import { type Rule, versionOf } from '../../rules/engine/rule.ts';

export type ReleaseSummary = Release & {
  /** What the digest stands for: every rule version of the release. */
  readonly rules: readonly { readonly id: string; readonly version: string }[];
};

/** The releases this service can judge by: the one it was built with. */
export const listReleases = (catalogue: {
  readonly release: Release;
  readonly rules: readonly Rule[];
}): readonly ReleaseSummary[] => [
  { ...catalogue.release, rules: catalogue.rules.map((rule) => ({ id: rule.id, version: versionOf(rule) })) },
];
