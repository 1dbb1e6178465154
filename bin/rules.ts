import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generate, stale, write } from './rules-build.ts';
import { type FileFault, fixtureFiles, kindsAndFacts, ruleFiles } from './rules-files.ts';
import { changedSinceRelease, freeze, releaseOf } from './rules-releases.ts';
import { tryFixtures } from './rules-test.ts';

const usage = `npm run rules -- build          check every rule file and write the generated modules
npm run rules -- build --check  the same, writing nothing: fails where a generated file is not up to date
npm run rules -- test [FILTER]  judge all fixtures (of rules or fixtures whose name contains FILTER)
npm run rules -- release NAME   freeze the rules as they stand; released files may not change afterwards
`;

const root = fileURLToPath(new URL('..', import.meta.url));

const faultLines = (faults: readonly FileFault[]): string =>
  faults
    .map(
      ({ file, pointer, code, found, cause, fix }) =>
        `${file}${pointer === '' ? '' : ` ${pointer}`}  ${code}${found === undefined ? '' : `  ${found}`}\n` +
        `  ${cause.zh}${fix.zh}\n  ${cause.en} ${fix.en}\n`,
    )
    .join('');

const done = (text: string): 0 => {
  process.stdout.write(text);
  return 0;
};
const refuse = (text: string): 1 => {
  process.stderr.write(text);
  return 1;
};

const load = async () => {
  const { kinds, facts } = await kindsAndFacts(root);
  const { files, faults } = ruleFiles(root, kinds, facts);
  const fixtures = fixtureFiles(root);
  return { kinds, facts, files, fixtures: fixtures.files, faults: [...faults, ...fixtures.faults] };
};

const build = async (isCheck: boolean): Promise<number> => {
  const { kinds, files, faults } = await load();
  const all = [...faults, ...changedSinceRelease(root, files)];
  if (all.length > 0) return refuse(faultLines(all));
  const release = releaseOf(root, files);
  const generated = generate(kinds, files, release);
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

const main = async (): Promise<number> => {
  const { positionals, values } = parseArgs({ allowPositionals: true, strict: false });
  const [command, argument, ...more] = positionals;
  const { check, ...unknown } = values;
  // A misspelt --check must not write.
  if (more.length > 0 || Object.keys(unknown).length > 0) return refuse(usage);
  if (command === 'build' && argument === undefined) return build(check !== undefined);
  if (command === 'test') return test(argument);
  if (command === 'release') return release(argument);
  return refuse(usage);
};

process.exitCode = await main();
