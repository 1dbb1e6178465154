import type { AnyRecord } from '../events/contract.ts';
import { judgeDraft } from '../rules/engine/draft.ts';
import type { Fixture } from '../rules/engine/fixture.ts';
import type { Holdings } from '../rules/holdings.ts';
import type { FactsByKind, FixtureFile, RuleFile } from './rules-files.ts';

/** One fixture and what came out; `wrong` says how it differs from what was expected. */
export type Tried = { readonly rule: string; readonly name: string; readonly wrong?: string };

const tryOne = (fixture: Fixture, versions: readonly RuleFile[], factsByKind: FactsByKind): string | undefined => {
  const rules = versions.map(({ rule }) => rule);
  const { record, holdings, on } = fixture;
  const source = { record: record as AnyRecord, ...(holdings && { holdings: holdings as unknown as Holdings }) };
  const judgement = judgeDraft(rules, factsByKind[rules[0]!.recordKind]!, source, on);
  const verdict = judgement?.verdict ?? 'not-in-force';
  if (verdict !== fixture.verdict) {
    const because = judgement?.because === undefined ? '' : `: ${judgement.because.zh} ${judgement.because.en}`;
    return `expected ${fixture.verdict}, found ${verdict}${because}`;
  }
  const [expected, found] = [fixture.missing, judgement?.missing].map((list) => list && [...list].sort().join(', '));
  return expected === undefined || expected === found ? undefined : `expected missing ${expected}, found ${found}`;
};

/** Judges the fixtures of the rules whose id or fixture name contains `filter`, by the files as they stand on disk. */
export const tryFixtures = (
  rules: readonly RuleFile[],
  fixtures: readonly FixtureFile[],
  factsByKind: FactsByKind,
  filter = '',
): readonly Tried[] =>
  fixtures.flatMap(({ rule, fixtures: own }) => {
    const versions = rules.filter(({ rule: { id } }) => id === rule);
    if (versions.length === 0) return [];
    return own
      .filter(({ name }) => rule.includes(filter) || name.includes(filter))
      .map((fixture) => {
        const wrong = tryOne(fixture, versions, factsByKind);
        return { rule, name: fixture.name, ...(wrong !== undefined && { wrong }) };
      });
  });
