import { availableParallelism } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { functionThreads } from './function-threads.ts';

/**
 * A function on a thread of its own: each message is an event, each answer says that it is done, or what went wrong. It may
 * have others work beside it, on threads of theirs: one on each core but its own.
 */
export type Beside = {
  readonly lanes: number;
  readonly call: (run: string, event: object) => Promise<void>;
};

/** Each takes a quarter of a gigabyte. */
const mostLanes = 3;

const { run } = workerData as { readonly run: string };

const { handler } = (await import(new URL(`../../functions/${run}/handler.ts`, import.meta.url).href)) as {
  readonly handler: (event: unknown, beside: Beside) => Promise<unknown>;
};

const threadsOf = new Map<string, ReturnType<typeof functionThreads>>();
const beside: Beside = {
  lanes: Math.min(mostLanes, availableParallelism() - 1),
  call: async (name, event) => {
    const threads = threadsOf.get(name) ?? functionThreads(name);
    threadsOf.set(name, threads);
    await threads.handle(event);
  },
};

parentPort!.on('message', (event: unknown) => {
  handler(event, beside).then(
    () => parentPort!.postMessage(undefined),
    (error: unknown) => parentPort!.postMessage(error instanceof Error ? error : new Error(String(error))),
  );
});
