import { fileURLToPath } from 'node:url';
import type { Command } from './command.ts';
import { benchCommands } from './commands/bench.ts';
import { buildCommand } from './commands/build.ts';
import { diffCommand } from './commands/diff.ts';
import { explainCommand } from './commands/explain.ts';
import { newCommand } from './commands/new.ts';
import { oscalCommand } from './commands/oscal.ts';
import { releaseCommands } from './commands/release.ts';
import { replayCommand } from './commands/replay.ts';
import { summaryCommand } from './commands/summary.ts';
import { testCommand } from './commands/test.ts';
import { runCommand } from './rules-run.ts';

/** The workbench: every command of `npm run rules -- …`. */
const commands: readonly Command[] = [
  buildCommand,
  testCommand,
  ...benchCommands,
  explainCommand,
  newCommand,
  summaryCommand,
  diffCommand,
  oscalCommand,
  replayCommand,
  ...releaseCommands,
];

await runCommand(commands, 'npm run rules --', fileURLToPath(new URL('..', import.meta.url)));
