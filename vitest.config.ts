import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Many tests start the whole service: two at a time is what a small machine bears.
    maxWorkers: 2,
  },
});
