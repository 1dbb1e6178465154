import type { JournalEntry } from '../../events/journal.ts';

/** What an entry wakes; hearing of the same entry again must change nothing. */
export type Consumer = (entry: JournalEntry) => Promise<void>;

export type DispatchDeps = {
  /** In this order. */
  readonly consumers: readonly Consumer[];
  /** Tells the world outside; gives back those it could not tell, and why. */
  readonly publish: (entries: readonly JournalEntry[]) => Promise<ReadonlyMap<JournalEntry, unknown>>;
  readonly markDispatched: (entry: JournalEntry) => Promise<void>;
  readonly failed: (entry: JournalEntry, error: unknown) => void;
};

/** So many marks are written side by side: they go to disk together. */
const lanes = 16;

/**
 * Hands each entry to every consumer, then to the outside, and marks it dispatched last: whatever a crash leaves
 * unmarked is found by the sweep. Gives back the entries that failed; one that does holds up no other.
 */
export const dispatchJournal = async (
  entries: readonly JournalEntry[],
  { consumers, publish, markDispatched, failed }: DispatchDeps,
): Promise<ReadonlySet<JournalEntry>> => {
  const failures = new Set<JournalEntry>();
  const fail = (entry: JournalEntry) => (error: unknown) => {
    failures.add(entry);
    failed(entry, error);
  };
  for (const entry of entries) {
    const consumed = consumers.reduce((before, consume) => before.then(() => consume(entry)), Promise.resolve());
    await consumed.catch(fail(entry));
  }
  const consumed = entries.filter((entry) => !failures.has(entry));
  for (const [entry, error] of await publish(consumed)) fail(entry)(error);

  const queue = consumed.filter((entry) => !failures.has(entry));
  const mark = async () => {
    for (let entry = queue.shift(); entry !== undefined; entry = queue.shift()) {
      await markDispatched(entry).catch(fail(entry));
    }
  };
  await Promise.all(Array.from({ length: lanes }, mark));
  return failures;
};
