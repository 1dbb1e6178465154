import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Processes that tests start find the code compiled by those before them: half of what a start costs is its compiling. */
export const compiled = { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled') };

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Many tests start the whole service: two at a time is what a small machine bears.
    maxWorkers: 2,
    env: compiled,
  },
});
