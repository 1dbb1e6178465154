import { maySee, type Principal } from '../../events/principal.ts';
import { notFound } from '../../events/problem.ts';
import type { Violation } from '../../events/violation.ts';
import type { IndexedRule } from '../../rules/indexed-rule.ts';
import { breachOf } from '../../rules/penalties/breach.ts';
import type { ItemRange } from '../../rules/penalties/item-range.ts';
import type { Penalty } from '../../rules/penalties/penalty.ts';
import { rangeOf } from '../../rules/penalties/range-of.ts';
import type { Recorded } from '../../rules/track.ts';
import { type IsAudited, visible } from '../list-violations/visible.ts';
import type { ViolationWithRange } from './violation-with-range.ts';

export type ReadViolationDeps = {
  readonly violation: (id: string) => Promise<Recorded | undefined>;
  readonly audited: IsAudited;
  readonly rules: readonly IndexedRule[];
  readonly penalties: readonly Penalty[];
};

const rangesFor = (seen: Violation, rule: IndexedRule, penalties: readonly Penalty[]): ItemRange[] => {
  const { express, linkable, actedOn: day, isAdvisory } = breachOf(seen, rule);
  const cited = [
    ...express.map((one) => ({ ...one, express: true })),
    ...linkable.map((one) => ({ ...one, express: false })),
  ];
  return cited.map((one) => rangeOf(penalties, one, { day, isAdvisory }));
};

/**
 * The violation, if it is the caller's to see, with what the penalty items that its rule cites allow on its law date;
 * throws Problem NOT_FOUND otherwise, whether or not it exists.
 */
export const readViolation = async (
  id: string,
  principal: Principal,
  { violation, audited, rules, penalties }: ReadViolationDeps,
): Promise<ViolationWithRange> => {
  const recorded = await violation(id);
  const [seen] = recorded === undefined ? [] : await visible([recorded], audited);
  if (seen === undefined || !maySee(principal, seen)) throw notFound({ zh: '违规', en: 'violation' });
  const rule = rules.find((one) => one.id === seen.rule && one.version === seen.version);
  return { ...seen, ...(rule && { penalties: rangesFor(seen, rule, penalties) }) };
};
