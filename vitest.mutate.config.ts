import { defineConfig } from 'vitest/config';

/**
 * The tests that mutants of code are given to: `test/mutate/run-stryker.ts` names the files. Each run of them is a worker of
 * its own, which loads what is mutated once for all of its files.
 */
export default defineConfig({
  test: { include: JSON.parse(process.env.MUTATE_TESTS ?? '[]') as string[], isolate: false, testTimeout: 30_000 },
});
