import type { JournalEntry } from '../../events/journal.ts';
import { roundEntries } from '../../events/overdue-filing.ts';
import type { Authority } from '../../events/registry.ts';
import { noticesOfRound } from './overdue-notices.ts';
import type { Draft, Wording } from './planned-notices.ts';
import { noticesOfViolations } from './violation-notices.ts';

export type NotifyDeps = Wording & {
  readonly authorities: () => Promise<readonly Authority[]>;
  /** Entries of a stream whose id begins so. */
  readonly entriesOf: (stream: string, of: string) => Promise<readonly JournalEntry[]>;
  /** The same page by page: a file opens as many violations as it has rows, and more. */
  readonly pagesOf: (stream: string, of: string) => AsyncIterable<readonly JournalEntry[]>;
  /** Gives the notice its place, with a mark that `because` brought it forth: a second time changes nothing. */
  readonly append: (draft: Draft, createdAt: string, because: JournalEntry) => Promise<void>;
  readonly isDone: (because: JournalEntry) => Promise<boolean>;
  readonly done: (because: JournalEntry) => Promise<void>;
  readonly now: () => Date;
};

/** The entries that end something: a submission, a search for overdue filings, the judging of what fell due. */
const awaited: ReadonlySet<JournalEntry['type']> = new Set(['submission.audited', 'filings.checked', 'periods.judged']);

const drafts = async (entry: JournalEntry, deps: NotifyDeps): Promise<readonly Draft[]> => {
  if (entry.type === 'filings.checked') {
    const entries = await deps.entriesOf(entry.stream, roundEntries);
    return noticesOfRound(entry, entries, await deps.authorities(), deps);
  }
  return noticesOfViolations(entry, deps.pagesOf(entry.stream, 'violation.opened#'), deps.authorities, deps);
};

/**
 * Tells authorities of what a journal entry means for them; of a violation only once its submission is audited, since
 * until then nobody may know of it. Repeated after a crash at any point it makes the notices that are missing.
 */
export const notifyAuthorities = async (entry: JournalEntry, deps: NotifyDeps): Promise<void> => {
  if (!awaited.has(entry.type)) return;
  if (await deps.isDone(entry)) return;
  const byAuthority = Map.groupBy(await drafts(entry, deps), ({ authority }) => authority);
  // One after the other within a sequence; no authority waits for another, of which a country has hundreds.
  const tell = async (own: readonly Draft[]) => {
    for (const draft of own) await deps.append(draft, deps.now().toISOString(), entry);
  };
  await Promise.all([...byAuthority.values()].map(tell));
  await deps.done(entry);
};
