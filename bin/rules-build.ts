import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compile } from '../rules/engine/compile.ts';
import {
  type Adjusted,
  adjustedRules,
  type LocalParameters,
  localUnitKeyOf,
} from '../rules/engine/local-parameters.ts';
import { type Rule, unitKeyOf, versionOf } from '../rules/engine/rule.ts';
import { indexed } from '../rules/indexed-rule.ts';
import { contractName } from './contract-module.ts';
import { releasesModule, shadowOf } from './releases-module.ts';
import type { Loaded } from './rules-load.ts';
import type { Standing } from './rules-releases.ts';

/** A generated file: its path from the project's root, and its text. */
export type Generated = { readonly file: string; readonly text: string };

const written = '// Written by `npm run rules -- build`. Not to be edited.';
const camel = contractName;

const listing = (names: readonly string[], imports: (name: string) => string, type: string, of: string): string =>
  [
    written,
    ...names.map(imports),
    type,
    '',
    `${of} = {`,
    ...names.map((name) => `  ${JSON.stringify(name)}: ${camel(name)},`),
    '};',
    '',
  ].join('\n');

/** The rules of every unit; of those in which an authority has set something, once more with that. */
const unitsOf = (rules: readonly Rule[], sets: readonly LocalParameters[]): ReadonlyMap<string, readonly Adjusted[]> =>
  new Map(
    [...Map.groupBy(rules, unitKeyOf)].flatMap(([key, own]) => [
      [key, adjustedRules(own)] as const,
      ...sets.flatMap((set) => {
        const adjusted = adjustedRules(own, set);
        return adjusted.some(({ isAdjusted }) => isAdjusted) ? [[localUnitKeyOf(own[0]!, set), adjusted] as const] : [];
      }),
    ]),
  );

/** Everything that is written from the rule files, the contracts and the facts. */
export const generate = (
  { kinds, tallies, files }: Pick<Loaded, 'kinds' | 'tallies' | 'files'>,
  stands: Standing,
  problems: number,
): readonly Generated[] => {
  const { localParameters } = stands;
  const rules = stands.rules.map(({ rule }) => rule);
  const names = Object.keys(kinds);
  const tallied = Object.keys(tallies);
  const units = unitsOf(rules, localParameters);
  const judged = [...units.keys()].sort();
  return [
    {
      file: 'events/records/kinds.generated.ts',
      text: listing(
        names,
        (name) => `import { ${camel(name)} } from './${name}/contract.ts';`,
        "import type { Contract } from '../contract.ts';",
        '/** Every record kind by its name. */\nexport const kinds: Readonly<Record<string, Contract>>',
      ).replaceAll(/^( {2}"[^"]+": \w+),$/gm, '$1 as unknown as Contract,'),
    },
    {
      file: 'rules/facts/facts.generated.ts',
      text: listing(
        [...names, ...tallied.map((name) => `${name}.period`)].sort(),
        (name) => `import { facts as ${camel(name)} } from './${name}.ts';`,
        "import type { Facts } from './fact.ts';",
        '/** The facts of every record kind, and of the periods of those that have any. */\nexport const factsByKind: Readonly<Record<string, Facts<never>>>',
      ),
    },
    {
      file: 'rules/facts/tallies.generated.ts',
      text: listing(
        tallied,
        (name) => `import { tally as ${camel(name)} } from './${name}.period.ts';`,
        "import type { TallyOf } from './period.ts';",
        '/** What is added up over the records of a kind, for the kinds that have rules per period. */\nexport const tallies: Readonly<Record<string, TallyOf>>',
      ),
    },
    {
      file: 'rules/generated/catalogue.generated.ts',
      text: [
        written,
        "import type { LocalParameters } from '../engine/local-parameters.ts';",
        "import type { Shadow } from '../engine/release.ts';",
        "import type { Rule } from '../engine/rule.ts';",
        '',
        `export const release = ${JSON.stringify(stands.release)};`,
        '',
        '/** How many problems a lint found in these rules: a service starts on none that has any. */',
        `export const problems: number = ${problems};`,
        '',
        'export const rules: readonly Rule[] = [',
        ...rules.map((rule) => `  ${JSON.stringify(rule)},`),
        '];',
        '',
        `export const shadow: Shadow | undefined = ${JSON.stringify(shadowOf(stands))};`,
        '',
        'export const localParameters: readonly LocalParameters[] = [',
        ...localParameters.map((set) => `  ${JSON.stringify(set)},`),
        '];',
        '',
      ].join('\n'),
    },
    {
      file: 'events/records/kind-names.generated.ts',
      text: [
        written,
        '/** The names of all record kinds, without their contracts. */',
        `export const kindNames: readonly string[] = ${JSON.stringify(names)};`,
        '',
      ].join('\n'),
    },
    {
      file: 'rules/generated/rule-index.generated.ts',
      text: [
        written,
        "import type { IndexedRule } from '../indexed-rule.ts';",
        '',
        '/** Every rule version in the order of the catalogue, for those who do not judge. */',
        'export const ruleIndex: readonly IndexedRule[] = [',
        ...rules.map((rule) => `  ${JSON.stringify(indexed(rule, versionOf(rule)))},`),
        '];',
        '',
      ].join('\n'),
    },
    releasesModule(stands, files),
    ...judged.map((name) => ({
      file: `rules/generated/${name}.generated.ts`,
      text: compile(units.get(name)!),
    })),
    {
      file: 'rules/generated/units.generated.ts',
      text: listing(
        judged,
        (name) => `import { unit as ${camel(name)} } from './${name}.generated.ts';`,
        "import type { Unit } from '../engine/unit.ts';",
        '/** The generated code of every record kind that has rules, and of every period of one. */\nexport const units: Readonly<Record<string, Unit>>',
      ),
    },
  ];
};

/** Generated files that differ from what stands on disk, or stand there and should not. */
export const stale = (root: string, generated: readonly Generated[]): readonly string[] => {
  const wanted = new Map(generated.map(({ file, text }) => [file, text]));
  const there = globSync(['rules/**/*.generated.ts', 'events/**/*.generated.ts'], { cwd: root });
  const textOf = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined);
  const unwanted = there.filter((file) => !wanted.has(file));
  return [...unwanted, ...[...wanted].filter(([file, text]) => textOf(file) !== text).map(([file]) => file)].sort();
};

/** Brings the files on disk to what is generated; gives back those it changed. */
export const write = (root: string, generated: readonly Generated[]): readonly string[] => {
  const texts = new Map(generated.map(({ file, text }) => [file, text]));
  const changed = stale(root, generated);
  for (const file of changed) {
    const text = texts.get(file);
    if (text === undefined) rmSync(join(root, file));
    else {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
  }
  return changed;
};
