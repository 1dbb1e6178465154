import type { Text } from '../../events/fault.ts';
import type { Release } from '../../events/submission.ts';
import type { Rule } from './rule.ts';

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

/** A release that judges beside the one that counts; of its rules, all versions of those that differ. */
export type Shadow = { readonly release: Release; readonly rules: readonly Rule[] };
