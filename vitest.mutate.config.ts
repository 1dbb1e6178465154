import { defineConfig } from 'vitest/config';

/** The tests that mutants of code are given to; `test/mutate/groups.ts` says which of them to which files. */
export default defineConfig({ test: { include: ['test/{events,rules,mutate}/**/*.test.ts'] } });
