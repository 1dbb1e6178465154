import { factsKeyOf } from '../rules/engine/rule.ts';
import { faultOfFixture } from '../rules/workbench/try-fixture.ts';
import type { FactsByKind, FixtureFile, RuleFile } from './rules-files.ts';

/** One fixture and what came out; `wrong` says how it differs from what was expected. */
export type Tried = {
  readonly rule: string;
  readonly file: string;
  /** Its place among those of the file, from 0. */
  readonly at: number;
  readonly name: string;
  readonly wrong?: string;
};

/** Judges the fixtures of the rules whose id or fixture name contains `filter`, by the files as they stand on disk. */
export const tryFixtures = (
  rules: readonly RuleFile[],
  fixtures: readonly FixtureFile[],
  factsByKind: FactsByKind,
  filter = '',
): readonly Tried[] => {
  const versionsOf = Map.groupBy(
    rules.map(({ rule }) => rule),
    ({ id }) => id,
  );
  return fixtures.flatMap(({ rule: id, file, fixtures: own }) => {
    const versions = versionsOf.get(id);
    if (versions === undefined) return [];
    const facts = factsByKind[factsKeyOf(versions[0]!)]!;
    return own.flatMap((fixture, at) => {
      if (!id.includes(filter) && !fixture.name.includes(filter)) return [];
      const wrong = faultOfFixture(fixture, versions, facts);
      return [{ rule: id, file, at, name: fixture.name, ...(wrong !== undefined && { wrong }) }];
    });
  });
};
