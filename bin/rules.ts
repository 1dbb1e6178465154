import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { faultOfFixture } from '../rules/workbench/try-fixture.ts';
import { calendarFiles, calendarModule } from './calendar-files.ts';
import { parameterFiles } from './parameter-files.ts';
import { citedFaults, penaltiesModule, penaltyFiles } from './penalty-files.ts';
import { generate, stale, write } from './rules-build.ts';
import { coverageOutcome } from './rules-coverage.ts';
import { faultLines, fixtureFiles, kindsAndFacts, ruleFiles } from './rules-files.ts';
import { lintOutcome } from './rules-lint.ts';
import { mutateOutcome } from './rules-mutate.ts';
import { changedSinceRelease, freeze, releaseOf } from './rules-releases.ts';
import { tryFixtures } from './rules-test.ts';
import { type Bench, bench, type Outcome } from './rules-workbench.ts';

const usage = `npm run rules -- build          check every rule file and write the generated modules
npm run rules -- build --check  the same, writing nothing: fails where a generated file is not up to date
npm run rules -- test [FILTER]  judge all fixtures (of rules or fixtures whose name contains FILTER)
npm run rules -- lint [FILTER]  what is wrong with rules that load: impossible conditions, missing citations or fixtures
npm run rules -- coverage [FILTER]  what the fixtures leave unshown: each condition true, false, unknown and decisive
npm run rules -- mutate [FILTER]  change one thing of a rule at a time: which changes does no fixture notice
  --json                        of these three, the answer as JSON; FILTER is part of a rule's id
npm run rules -- release NAME   freeze the rules as they stand; released files may not change afterwards
`;

const root = fileURLToPath(new URL('..', import.meta.url));

const done = (text: string): 0 => {
  process.stdout.write(text);
  return 0;
};
const refuse = (text: string): 1 => {
  process.stderr.write(text);
  return 1;
};

const load = async () => {
  const { kinds, facts, tallies } = await kindsAndFacts(root);
  const { files, faults } = ruleFiles(root, kinds, facts);
  const fixtures = fixtureFiles(root, files, tallies);
  const local = parameterFiles(
    root,
    files.map(({ rule }) => rule),
    kinds,
    facts,
  );
  const penalties = penaltyFiles(root);
  const calendar = calendarFiles(root);
  const penaltyFaults = [...penalties.faults, ...citedFaults(files, penalties.files)];
  return {
    kinds,
    facts,
    tallies,
    files,
    fixtures: fixtures.files,
    penalties: penalties.files,
    years: calendar.years,
    localParameters: local.sets,
    faults: [...faults, ...fixtures.faults, ...penaltyFaults, ...calendar.faults, ...local.faults],
  };
};

const build = async (isCheck: boolean): Promise<number> => {
  const { kinds, tallies, files, localParameters, penalties, years, faults } = await load();
  const all = [...faults, ...changedSinceRelease(root, files)];
  if (all.length > 0) return refuse(faultLines(all));
  const release = releaseOf(root, files);
  const generated = [
    ...generate(kinds, tallies, files, localParameters, release),
    penaltiesModule(penalties),
    calendarModule(years),
  ];
  if (!isCheck) {
    const changed = write(root, generated);
    return done(`${files.length} rule versions, release ${release.name}; ${changed.length} files written\n`);
  }
  const old = stale(root, generated);
  if (old.length === 0) return done(`${files.length} rule versions; generated files are up to date\n`);
  return refuse(`not up to date, run npm run rules -- build:\n${old.map((file) => `  ${file}\n`).join('')}`);
};

const test = async (filter: string | undefined): Promise<number> => {
  const { facts, files, fixtures, faults } = await load();
  if (faults.length > 0) return refuse(faultLines(faults));
  const tried = tryFixtures(files, fixtures, facts, filter);
  const wrong = tried.filter((one) => one.wrong !== undefined);
  const lines = wrong.map(({ rule, name, wrong: how }) => `${rule}  ${name}\n  ${how}\n`).join('');
  const total = `${tried.length} fixtures, ${wrong.length} wrong\n`;
  if (tried.length === 0) return refuse(`no fixture matches ${filter}\n`);
  return wrong.length === 0 ? done(total) : refuse(`${lines}${total}`);
};

const release = async (name: string | undefined): Promise<number> => {
  if (name === undefined || !/^[\w.-]+$/.test(name)) return refuse(usage);
  const { files, faults } = await load();
  const all = [...faults, ...changedSinceRelease(root, files)];
  if (all.length > 0) return refuse(faultLines(all));
  // What is frozen stays: a rule that fails its own examples must not be.
  const tested = await test(undefined);
  if (tested !== 0) return tested;
  const outcome = freeze(root, name, files);
  if (outcome === 'not-newer') return refuse(`${name} is not newer than the newest release\n`);
  if (outcome === 'no-change') return refuse('nothing has changed since the newest release\n');
  return build(false);
};

const benches: Readonly<Record<string, (on: Bench, isJson: boolean) => Outcome>> = {
  lint: lintOutcome,
  coverage: coverageOutcome,
  mutate: mutateOutcome,
};

/** What a workbench command found goes to stdout, also where it fails: it is what was asked for. */
const atBench = async (command: string, filter: string | undefined, isJson: boolean): Promise<number> => {
  const on = await bench(root, filter);
  // Only a lint has something to say of files that do not load.
  if (on.faults.length > 0 && command !== 'lint') return refuse(faultLines(on.faults));
  if (on.rules.length === 0 && on.faults.length === 0) return refuse(`no rule matches ${filter}\n`);
  const failing = on.rules.flatMap(({ versions, fixtures, facts }) =>
    fixtures.filter((fixture) => faultOfFixture(fixture, versions, facts) !== undefined),
  );
  // By a fixture that fails already, every mutant would be killed.
  if (command !== 'lint' && failing.length > 0)
    return refuse(`${failing.length} fixtures are wrong: npm run rules -- test\n`);
  const { status, text } = benches[command]!(on, isJson);
  process.stdout.write(text);
  return status;
};

const main = async (): Promise<number> => {
  const { positionals, values } = parseArgs({ allowPositionals: true, strict: false });
  const [command, argument, ...more] = positionals;
  const { check, json, ...unknown } = values;
  // A misspelt --check must not write.
  if (more.length > 0 || Object.keys(unknown).length > 0) return refuse(usage);
  if (command !== undefined && Object.hasOwn(benches, command) && check === undefined) {
    return atBench(command, argument, json !== undefined);
  }
  // No other command answers in JSON.
  if (json !== undefined) return refuse(usage);
  if (command === 'build' && argument === undefined) return build(check !== undefined);
  if (command === 'test') return test(argument);
  if (command === 'release') return release(argument);
  return refuse(usage);
};

process.exitCode = await main();
