import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Point } from './points.ts';

const script = fileURLToPath(new URL('./host.ts', import.meta.url));

/** Where nobody listens: what a client finds while the host is dead, whoever may have taken its port by then. */
const nowhere = 'http://127.0.0.1:9';

/** A host that may die at any moment, and is started again over the same data whenever it has. */
export const killable = async (data: string) => {
  let child: ChildProcess | undefined;
  let address = '';
  let deaths = 0;
  let isEnding = false;
  let started: Promise<void> = Promise.resolve();

  const start = async (): Promise<void> => {
    const one = fork(script, [data], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child = one;
    const ready = new Promise<void>((resolve, reject) => {
      one.on('message', (message: { ready?: string }) => {
        if (message.ready === undefined) return;
        address = message.ready;
        resolve();
      });
      one.once('exit', (code, signal) => reject(new Error(`the host ended before it was ready: ${code ?? signal}`)));
    });
    await ready;
    one.once('exit', () => {
      address = nowhere;
      if (isEnding) return;
      deaths += 1;
      started = start();
    });
  };
  await start();

  return {
    address: () => address,
    deaths: () => deaths,
    /** Resolves once the host that runs now is ready. */
    ready: () => started,
    /** Tells the host where to die; null: nowhere. */
    arm: async (point: Point | null) => {
      const told = once(child!, 'message');
      child!.send({ point });
      await told;
    },
    kill: () => child!.kill('SIGKILL'),
    end: async () => {
      isEnding = true;
      const ended = once(child!, 'exit');
      child!.kill('SIGTERM');
      await ended;
    },
  };
};
export type Killable = Awaited<ReturnType<typeof killable>>;
