import { defineConfig } from 'vitest/config';

/** What a deployment must show: run by `npm run verify:cloud`, which deploys it. */
export default defineConfig({
  test: { include: ['test/cloud/*.check.ts'], fileParallelism: false, testTimeout: 60_000 },
});
