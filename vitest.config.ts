import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Processes that tests start find the code compiled by those before them: half of what a start costs is its compiling. */
export const compiled = { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled') };

/** What is law or contract is pure: no file of its tests leaves anything behind, so all of them read the catalogue once. */
const pure = ['test/rules/**/*.test.ts', 'test/events/**/*.test.ts'];
/** Tests of the workbench read contracts and facts again from beside their copies of the rules: once for all of them. */
const workbench = [
  'test/bin/{rules,rules-commands,rules-files,rules-oscal,rules-releases,rules-workbench}.test.ts',
  'test/bin/{penalty-files,parameter-files,calendar-files,coverage-doc}.test.ts',
];
const all = ['test/**/*.test.ts'];

export default defineConfig({
  test: {
    // Bounds for what hangs: on a machine with other work a test takes many times its own time.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // Many tests start the whole service: two at a time is what a small machine bears.
    maxWorkers: 2,
    env: compiled,
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      {
        extends: true,
        test: {
          name: 'workbench',
          include: workbench,
          isolate: false,
          globalSetup: 'test/bin/rules-modules.ts',
        },
      },
      {
        extends: true,
        test: { name: 'each alone', include: all, exclude: [...pure, ...workbench] },
      },
    ],
  },
});
