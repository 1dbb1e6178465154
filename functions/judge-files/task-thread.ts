import { parentPort, workerData } from 'node:worker_threads';
import { kinds } from '../../events/records/kinds.generated.ts';
import { handedOver } from './handed-over.ts';
import type { Run, Task } from './task.ts';
import { taskRunner } from './task-runner.ts';

/** One thread of a run: hears of the run first, then does the tasks it is sent, in order, and answers each. */
const { writer, writers } = workerData as { readonly writer: number; readonly writers: number };

let work: ReturnType<typeof taskRunner> | undefined;
parentPort!.on('message', (message: Run | Task) => {
  if ('do' in message) {
    const answer = work!(message);
    parentPort!.postMessage(answer, handedOver(answer));
  } else work = taskRunner(message, kinds, writer, writers);
});
