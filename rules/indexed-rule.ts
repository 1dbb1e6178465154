import type { Text } from '../events/fault.ts';
import type { Severity } from '../events/finding.ts';
import type { Rule } from './engine/rule.ts';

/** What may be asked and told of a rule's version by functions that do not judge, and so do not carry the catalogue. */
export type IndexedRule = {
  readonly id: string;
  /** `2022-12-01.r1`. */
  readonly version: string;
  readonly recordKind: string;
  readonly severity: Severity;
  /** Of its first source. */
  readonly article?: string;
  readonly title: Text;
  /** What it cites of each sector. */
  readonly penalties: Rule['penalties'];
};

export const indexed = (rule: Rule, version: string): IndexedRule => {
  const { id, recordKind, severity, sources, title, penalties } = rule;
  const { article } = sources[0]!;
  return { ...{ id, version, recordKind, severity, title, penalties }, ...(article !== undefined && { article }) };
};
