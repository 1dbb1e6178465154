import type { Text } from '../../events/fault.ts';
import type { Release } from '../../events/submission.ts';
import type { LocalParameters } from './local-parameters.ts';
import { type Rule, versionOf } from './rule.ts';

/** An immutable set of rule versions, and what became of it. */
export type ReleaseOnFile = {
  readonly name: string;
  /** SHA-256 of its contents; `sm3` is of the same bytes, and the first release has none. */
  readonly digest: string;
  readonly sm3?: string;
  /** Draft until published or put in shadow, in the order in which it happened. */
  readonly states: readonly { readonly state: string; readonly on: string; readonly reason?: string }[];
  readonly rules: readonly { readonly id: string; readonly version: string }[];
  /** Which of each authority's own figures it has, by set. */
  readonly parameters: readonly { readonly id: string; readonly overrides: number }[];
  /** What is otherwise than in the release before, in words, by article. */
  readonly notes: readonly Text[];
};

/** What is known of releases: those on file, every released rule version, and what judges now, which may be a draft. */
export type Releases = {
  readonly releases: readonly ReleaseOnFile[];
  readonly rules: readonly Rule[];
  readonly live: { readonly release: Release; readonly rules: readonly Rule[] };
};

/** The rule versions of a release by its name; undefined where there is none. */
export const rulesOfRelease = (name: string, { releases, rules, live }: Releases): readonly Rule[] | undefined => {
  if (name === live.release.name) return live.rules;
  const release = releases.find((one) => one.name === name);
  const listed = release && new Set(release.rules.map(({ id, version }) => `${id} ${version}`));
  return listed && rules.filter((rule) => listed.has(`${rule.id} ${versionOf(rule)}`));
};

/** A release that judges beside the one that counts; of its rules, all versions of those that differ. */
export type Shadow = {
  readonly release: Release;
  readonly rules: readonly Rule[];
  /** What authorities have set, as it has it. */
  readonly localParameters: readonly LocalParameters[];
  /** Rules that judge now and that it has none of. */
  readonly gone: readonly Pick<Rule, 'id' | 'recordKind' | 'per'>[];
};
