import { parentPort, workerData } from 'node:worker_threads';
import { kinds } from '../events/records/kinds.generated.ts';
import { changesIn, replayCount } from '../rules/workbench/replay.ts';
import { CannotRun } from './audit-arguments.ts';
import { type Compared, judgesOf } from './replay-judges.ts';
import { batchesOf, type Part } from './replay-read.ts';

/** Two sets of rules, and the part of the files that is judged by both. */
export type ReplayTask = Part & Compared;

const { from, to, ...part } = workerData as ReplayTask;

const judges = judgesOf({ from, to });

const count = replayCount();
let unread = 0;

const judgeAll = async (): Promise<void> => {
  for await (const batch of batchesOf(part, kinds)) {
    const [before, after] = judges(batch.contract.kind);
    unread += batch.unread;
    for (const source of batch.sources) {
      const whose = { enterprise: '', branchId: batch.branchId, recordId: source.record.recordId };
      count.add(changesIn(whose, before(source), after(source)));
    }
  }
};

try {
  await judgeAll();
  parentPort!.postMessage({ replayed: count.result(), unread });
} catch (error) {
  // A file that cannot be read at all is told, not thrown: it is the caller's.
  if (!(error instanceof CannotRun)) throw error;
  parentPort!.postMessage({ refused: error.text });
}
