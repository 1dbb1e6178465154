import { type Mutant, mutantsOf } from './mutants.ts';
import type { RuleWithFixtures } from './rule-with-fixtures.ts';
import { faultOfFixture } from './try-fixture.ts';

type Named = Pick<Mutant, 'rule' | 'name'>;

/** How a rule's fixtures tell it from its mutants. */
export type MutationScore = {
  readonly mutants: number;
  readonly killed: number;
  readonly equivalent: number;
  /** No fixture notices them, and nobody said that none could. */
  readonly survived: readonly Named[];
  /** Named as equivalent, though a fixture tells them apart, or though there is no such mutant, or twice. */
  readonly misnamed: readonly (Named & { readonly why: 'killed' | 'unknown' | 'repeated' })[];
};

const isKilled = ({ versions }: Mutant, { fixtures, facts }: RuleWithFixtures): boolean =>
  fixtures.some((fixture) => faultOfFixture(fixture, versions, facts) !== undefined);

const scoreOf = (one: RuleWithFixtures): MutationScore => {
  const rule = one.versions[0]!.id;
  const mutants = mutantsOf(one.versions, one.facts);
  const killed = new Set(mutants.filter((mutant) => isKilled(mutant, one)).map(({ name }) => name));
  const alive = new Set(mutants.filter(({ name }) => !killed.has(name)).map(({ name }) => name));
  const named = one.equivalents.map(({ mutant }) => mutant);
  const misnamed = named.flatMap((name, n): MutationScore['misnamed'] => {
    if (named.indexOf(name) < n) return [{ rule, name, why: 'repeated' }];
    if (killed.has(name)) return [{ rule, name, why: 'killed' }];
    return alive.has(name) ? [] : [{ rule, name, why: 'unknown' }];
  });
  const survived = [...alive].filter((name) => !named.includes(name));
  return {
    mutants: mutants.length,
    killed: killed.size,
    equivalent: alive.size - survived.length,
    survived: survived.map((name) => ({ rule, name })),
    misnamed,
  };
};

/** The mutants of all these rules, judged by their fixtures. The fixtures must come out as they say for the rule itself. */
export const mutate = (all: readonly RuleWithFixtures[]): MutationScore =>
  all.map(scoreOf).reduce(
    (sum, score): MutationScore => ({
      mutants: sum.mutants + score.mutants,
      killed: sum.killed + score.killed,
      equivalent: sum.equivalent + score.equivalent,
      survived: sum.survived.concat(score.survived),
      misnamed: sum.misnamed.concat(score.misnamed),
    }),
    { mutants: 0, killed: 0, equivalent: 0, survived: [], misnamed: [] },
  );
