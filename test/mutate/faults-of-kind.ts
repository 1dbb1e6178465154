import { checkRule } from '../../rules/engine/check.ts';
import { factsKeyOf } from '../../rules/engine/rule.ts';
import { faultOfFixture } from '../../rules/workbench/try-fixture.ts';
import { faultsOfContract } from './faults-of-contract.ts';
import { faultsOfFacts } from './faults-of-facts.ts';
import type { KindOnBench } from './kind-on-bench.ts';

/** What is wrong with the rules of a kind, and with what they make of their fixtures: the first fault tells. */
export function* faultsOfKind(onBench: KindOnBench): Generator<string> {
  const { contract, facts, rules } = onBench;
  for (const { versions, fixtures } of rules) {
    for (const rule of versions) {
      const faults = checkRule(rule, { [contract.kind]: contract }, { [factsKeyOf(rule)]: facts });
      for (const { pointer, cause } of faults) yield `${rule.id} ${pointer} ${cause.en}`;
    }
    for (const fixture of fixtures) {
      const wrong = faultOfFixture(fixture, versions, facts);
      if (wrong !== undefined) yield `${versions[0]!.id} ${fixture.name} ${wrong}`;
    }
  }
  yield* faultsOfContract(onBench);
  yield* faultsOfFacts(onBench);
}
