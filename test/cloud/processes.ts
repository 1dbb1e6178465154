import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

export type Command = {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** File that gets what it prints. */
  readonly log: string;
};

/** All that were started: one that has ended may have left others of its group behind. */
const started = new Set<ChildProcess>();

const start = ({ command, args, env, cwd, log }: Command): ChildProcess => {
  const out = openSync(log, 'a');
  // A group of its own: what it starts goes with it.
  const child = spawn(command, args, { env, cwd, stdio: ['ignore', out, out], detached: true });
  started.add(child);
  return child;
};

const groupIsAlive = (pid: number): boolean => {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
};

/**
 * Ends a process and all that it started, by its own id; what does not go within five seconds is killed. False where it is
 * there all the same.
 */
const end = async (child: ChildProcess): Promise<boolean> => {
  const { pid } = child;
  if (pid === undefined) return true;
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!groupIsAlive(pid)) return true;
    process.kill(-pid, signal);
    for (let waited = 0; waited < 50 && groupIsAlive(pid); waited += 1) await setTimeout(100);
  }
  return !groupIsAlive(pid);
};

/** Ends whatever still runs of what was started here; false where anything is left. */
export const endAll = async (): Promise<boolean> => (await Promise.all([...started].map(end))).every(Boolean);

/** Runs a command to its end; throws with the log's place when it fails or takes longer than `seconds`. */
export const run = async (command: Command, seconds: number): Promise<void> => {
  const child = start(command);
  const late = setTimeout(seconds * 1_000, 'late' as const, { ref: false });
  const ended = await Promise.race([once(child, 'exit'), once(child, 'error'), late]);
  if (ended !== 'late' && ended[0] === 0) return;
  await end(child);
  const why = ended === 'late' ? `took more than ${seconds} s` : `ended with ${ended[0]}`;
  throw new Error(`${command.command} ${command.args.join(' ')} ${why}; see ${command.log}`);
};

/** Starts what keeps running, and waits until it is ready; throws when it ends before that or takes too long. */
export const serve = async (command: Command, isReady: () => Promise<boolean>, seconds: number): Promise<void> => {
  const child = start(command);
  const until = Date.now() + seconds * 1_000;
  while (child.exitCode === null && Date.now() < until) {
    if (await isReady().catch(() => false)) return;
    await setTimeout(100);
  }
  await end(child);
  throw new Error(`${command.command} was not ready; see ${command.log}`);
};

/** A port of loopback that was free a moment ago. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { readonly port: number };
  server.close();
  await once(server, 'close');
  return port;
};
