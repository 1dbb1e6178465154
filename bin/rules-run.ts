import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, refused, type Said } from './command.ts';

const usageOf = (commands: readonly Command[], call: string): string => {
  const calls = [
    ...commands.flatMap(({ usage }) => usage),
    ['… --root DIR', 'with the rules of another folder'] as const,
  ];
  const width = Math.max(...calls.map(([one]) => one.length));
  return calls.map(([one, does]) => `${call} ${one.padEnd(width)}  ${does}\n`).join('');
};

/**
 * Does what is asked, one of the commands, with the rules under `home` unless a `--root` is named; whoever misspells
 * anything is told how all are called, and nothing is done. `call` is how they are called.
 */
export const answerOf = async (
  commands: readonly Command[],
  call: string,
  home: string,
  [name, ...args]: readonly string[],
): Promise<Said> => {
  const usage = usageOf(commands, call);
  const command = commands.find((one) => one.name === name);
  if (command === undefined) return refused(usage);
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { ...command.options, root: { type: 'string' } },
    });
    const { root, ...options } = values as Record<string, string | boolean | undefined>;
    const [least, most] = command.takes;
    if (positionals.length < least || positionals.length > most) return refused(usage);
    return await command.run({
      root: typeof root === 'string' ? resolve(root) : home,
      arguments: positionals,
      options,
    });
  } catch (error) {
    if (!String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS')) throw error;
    return refused(usage);
  }
};

/** Does what the command line asks, and says it there. */
export const runCommand = async (commands: readonly Command[], call: string, home: string): Promise<void> => {
  const { status, out, error } = await answerOf(commands, call, home, process.argv.slice(2));
  if (out !== undefined) process.stdout.write(out);
  if (error !== undefined) process.stderr.write(error);
  process.exitCode = status;
};
