import type { JournalEntry } from '../../events/journal.ts';

export type SweepDeps = {
  /** Oldest first, those behind `after`. */
  readonly undispatchedBefore: (
    before: string,
    limit: number,
    after: JournalEntry | undefined,
  ) => Promise<readonly JournalEntry[]>;
  /** Gives back those that failed. */
  readonly dispatch: (entries: readonly JournalEntry[]) => Promise<ReadonlySet<JournalEntry>>;
  readonly recordingBefore: (before: string) => Promise<readonly string[]>;
  readonly record: (submission: string) => Promise<unknown>;
  readonly importsBefore: (before: string) => Promise<readonly string[]>;
  readonly recordImport: (id: string) => Promise<unknown>;
  readonly now: () => Date;
};

/** How old what was left behind must be. */
export type Ages = { readonly recordingMs: number; readonly undispatchedMs: number };

const minute = 60_000;
/** A live recording is done long before; the stream has given up long before. */
const liveRecordingMs = 2 * minute;
const liveStreamMs = 5 * minute;
const batch = 100;
/** What is not begun by then is left to the next run, which must find this one over. */
const recordingUntilMs = 1.5 * minute;
const dispatchingUntilMs = 3 * minute;

const errorOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/**
 * Picks up what a crash left behind: recordings and imports that nobody goes on with, then journal entries that nobody
 * was woken by. One that fails again holds up no other. Throws at the end when any failed, so that somebody is alarmed.
 */
export const sweep = async (
  deps: SweepDeps,
  { recordingMs, undispatchedMs }: Ages = { recordingMs: liveRecordingMs, undispatchedMs: liveStreamMs },
): Promise<void> => {
  const startedAt = deps.now().getTime();
  const before = (ms: number) => new Date(startedAt - ms).toISOString();
  const isPast = (ms: number) => deps.now().getTime() - startedAt > ms;
  const failures = new Set<string>();

  for (const id of await deps.recordingBefore(before(recordingMs))) {
    if (isPast(recordingUntilMs)) break;
    await deps.record(id).catch((error: unknown) => failures.add(`recording ${id}: ${errorOf(error)}`));
  }

  for (const id of await deps.importsBefore(before(recordingMs))) {
    if (isPast(recordingUntilMs)) break;
    await deps.recordImport(id).catch((error: unknown) => failures.add(`import ${id}: ${errorOf(error)}`));
  }

  const until = before(undispatchedMs);
  // Those that failed are still the oldest: each run meets them once, and goes on behind them.
  for (let last: JournalEntry | undefined; !isPast(dispatchingUntilMs); ) {
    const entries = await deps.undispatchedBefore(until, batch, last);
    for (const { stream, id } of await deps.dispatch(entries)) failures.add(`dispatching ${stream} ${id}`);
    if (entries.length < batch) break;
    last = entries.at(-1);
  }
  if (failures.size > 0) throw new Error(`left behind: ${[...failures].slice(0, 20).join('; ')}`);
};
