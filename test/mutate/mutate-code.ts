import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Equivalent, weighed } from './equivalents.ts';
import { type Group, groups } from './groups.ts';
import type { CodeMutant } from './mutant.ts';
import { filesOf, runStryker } from './run-stryker.ts';

// npm run mutate:code -- [FILE | FOLDER]... [--json]: changes the code that rules rest on, one place at a time, and names
// the changes that no test notices. Exit code 1 where there are any that `equivalents.json` gives no reason for.

const root = fileURLToPath(new URL('../..', import.meta.url));
const { positionals: asked, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });

const isAsked = (file: string): boolean =>
  asked.length === 0 || asked.some((one) => file === one || file.startsWith(`${one.replace(/\/$/, '')}/`));

const named = Equivalent.array().parse(JSON.parse(readFileSync(join(root, 'test/mutate/equivalents.json'), 'utf8')));
const say = (line: string): void => {
  if (!values.json) console.log(line);
};

const all = groups.map((group) => ({ group, files: filesOf(root, group.mutate).filter(isAsked) }));
const files = all.flatMap((one) => one.files);
if (files.length === 0) {
  console.error(`no file that is mutated is named ${asked.join(', ')}`);
  process.exit(2);
}

/** Where the tests fail before anything is changed, nothing can be said of any mutant. */
const triedBy = async (group: Group, files: readonly string[]): Promise<readonly CodeMutant[]> => {
  // Stryker tells of failed tests on the standard output, where `--json` promises JSON and nothing else.
  const { write } = process.stdout;
  process.stdout.write = process.stderr.write.bind(process.stderr);
  try {
    return await runStryker(root, group, files);
  } catch (error) {
    process.stdout.write = write;
    const failed = { group: group.name, why: error instanceof Error ? error.message : String(error) };
    if (values.json) console.log(JSON.stringify({ failed }, null, 2));
    else console.error(`${failed.group}: ${failed.why}`);
    process.exit(2);
  } finally {
    process.stdout.write = write;
  }
};

const mutants: CodeMutant[] = [];
for (const { group, files } of all) {
  if (files.length === 0) continue;
  const began = Date.now();
  const own = await triedBy(group, files);
  mutants.push(...own);
  say(`${group.name}: ${files.length} files, ${own.length} mutants, ${Math.round((Date.now() - began) / 1000)} s`);
}

const { survived, misnamed, equivalent } = weighed(mutants, named, files);
const killed = mutants.length - survived.length - equivalent;
if (values.json) {
  const told = survived.map(({ isKilled: _, ...mutant }) => mutant);
  const score = { mutants: mutants.length, killed, equivalent, survived: told };
  console.log(JSON.stringify({ ...score, ...(misnamed.length > 0 && { misnamed }) }, null, 2));
} else {
  for (const { file, lineNumber, mutator, original, replacement } of survived) {
    say(`${file}:${lineNumber}  ${mutator}  ${original}  →  ${replacement}`);
  }
  for (const { file, line, replacement, why } of misnamed)
    say(`${file}  named as equivalent: ${why}  ${line}  →  ${replacement}`);
  say(`${mutants.length} mutants, ${killed} killed, ${equivalent} equivalent, ${survived.length} survived`);
}
process.exitCode = survived.length === 0 && misnamed.length === 0 ? 0 : 1;
