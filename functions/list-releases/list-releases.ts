import type { Release } from '../../events/submission.ts';
import type { ReleaseOnFile } from '../../rules/engine/release.ts';
import { type Rule, versionOf } from '../../rules/engine/rule.ts';

export type ReleaseSummary = ReleaseOnFile & {
  /** Whether audits say that they used it. */
  readonly judges: boolean;
};

/** Every release, the newest first; before them what judges now where that is a draft, which no release has. */
export const listReleases = (
  { release, rules }: { readonly release: Release; readonly rules: readonly Rule[] },
  releases: readonly ReleaseOnFile[],
): readonly ReleaseSummary[] => {
  const known = releases.toReversed().map((one) => ({ ...one, judges: one.name === release.name }));
  if (known.some(({ judges }) => judges)) return known;
  const draft: ReleaseSummary = {
    ...release,
    states: [],
    rules: rules.map((rule) => ({ id: rule.id, version: versionOf(rule) })),
    parameters: [],
    notes: [],
    judges: true,
  };
  return [draft, ...known];
};
