import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Records by the thousand come and go: with little room for what is young, most of the time goes into sorting it out. */
const resourceLimits = { maxYoungGenerationSizeMb: 128, maxOldGenerationSizeMb: 1_024 };

/**
 * A function that works long and hard, beside the thread that answers requests; each event has a thread for itself, which
 * is kept for the next one for a while: after a large file it holds much memory. Threads read the environment as it is when
 * the first event comes.
 */
export const functionThreads = (run: string, idleMs = 60_000) => {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const resting = new WeakMap<Worker, NodeJS.Timeout>();
  let isClosing = false;

  /** Whether it was waiting for the next event. */
  const forget = (worker: Worker): boolean => {
    const at = idle.indexOf(worker);
    if (at >= 0) idle.splice(at, 1);
    return at >= 0;
  };
  const made = (): Worker => {
    const worker = new Worker(new URL('./function-worker.ts', import.meta.url), {
      workerData: { run },
      resourceLimits,
    });
    all.add(worker);
    worker.once('exit', () => {
      all.delete(worker);
      forget(worker);
    });
    // What it throws at its work is heard where that is waited for; of what comes afterwards its host does not die.
    worker.on('error', ({ name }: Error) => {
      if (idle.includes(worker)) console.error(JSON.stringify({ level: 'error', what: 'thread', run, error: name }));
    });
    return worker;
  };
  const rest = (worker: Worker): void => {
    idle.push(worker);
    const late = setTimeout(() => {
      if (forget(worker)) void worker.terminate();
    }, idleMs);
    late.unref();
    resting.set(worker, late);
  };
  const woken = (): Worker | undefined => {
    const worker = idle.pop();
    clearTimeout(worker && resting.get(worker));
    return worker;
  };

  return {
    /**
     * Rejects with what the function threw, and where its thread has ended by itself. One that is ended by `close` has done
     * nothing wrong: whoever gave it work takes that up again at the next start.
     */
    handle: async (event: object): Promise<void> => {
      const worker = woken() ?? made();
      const ended = new AbortController();
      const exited = once(worker, 'exit', { signal: ended.signal }).then(() =>
        isClosing ? undefined : new Error(`the thread of ${run} ended`),
      );
      const answered = once(worker, 'message', { signal: ended.signal }).then(([error]) => error as Error | undefined);
      worker.postMessage(event);
      try {
        const error = await Promise.race([answered, exited]);
        if (error !== undefined) throw error;
      } finally {
        ended.abort();
        for (const waiting of [answered, exited]) waiting.catch(() => {});
        if (all.has(worker)) rest(worker);
      }
    },
    close: async (): Promise<void> => {
      isClosing = true;
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
};
