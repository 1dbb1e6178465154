import { parentPort, workerData } from 'node:worker_threads';

/** A function on a thread of its own: each message is an event, each answer says that it is done, or what went wrong. */
const { run } = workerData as { readonly run: string };

const { handler } = (await import(new URL(`../../functions/${run}/handler.ts`, import.meta.url).href)) as {
  readonly handler: (event: unknown) => Promise<unknown>;
};

parentPort!.on('message', (event: unknown) => {
  handler(event).then(
    () => parentPort!.postMessage(undefined),
    (error: unknown) => parentPort!.postMessage(error instanceof Error ? error : new Error(String(error))),
  );
});
