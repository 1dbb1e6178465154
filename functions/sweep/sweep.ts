import type { JournalEntry } from '../../events/journal.ts';

export type SweepDeps = {
  readonly undispatchedBefore: (before: string, limit: number) => Promise<readonly JournalEntry[]>;
  /** Gives back those that failed. */
  readonly dispatch: (entries: readonly JournalEntry[]) => Promise<ReadonlySet<JournalEntry>>;
  readonly recordingBefore: (before: string) => Promise<readonly string[]>;
  readonly record: (submission: string) => Promise<unknown>;
  readonly now: () => Date;
};

const minute = 60_000;
/** A live recording is done long before; the stream has given up long before. */
const recordingMs = 2 * minute;
const undispatchedMs = 5 * minute;
const batch = 100;
/** Beyond so many failures something is wrong that one more attempt will not mend. */
const maxEntries = 5_000;

const errorOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/**
 * Picks up what a crash left behind: recordings that nobody goes on with, then journal entries that nobody was woken by.
 * One that fails again holds up no other. Throws at the end when any failed, so that somebody is alarmed.
 */
export const sweep = async (deps: SweepDeps): Promise<void> => {
  const before = (ms: number) => new Date(deps.now().getTime() - ms).toISOString();
  const failures = new Set<string>();

  for (const id of await deps.recordingBefore(before(recordingMs))) {
    await deps.record(id).catch((error: unknown) => failures.add(`recording ${id}: ${errorOf(error)}`));
  }

  const until = before(undispatchedMs);
  for (let done = 0; done < maxEntries; done += batch) {
    const entries = await deps.undispatchedBefore(until, batch);
    const failed = await deps.dispatch(entries);
    for (const { stream, id } of failed) failures.add(`dispatching ${stream} ${id}`);
    // Those that failed are still the oldest: with nothing but them in sight there is no getting on.
    if (entries.length < batch || failed.size === entries.length) break;
  }
  if (failures.size > 0) throw new Error(`left behind: ${[...failures].slice(0, 20).join('; ')}`);
};
