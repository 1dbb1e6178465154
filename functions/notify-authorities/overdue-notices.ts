import type { JournalEntry } from '../../events/journal.ts';
import { type OverdueFiling, OverdueFound } from '../../events/overdue-filing.ts';
import type { Authority } from '../../events/registry.ts';
import { covers, type Draft, maxImmediate, shared, type Wording } from './planned-notices.ts';

const link = '/v1/registry/overdue-filings';

const immediate = (filing: OverdueFiling, authority: string, { digest }: Wording): Draft => {
  const { id, recordKind, period, dueOn, enterprise, branchId, region, sector } = filing;
  return {
    id: digest(JSON.stringify(['filing.overdue', authority, id])).slice(0, 32),
    authority,
    type: 'filing.overdue',
    title: {
      zh: `逾期未报：${recordKind}，${period.from} 至 ${period.to}，应于 ${dueOn} 前报送`,
      en: `Not filed in time: ${recordKind} for ${period.from} to ${period.to}, due on ${dueOn}`,
    },
    link,
    ...{ enterprise, branchId, region, sector },
  };
};

const digestOf = (
  { stream, id }: JournalEntry,
  filings: readonly OverdueFiling[],
  authority: string,
  { digest }: Wording,
): Draft => {
  const { duty, recordKind, period } = filings[0]!;
  return {
    id: digest(JSON.stringify(['filings.digest', authority, stream, id])).slice(0, 32),
    authority,
    type: 'filings.digest',
    title: {
      zh: `另有 ${filings.length} 项逾期未报：${recordKind}，${period.from} 至 ${period.to}`,
      en: `${filings.length} more not filed in time: ${recordKind} for ${period.from} to ${period.to}`,
    },
    link,
    ...shared(filings, 'enterprise', 'branchId', 'region', 'sector'),
    counts: { [duty]: filings.length },
  };
};

const foundIn = (entries: readonly JournalEntry[]): readonly OverdueFiling[] =>
  entries.flatMap(({ type, detail }) => (type === 'filings.overdue' ? OverdueFound.parse(detail).filings : []));

/**
 * What a round of overdue filings tells the authorities in whose sectors × regions the branches lie: of the filings of
 * one duty and period the first twenty one by one, over however many rounds they were found, and of each round one digest
 * of the others. `entries` are the stream’s, in order: those before `ended` never change, so neither does the answer.
 */
export const noticesOfRound = (
  ended: JournalEntry,
  entries: readonly JournalEntry[],
  authorities: readonly Authority[],
  wording: Wording,
): readonly Draft[] => {
  const before = entries.filter(({ id }) => id < ended.id);
  const start = before.findLastIndex(({ type }) => type === 'filings.checked') + 1;
  const [earlier, found] = [foundIn(before.slice(0, start)), foundIn(before.slice(start))];
  return authorities.flatMap((authority) => {
    const own = found.filter((filing) => covers(authority, filing));
    const told = earlier.filter((filing) => covers(authority, filing)).length;
    const first = own.slice(0, Math.max(0, maxImmediate - told));
    const others = own.slice(first.length);
    return [
      ...first.map((filing) => immediate(filing, authority.id, wording)),
      ...(others.length > 0 ? [digestOf(ended, others, authority.id, wording)] : []),
    ];
  });
};
