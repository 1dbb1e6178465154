import { defineConfig } from 'vitest/config';

/** Our stores over other DynamoDBs than our own, named by DYNAMODB_ENDPOINTS: `npm run verify:cloud` starts two. */
export default defineConfig({
  test: { include: ['test/store-suite/*.check.ts'], testTimeout: 30_000, hookTimeout: 60_000 },
});
