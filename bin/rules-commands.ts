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

/** The workbench: every command of `npm run rules -- …`. */
export const commands: readonly Command[] = [
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

/** How they are called, for who has to be told. */
export const call = 'npm run rules --';
