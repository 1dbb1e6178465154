import type { Fixture } from '../engine/fixture.ts';
import type { Rule } from '../engine/rule.ts';
import type { Facts } from '../facts/fact.ts';
import type { EquivalentMutant } from './equivalent-mutant.ts';

/** A rule folder as the workbench sees it, with the facts of its record kind. */
export type RuleWithFixtures = {
  readonly versions: readonly Rule[];
  readonly fixtures: readonly Fixture[];
  readonly equivalents: readonly EquivalentMutant[];
  readonly facts: Facts<never>;
};
