import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import type { LogLevel } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import type { Group } from './groups.ts';
import { type CodeMutant, codeMutantOf } from './mutant.ts';

/** Files that a group's patterns name, in order. */
export const filesOf = (root: string, patterns: readonly string[]): readonly string[] => {
  const [without, withThem] = [true, false].map((isOut) =>
    patterns.filter((one) => one.startsWith('!') === isOut).map((one) => one.replace(/^!/, '')),
  ) as [string[], string[]];
  const out = new Set(globSync(without, { cwd: root }));
  return globSync(withThem, { cwd: root })
    .filter((file) => !out.has(file))
    .sort();
};

/** Mutates these files, each mutant tried by the tests of the group that reach it. */
export const runStryker = async (
  root: string,
  { tests }: Group,
  files: readonly string[],
): Promise<readonly CodeMutant[]> => {
  if (tests !== 'kinds') process.env.MUTATE_TESTS = JSON.stringify(filesOf(root, tests));
  const results = await new Stryker({
    mutate: [...files],
    testRunner: tests === 'kinds' ? 'kinds' : 'tests',
    coverageAnalysis: 'off',
    plugins: [...['ignore-texts', 'kinds-runner', 'tests-runner'].map((name) => join(root, `test/mutate/${name}.ts`))],
    ignorers: ['texts'],
    concurrency: availableParallelism(),
    timeoutMS: 5_000,
    tempDirName: '.stryker-tmp',
    // The sandbox holds what the tests read. Stryker asks TypeScript to rewrite a tsconfig.json, which version 7 cannot.
    ignorePatterns: ['bench', 'cdk.out', 'docs', 'functions', 'infra', '.local', 'dist', 'coverage'],
    tsconfigFile: 'none',
    reporters: [],
    logLevel: 'error' as LogLevel,
    warnings: false,
  }).runMutationTest();
  const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  return results
    .filter(({ status }) => status !== 'Ignored')
    .map((result) => {
      const file = relative(root, result.fileName);
      return codeMutantOf(result, file, sources.get(file)!);
    });
};
