import type { Release } from '../../events/submission.ts';
import { localParameters, release, rules } from '../generated/catalogue.generated.ts';
import { rulesOn } from './epochs.ts';
import type { LocalParameters } from './local-parameters.ts';
import type { Rule } from './rule.ts';

/** The released rules, by rule id and date, and what an audit says it used. */
export const catalogue: {
  readonly release: Release;
  readonly rules: readonly Rule[];
  /** What authorities have set otherwise. */
  readonly localParameters: readonly LocalParameters[];
} = { release, rules, localParameters };

/** What is law for the records of a kind on a civil day (+08:00), each rule in its version of that day. */
export const rulesInForce = (kind: string, day: string): readonly Rule[] =>
  rulesOn(
    catalogue.rules.filter(({ recordKind, per }) => recordKind === kind && per === undefined),
    day,
  );
