import { factsKeyOf } from '../rules/engine/rule.ts';
import type { RuleWithFixtures } from '../rules/workbench/rule-with-fixtures.ts';
import { type EquivalentsFile, equivalentFiles } from './rules-equivalents.ts';
import {
  type FactsByKind,
  type FileFault,
  type FixtureFile,
  fixtureFiles,
  kindsAndFacts,
  type RuleFile,
  ruleFiles,
} from './rules-files.ts';

/** What a workbench command says, and whether CI may go on: 0 fine, 1 found something. */
export type Outcome = { readonly status: 0 | 1; readonly text: string };

type Files = {
  readonly rules: readonly RuleFile[];
  readonly fixtures: readonly FixtureFile[];
  readonly equivalents: readonly EquivalentsFile[];
  readonly facts: FactsByKind;
};

/** The rules whose id contains `filter`, each with what stands in its folder. */
const withFixtures = ({ rules, fixtures, equivalents, facts }: Files, filter: string): readonly RuleWithFixtures[] =>
  [...Map.groupBy(rules, ({ rule: { id } }) => id)]
    .filter(([id]) => id.includes(filter))
    .map(([id, files]) => ({
      versions: files.map(({ rule }) => rule),
      fixtures: fixtures.find(({ rule }) => rule === id)?.fixtures ?? [],
      equivalents: equivalents.find(({ rule }) => rule === id)?.equivalents ?? [],
      facts: facts[factsKeyOf(files[0]!.rule)] ?? {},
    }));

/** What is on the bench: the rules asked for, their files, and what keeps any file from being read or built. */
export type Bench = {
  readonly rules: readonly RuleWithFixtures[];
  readonly files: readonly RuleFile[];
  readonly faults: readonly FileFault[];
};

/** Reads the rule folders as they stand on disk. */
export const bench = async (root: string, filter = ''): Promise<Bench> => {
  const { kinds, facts, tallies, faults } = await kindsAndFacts(root);
  const rules = ruleFiles(root, kinds, facts);
  const fixtures = fixtureFiles(root, rules.files, tallies);
  const equivalents = equivalentFiles(root);
  return {
    rules: withFixtures(
      { rules: rules.files, fixtures: fixtures.files, equivalents: equivalents.files, facts },
      filter,
    ),
    files: rules.files,
    faults: [...faults, ...rules.faults, ...fixtures.faults, ...equivalents.faults],
  };
};
