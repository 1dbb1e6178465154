import type { RuleFault } from '../engine/check.ts';
import { type Rule, versionOf } from '../engine/rule.ts';

/** What a rule that loads still has wrong; `version` is left out where its fixtures are meant. */
export type Problem = RuleFault & { readonly rule: string; readonly version?: string };

type Words = readonly [zh: string, en: string];

const told = (code: string, pointer: string, found: string | undefined, cause: Words, fix: Words): RuleFault => ({
  code,
  pointer,
  ...(found !== undefined && { found }),
  cause: { zh: cause[0], en: cause[1] },
  fix: { zh: fix[0], en: fix[1] },
});

/** A problem of one version, at a place in its file. */
export const problemAt = (
  rule: Rule,
  code: string,
  pointer: string,
  found: string | undefined,
  cause: Words,
  fix: Words,
): Problem => ({ rule: rule.id, version: versionOf(rule), ...told(code, pointer, found, cause, fix) });

/** A problem of the fixtures beside a rule; `found` names the version and place that they leave open. */
export const problemOfFixtures = (rule: Rule, code: string, found: string, cause: Words, fix: Words): Problem => ({
  rule: rule.id,
  ...told(code, '', `${versionOf(rule)} ${found}`, cause, fix),
});
