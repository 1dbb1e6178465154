import { Worker } from 'node:worker_threads';
import type { Contract } from '../../events/contract.ts';
import type { Run, Task } from './task.ts';
import { type Answer, taskRunner } from './task-runner.ts';

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
  readonly end: () => Promise<void>;
};

/** In this very thread: what a short run is quickest with. */
export const ownThread = (run: Run, kinds: Readonly<Record<string, Contract>>): Threads => {
  const work = taskRunner(run, kinds, 0, 1);
  return {
    writers: 1,
    each: async (tasks, take) => {
      for (const task of tasks) take(task, work(task) as never);
    },
    settle: async () => {
      work({ do: 'close' });
    },
    end: async () => {},
  };
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
const resourceLimits = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 512 };

/** On `count` threads beside this one. A thread that fails fails the run. */
export const workerThreads = (run: Run, count: number): Threads => {
  const workers = Array.from(
    { length: count },
    (_, writer) =>
      new Worker(workerFile, {
        workerData: { run, writer, writers: count },
        resourceLimits,
      }),
  );
  const ask = (worker: Worker, task: Task): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const failed = (error: Error) => reject(error);
      worker.once('error', failed);
      worker.once('message', (answer: Answer) => {
        worker.off('error', failed);
        resolve(answer);
      });
      worker.postMessage(task);
    });
  return {
    writers: count,
    each: async (tasks, take) => {
      const left = tasks[Symbol.iterator]();
      const lane = async (worker: Worker): Promise<void> => {
        for (let next = left.next(); next.done !== true; next = left.next()) {
          take(next.value, (await ask(worker, next.value)) as never);
        }
      };
      await Promise.all(workers.map(lane));
    },
    settle: async () => {
      await Promise.all(workers.map((worker) => ask(worker, { do: 'close' })));
    },
    end: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
};
