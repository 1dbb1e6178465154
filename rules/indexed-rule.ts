import type { Text } from '../events/fault.ts';
import type { Severity } from '../events/finding.ts';
import type { Rule } from './engine/rule.ts';

/** What may be asked and told of a rule's version by functions that do not judge, and so do not carry the catalogue. */
export type IndexedRule = {
  readonly id: string;
  readonly recordKind: string;
  readonly severity: Severity;
  /** Of its first source. */
  readonly article?: string;
  readonly title: Text;
};

export const indexed = ({ id, recordKind, severity, sources, title }: Rule): IndexedRule => ({
  ...{ id, recordKind, severity, title },
  ...(sources[0]!.article !== undefined && { article: sources[0]!.article }),
});
