#!/usr/bin/env node
import type { Command } from './command.ts';
import { benchCommands } from './commands/bench.ts';
import { explainCommand } from './commands/explain.ts';
import { newCommand } from './commands/new.ts';
import { summaryCommand } from './commands/summary.ts';
import { testCommand } from './commands/test.ts';
import { runCommand } from './rules-run.ts';

/**
 * The commands for who keeps rules in a repository of their own. Node strips no types under node_modules: `npm pack` makes
 * one module of this. What generates and releases our own catalogue stays with `npm run rules`.
 */
const commands: readonly Command[] = [testCommand, ...benchCommands, explainCommand, newCommand, summaryCommand];

await runCommand(commands, 'fanzha-rules', process.cwd());
