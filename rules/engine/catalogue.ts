import type { Release } from '../../events/submission.ts';
import { localParameters, problems, release, rules, shadow } from '../generated/catalogue.generated.ts';
import { rulesOn } from './epochs.ts';
import type { LocalParameters } from './local-parameters.ts';
import type { Shadow } from './release.ts';
import type { Rule } from './rule.ts';

if (problems > 0) throw new Error(`the rules have ${problems} problems: npm run rules -- lint`);

/** The released rules, by rule id and date, and what an audit says it used. */
export const catalogue: {
  readonly release: Release;
  readonly rules: readonly Rule[];
  /** What authorities have set otherwise. */
  readonly localParameters: readonly LocalParameters[];
  /** The release that judges beside it unseen, if there is one. */
  readonly shadow: Shadow | undefined;
} = { release, rules, localParameters, shadow };

/** What is law for the records of a kind on a civil day (+08:00), each rule in its version of that day. */
export const rulesInForce = (kind: string, day: string): readonly Rule[] =>
  rulesOn(
    catalogue.rules.filter(({ recordKind, per }) => recordKind === kind && per === undefined),
    day,
  );
