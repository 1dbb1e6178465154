import type { Contract } from '../../events/contract.ts';
import type { Piece, Run } from './task.ts';
import { taskRunner } from './task-runner.ts';
import type { Threads } from './task-threads.ts';
import { toldPieces } from './told-pieces.ts';

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
    told: (tasks) => toldPieces([async (task) => work(task) as Piece], tasks),
    end: async () => {},
  };
};
