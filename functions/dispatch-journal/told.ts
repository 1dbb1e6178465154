import type { JournalEntry } from '../../events/journal.ts';

/** Kept to ourselves: who did it, and an address that may carry a password of its owner's. */
const ours: ReadonlySet<string> = new Set(['by', 'url']);

/**
 * What the world outside hears of an entry. A notice is told as it is; of anything else its particulars, with its place
 * in the journal, which is the same each time it is told.
 */
export const told = ({ id, stream, type, at, detail }: JournalEntry): JournalEntry['detail'] =>
  type === 'notice.created'
    ? detail
    : {
        ...Object.fromEntries(Object.entries(detail).filter(([name]) => !ours.has(name))),
        at,
        journal: { stream, id },
      };
