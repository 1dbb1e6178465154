import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Command, refused, type Said } from './command.ts';
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

const calls = commands.flatMap(({ usage }) => usage);
const width = Math.max(...calls.map(([call]) => call.length));
const usage = calls.map(([call, does]) => `npm run rules -- ${call.padEnd(width)}  ${does}\n`).join('');

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs the command as called; whoever misspells anything is told how all are called, and nothing is done. */
const run = async ([name, ...args]: readonly string[]): Promise<Said> => {
  const command = commands.find((one) => one.name === name);
  if (command === undefined) return refused(usage);
  try {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: command.options ?? {} });
    const [least, most] = command.takes;
    if (positionals.length < least || positionals.length > most) return refused(usage);
    return await command.run({ root, arguments: positionals, options: values as Record<string, string | boolean> });
  } catch (error) {
    if (!String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS')) throw error;
    return refused(usage);
  }
};

const { status, out, error } = await run(process.argv.slice(2));
if (out !== undefined) process.stdout.write(out);
if (error !== undefined) process.stderr.write(error);
process.exitCode = status;
