#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { threadsAhead } from './audit-threads.ts';

// What takes longest of a short run is stripping types and compiling: both are done once, not at every start.
enableCompileCache();
const args = process.argv.slice(2);
const ahead = threadsAhead(args);
try {
  const { main } = await import('./audit-main.ts');
  await main(args, ahead);
} finally {
  await ahead?.end();
}
