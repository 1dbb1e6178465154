import { defineConfig } from 'vitest/config';

/** The largest files, killed, and all mangled ones: tens of minutes, `npm run kill:large`. */
export default defineConfig({
  test: { include: ['test/kill/*.large.ts'], fileParallelism: false, hookTimeout: 60_000 },
});
