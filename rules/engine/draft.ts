import type { AnyRecord } from '../../events/contract.ts';
import type { Judgement, Verdict } from '../../events/finding.ts';
import type { FactSource, Facts } from '../facts/fact.ts';
import { versionOn } from './epochs.ts';
import { type ResolvedLeaf, resolve } from './resolve.ts';
import { type Rule, versionOf } from './rule.ts';
import { toldOf } from './told-of.ts';
import { type Truth, weigh } from './weigh.ts';

/** Scope and duty to a verdict: outside its scope a rule does not speak; where that is unknown, neither do we. */
export const verdictOf = (scope: Truth, duty: Truth): Verdict => {
  if (scope === false) return 'not-applicable';
  if (scope === undefined || duty === undefined) return 'undetermined';
  return duty ? 'compliant' : 'violation';
};

/**
 * Judges one record by one rule, from its files as they stand, nothing generated: the version in force on the record's
 * law date, or on the day `on`. Undefined on a day without law.
 */
export const judgeDraft = (
  versions: readonly Rule[],
  facts: Facts<never>,
  source: FactSource<AnyRecord>,
  on?: string,
): Judgement | undefined => {
  const lawDate = on ?? String(source.record[versions[0]!.lawDate]).slice(0, 10);
  const rule = versionOn(versions, lawDate);
  if (rule === undefined) return undefined;
  const read = ({ fact, params = {} }: ResolvedLeaf) => facts[fact]!.of(source as never, params);
  const scope = weigh(resolve(rule.appliesWhen, rule.parameters), read);
  const duty = weigh(resolve(rule.conditions, rule.parameters), read);
  const verdict = verdictOf(scope.truth, duty.truth);
  const judgement = { rule: rule.id, version: versionOf(rule), lawDate, verdict };
  if (verdict === 'compliant' || verdict === 'not-applicable') return judgement;
  return { ...judgement, ...toldOf(verdict === 'violation', scope, duty, (fact) => facts[fact]!) };
};
