import { parentPort, workerData } from 'node:worker_threads';
import { kinds } from '../../events/records/kinds.generated.ts';
import type { Run, Task } from './task.ts';
import { taskRunner } from './task-runner.ts';

/** One thread of a run: does the tasks it is sent, in order, and answers each. */
const { run, writer, writers } = workerData as { readonly run: Run; readonly writer: number; readonly writers: number };

const work = taskRunner(run, kinds, writer, writers);
parentPort!.on('message', (task: Task) => parentPort!.postMessage(work(task)));
