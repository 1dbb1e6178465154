import type { JournalEntry } from '../../events/journal.ts';
import { type OverdueFiling, type OverdueRound, roundEntryId } from '../../events/overdue-filing.ts';

/** One transaction holds a hundred items: filings, their entry and its number. */
const perEntry = 98;

export type ListDeps = {
  readonly known: (ids: readonly string[]) => Promise<readonly boolean[]>;
  /** Number of a stream’s last entry; 0 before the first. */
  readonly last: (stream: string) => Promise<number>;
  /** False when somebody was faster: with this number, or with one of these filings. */
  readonly append: (round: OverdueRound, filings: readonly OverdueFiling[], entry: JournalEntry) => Promise<boolean>;
  readonly openRounds: () => Promise<readonly OverdueRound[]>;
};

const streamOf = ({ duty, period }: OverdueFiling): string => `overdue-filings#${duty}#${period.from}#${period.to}`;

const listSome = async (filings: readonly OverdueFiling[], deps: ListDeps): Promise<void> => {
  // Whenever somebody was faster, an entry was written or a filing listed: both end.
  for (let missing = filings; missing.length > 0; ) {
    const { duty, period, foundAt } = missing[0]!;
    const stream = streamOf(missing[0]!);
    const last = (await deps.last(stream)) + 1;
    const detail = { duty, period, filings: [...missing] };
    const entry = { id: roundEntryId(last), stream, type: 'filings.overdue' as const, at: foundAt, detail };
    if (await deps.append({ stream, last, isOpen: true }, missing, entry)) return;
    const known = await deps.known(missing.map(({ id }) => id));
    missing = missing.filter((_, n) => !known[n]);
  }
};

/** Puts filings on the list, each once, with the entries of the journal that tell of them, by duty and period. */
export const listFound = async (found: readonly OverdueFiling[], deps: ListDeps): Promise<void> => {
  for (const filings of Map.groupBy(found, streamOf).values()) {
    for (let n = 0; n < filings.length; n += perEntry) await listSome(filings.slice(n, n + perEntry), deps);
  }
};

/**
 * Says, where something was found since that was last said, that authorities may be told of it together now: what a run
 * found that was killed is told by the next. Where somebody else goes on finding, they will say so themselves.
 */
export const endRounds = async (at: string, deps: ListDeps): Promise<void> => {
  for (const { stream, last } of await deps.openRounds()) {
    const next = last + 1;
    const entry = { id: roundEntryId(next), stream, type: 'filings.checked' as const, at, detail: {} };
    await deps.append({ stream, last: next, isOpen: false }, [], entry);
  }
};
