const minute = 60_000;

export type Scheduled = { readonly run: string; readonly everyMinutes: number; readonly work: () => Promise<unknown> };

const failed = (run: string, error: unknown): void =>
  console.error(
    JSON.stringify({ level: 'error', what: 'schedule', run, error: error instanceof Error ? error.name : '' }),
  );

/**
 * Runs each worker at once and then at its rate; a run that takes longer is not joined by a second one.
 * Nothing is remembered over a restart: what was missed is caught by the run at start.
 */
export const keepSchedule = (workers: readonly Scheduled[]) => {
  const running = new Map<string, Promise<void>>();
  const runOnce = ({ run, work }: Scheduled): void => {
    if (running.has(run)) return;
    const done = work()
      .then(
        () => {},
        (error: unknown) => failed(run, error),
      )
      .finally(() => running.delete(run));
    running.set(run, done);
  };
  workers.forEach(runOnce);
  const timers = workers.map((worker) => setInterval(runOnce, worker.everyMinutes * minute, worker));
  return {
    close: async (): Promise<void> => {
      timers.forEach(clearInterval);
      await Promise.all(running.values());
    },
  };
};
