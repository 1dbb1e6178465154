import { factsKeyOf } from '../rules/engine/rule.ts';
import { faultOfFixture } from '../rules/workbench/try-fixture.ts';
import type { FactsByKind, FixtureFile, RuleFile } from './rules-files.ts';

/** One fixture and what came out; `wrong` says how it differs from what was expected. */
export type Tried = { readonly rule: string; readonly name: string; readonly wrong?: string };

/** Judges the fixtures of the rules whose id or fixture name contains `filter`, by the files as they stand on disk. */
export const tryFixtures = (
  rules: readonly RuleFile[],
  fixtures: readonly FixtureFile[],
  factsByKind: FactsByKind,
  filter = '',
): readonly Tried[] =>
  fixtures.flatMap(({ rule: id, fixtures: own }) => {
    const versions = rules.flatMap(({ rule }) => (rule.id === id ? [rule] : []));
    if (versions.length === 0) return [];
    const facts = factsByKind[factsKeyOf(versions[0]!)]!;
    return own
      .filter(({ name }) => id.includes(filter) || name.includes(filter))
      .map((fixture) => {
        const wrong = faultOfFixture(fixture, versions, facts);
        return { rule: id, name: fixture.name, ...(wrong !== undefined && { wrong }) };
      });
  });
