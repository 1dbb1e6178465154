import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Contract } from '../events/contract.ts';
import { checkRule, type RuleFault } from '../rules/engine/check.ts';
import { type Fixture, fixturesIn, fixturesSchema } from '../rules/engine/fixture.ts';
import { readRule } from '../rules/engine/read-rule.ts';
import { type Rule, versionOf } from '../rules/engine/rule.ts';
import type { Facts } from '../rules/facts/fact.ts';
import type { TallyOf } from '../rules/facts/period.ts';
import { addedUp } from '../rules/workbench/try-fixture.ts';
import { contractIn } from './contract-module.ts';
import { versionFaults } from './rules-versions.ts';

export type RuleFile = { readonly file: string; readonly rule: Rule; readonly digest: string };
export type FileFault = RuleFault & { readonly file: string };
export type Kinds = Readonly<Record<string, Contract>>;
export type FactsByKind = Readonly<Record<string, Facts<never>>>;
export type Tallies = Readonly<Record<string, TallyOf>>;
export type FixtureFile = { readonly file: string; readonly rule: string; readonly fixtures: readonly Fixture[] };

/** Faults as their readers see them: the file, the place, what was found, the cause and the fix. */
export const faultLines = (faults: readonly FileFault[]): string =>
  faults
    .map(
      ({ file, pointer, code, found, cause, fix }) =>
        `${file}${pointer === '' ? '' : ` ${pointer}`}  ${code}${found === undefined ? '' : `  ${found}`}\n` +
        `  ${cause.zh}${fix.zh}\n  ${cause.en} ${fix.en}\n`,
    )
    .join('');

/** Told of a file that is not JSON. */
const notJson = (file: string, error: unknown): FileFault => ({
  file,
  code: 'NOT_JSON',
  pointer: '',
  cause: { zh: '不是 JSON。', en: `It is no JSON: ${(error as Error).message}` },
  fix: { zh: '改正语法。', en: 'Correct its syntax.' },
});

const noFixtures = (file: string): FileFault => ({
  file,
  code: 'NO_FIXTURES',
  pointer: '',
  cause: { zh: '规则没有用例。', en: 'The rule has no fixtures.' },
  fix: { zh: '写出每种判定的用例。', en: 'Write one for every verdict.' },
});

/** A file's JSON, or that it is none. */
export const jsonOf = (root: string, file: string): { readonly json: unknown } | { readonly fault: FileFault } => {
  try {
    return { json: JSON.parse(readFileSync(join(root, file), 'utf8')) };
  } catch (error) {
    return { fault: notJson(file, error) };
  }
};

/** What a rule says, whatever its blanks: SHA-256 of its canonical JSON. */
export const digestOf = (json: unknown): string => createHash('sha256').update(JSON.stringify(json)).digest('hex');

/** `sets/<law>/<article-duty>/<from>.rN.json` says the rule's id and version too. */
const misplaced = (file: string, rule: Rule): FileFault[] => {
  const [law, duty] = dirname(file).split('/').slice(-2);
  const expected = [`${law}.${duty}`, `${versionOf(rule)}.json`];
  const found = [rule.id, basename(file)];
  return expected.flatMap((want, n) =>
    want === found[n]
      ? []
      : [
          {
            file,
            code: 'MISPLACED',
            pointer: n === 0 ? '/id' : '/effective/from',
            found: found[n]!,
            cause: { zh: `与文件位置不符，应为 ${want}。`, en: `The file's place says ${want}.` },
            fix: { zh: '改名或改正。', en: 'Rename the file, or correct it.' },
          },
        ],
  );
};

const inOrder = new Intl.Collator('en', { numeric: true });

/** What a rule folder holds beside its versions. */
const besideRules: readonly string[] = ['fixtures.json', 'equivalent-mutants.json'];

/** Every rule version under `rules/sets`, in catalogue order, and what is wrong with any of them. */
export const ruleFiles = (
  root: string,
  kinds: Kinds,
  factsByKind: FactsByKind,
): { readonly files: readonly RuleFile[]; readonly faults: readonly FileFault[] } => {
  const files: RuleFile[] = [];
  const faults: FileFault[] = [];
  const names = globSync('rules/sets/*/*/*.json', { cwd: root }).filter(
    (name) => !besideRules.includes(basename(name)),
  );
  for (const file of names.sort(inOrder.compare)) {
    const text = jsonOf(root, file);
    if ('fault' in text) {
      faults.push(text.fault);
      continue;
    }
    const read = readRule(text.json);
    if ('faults' in read) {
      faults.push(...read.faults.map((fault) => ({ ...fault, file })));
      continue;
    }
    const { rule } = read;
    faults.push(...misplaced(file, rule), ...checkRule(rule, kinds, factsByKind).map((fault) => ({ ...fault, file })));
    files.push({ file, rule, digest: digestOf(text.json) });
  }
  return { files, faults: [...faults, ...versionFaults(files)] };
};

/** Fixtures of rules per period with their records added up, the others as they are. */
const readyFor = (rules: readonly RuleFile[], tallies: Tallies, id: string, fixtures: readonly Fixture[]) => {
  const rule = rules.find(({ rule }) => rule.id === id)?.rule;
  const tally = rule?.per === undefined ? undefined : tallies[rule.recordKind];
  return tally === undefined ? fixtures : fixtures.map((fixture) => addedUp(fixture, tally));
};

/** The fixtures of every rule folder, and the folders whose fixtures are missing or malformed. */
export const fixtureFiles = (
  root: string,
  rules: readonly RuleFile[],
  tallies: Tallies,
): { readonly files: readonly FixtureFile[]; readonly faults: readonly FileFault[] } => {
  const files: FixtureFile[] = [];
  const faults: FileFault[] = [];
  for (const folder of globSync('rules/sets/*/*', { cwd: root }).sort(inOrder.compare)) {
    const file = join(folder, 'fixtures.json');
    if (!existsSync(join(root, file))) {
      faults.push(noFixtures(file));
      continue;
    }
    const text = jsonOf(root, file);
    if ('fault' in text) {
      faults.push(text.fault);
      continue;
    }
    const read = fixturesSchema(text.json).safeParse(text.json);
    if (read.success) {
      const rule = folder.split('/').slice(-2).join('.');
      files.push({ file, rule, fixtures: readyFor(rules, tallies, rule, fixturesIn(read.data)) });
      continue;
    }
    faults.push(
      ...read.error.issues.map(({ path, message }) => ({
        file,
        code: 'FIXTURE_SHAPE',
        pointer: path.map((step) => `/${String(step)}`).join(''),
        cause: { zh: `不合用例格式：${message}`, en: message },
        fix: { zh: '参照 rules/README.md 改正。', en: 'Correct it after rules/README.md.' },
      })),
    );
  }
  return { files, faults };
};

type KindsAndFacts = {
  readonly kinds: Kinds;
  readonly facts: FactsByKind;
  readonly tallies: Tallies;
  /** Of modules that have no contract, or more than one: their kinds are not among the others. */
  readonly faults: readonly FileFault[];
};

/** Those that are ours, from the generated lists: they are read only when asked for, as it is from here that they are made. */
const ownKindsAndFacts = async (): Promise<KindsAndFacts> => {
  const { kinds } = await import('../events/records/kinds.generated.ts');
  const { factsByKind } = await import('../rules/facts/facts.generated.ts');
  const { tallies } = await import('../rules/facts/tallies.generated.ts');
  return { kinds, facts: factsByKind, tallies, faults: [] };
};

/**
 * Every record kind and its facts, and what is added up over a period of it, from the folders themselves; ours where rules
 * stand alone in a folder.
 */
export const kindsAndFacts = async (root: string): Promise<KindsAndFacts> => {
  if (!existsSync(join(root, 'rules/facts'))) return ownKindsAndFacts();
  const names = globSync('events/records/*/contract.ts', { cwd: root })
    .map((file) => basename(dirname(file)))
    .sort();
  const load = async (name: string) => {
    const read = contractIn(await import(join(root, 'events/records', name, 'contract.ts')), name);
    if ('fault' in read) return read;
    const { facts } = await import(join(root, 'rules/facts', `${name}.ts`));
    return { kind: [name, read.contract, facts as Facts<never>] as const };
  };
  const read = await Promise.all(names.map(load));
  const all = read.flatMap((one) => ('kind' in one ? [one.kind] : []));
  const tallied = names.filter((name) => existsSync(join(root, 'rules/facts', `${name}.period.ts`)));
  const periods = await Promise.all(
    tallied.map(async (name) => {
      const { facts, tally } = await import(join(root, 'rules/facts', `${name}.period.ts`));
      return [name, facts as Facts<never>, tally as TallyOf] as const;
    }),
  );
  return {
    kinds: Object.fromEntries(all.map(([name, contract]) => [name, contract])),
    facts: Object.fromEntries([
      ...all.map(([name, , facts]) => [name, facts]),
      ...periods.map(([name, facts]) => [`${name}.period`, facts]),
    ]),
    tallies: Object.fromEntries(periods.map(([name, , tally]) => [name, tally])),
    faults: read.flatMap((one) => ('fault' in one ? [one.fault] : [])),
  };
};
