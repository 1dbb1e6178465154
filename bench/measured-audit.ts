import { writeSync } from 'node:fs';

// The command line as it is, which says at its end how much memory it took at most: the operating system keeps that
// figure for each process, and no tool beside this one is needed to ask for it.
process.on('exit', () => {
  writeSync(2, `\nmaxRSS ${process.resourceUsage().maxRSS}\n`);
});
await import('../bin/audit.ts');
