import { Worker } from 'node:worker_threads';
import { handedOver } from './handed-over.ts';
import type { Run, Task } from './task.ts';
import type { Answer } from './task-runner.ts';
import { type Telling, toldPieces } from './told-pieces.ts';

/** Those who do the tasks of a run. */
export type Threads = {
  readonly writers: number;
  /** Does the tasks, whoever is free, and hands over each answer as it comes; resolves when all are done. */
  readonly each: <T extends Task, A extends Answer>(
    tasks: Iterable<T>,
    take: (task: T, answer: A) => void,
  ) => Promise<void>;
  /** Everybody writes out what it still holds. */
  readonly settle: () => Promise<void>;
  /** What is to be told, in its order, by all at once; the bytes of a piece are good until the next one is asked for. */
  readonly told: (tasks: readonly Telling[]) => AsyncIterable<Uint8Array>;
  readonly end: () => Promise<void>;
};

/** Beside this file as it is, or beside the one module that a package is made into. */
const workerFile = new URL(
  import.meta.url.endsWith('.mjs') ? './task-worker.mjs' : './task-worker.ts',
  import.meta.url,
);

/**
 * Slices are small, and a small young space keeps what a thread takes small; the other bound is none that a run should
 * ever meet.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 512 };

/** Threads that have begun before it is known what they will do: loading what they need takes them as long as us. */
export type Started = {
  /** Those who do the tasks of a run; only one can be had. */
  readonly forRun: (run: Run) => Threads;
  readonly end: () => Promise<void>;
};

type Waiting = { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void };

/** Asks a thread, which answers in order; one that has failed, whenever it did, fails all that is asked of it. */
const asker = (worker: Worker): ((task: Task) => Promise<Answer>) => {
  let failure: Error | undefined;
  const waiting: Waiting[] = [];
  worker.on('message', (answer: Answer) => waiting.shift()?.resolve(answer));
  worker.on('error', (error: Error) => {
    failure = error;
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return (task) =>
    new Promise((resolve, reject) => {
      if (failure !== undefined) {
        reject(failure);
        return;
      }
      waiting.push({ resolve, reject });
      worker.postMessage(task, handedOver(task));
    });
};

/** Begins `count` threads beside this one. A thread that fails fails the run. */
export const startThreads = (count: number): Started => {
  const workers = Array.from(
    { length: count },
    (_, writer) => new Worker(workerFile, { workerData: { writer, writers: count }, resourceLimits }),
  );
  const asks = workers.map(asker);
  const end = async (): Promise<void> => {
    await Promise.all(workers.map((worker) => worker.terminate()));
  };
  const forRun = (run: Run): Threads => {
    for (const worker of workers) worker.postMessage(run);
    return {
      writers: count,
      each: async (tasks, take) => {
        const left = tasks[Symbol.iterator]();
        const lane = async (ask: (task: Task) => Promise<Answer>): Promise<void> => {
          for (let next = left.next(); next.done !== true; next = left.next()) {
            take(next.value, (await ask(next.value)) as never);
          }
        };
        // The next task of a thread waits there: nobody is idle while the answer to the one before is taken.
        await Promise.all([...asks, ...asks].map(lane));
      },
      settle: async () => {
        await Promise.all(asks.map((ask) => ask({ do: 'close' })));
      },
      told: (tasks) => toldPieces(asks as never, tasks),
      end,
    };
  };
  return { forRun, end };
};

/** On `count` threads beside this one. */
export const workerThreads = (run: Run, count: number): Threads => startThreads(count).forRun(run);
