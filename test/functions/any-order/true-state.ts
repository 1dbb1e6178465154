import type { AnyRecord } from '../../../events/contract.ts';
import { countRule, limit, nameRule } from './small-law.ts';

/** A submission of one branch, in the order in which they were received. */
export type Sent = {
  readonly branchId: string;
  readonly mode: 'events' | 'roster';
  readonly records: readonly AnyRecord[];
  readonly withdraws: readonly string[];
  /** Rows of a roster that could not be read. */
  readonly unread?: readonly string[] | 'all';
};

type Word = { readonly at: number; readonly branchId: string; readonly record: AnyRecord | undefined };

/** What must stand in the end: who holds which card by which record, and what is open. */
export type State = { readonly holdings: readonly string[]; readonly open: readonly string[] };

const nameOf = ({ subjectId, msisdn }: AnyRecord): string => `${subjectId} ${msisdn}`;

/**
 * The end of it all, told without holdings, tracks or versions: each record is what its newest submission says, a roster
 * ends what else its branch reported, and each card is held by the newest of the records that name it.
 */
export const trueState = (sent: readonly Sent[]): State => {
  const words = new Map<string, Word>();
  const misnamed = new Set<string>();
  for (const [at, { branchId, mode, records, withdraws, unread }] of sent.entries()) {
    const spoken = new Set([...records.map(({ recordId }) => recordId), ...(unread === 'all' ? [] : (unread ?? []))]);
    if (mode === 'roster' && unread !== 'all') {
      for (const [key, word] of words) {
        if (word.branchId !== branchId || word.record === undefined || spoken.has(key)) continue;
        words.set(key, { at, branchId, record: undefined });
      }
    }
    for (const key of withdraws) {
      words.set(key, { at, branchId, record: undefined });
      misnamed.delete(key);
    }
    for (const record of records) {
      words.set(record.recordId, { at, branchId, record });
      if (record.nameMatches === false) misnamed.add(record.recordId);
      if (record.nameMatches === true) misnamed.delete(record.recordId);
    }
  }

  const holders = new Map<string, { readonly at: number; readonly branchId: string; readonly record: AnyRecord }>();
  for (const { at, branchId, record } of words.values()) {
    if (record === undefined) continue;
    const known = holders.get(nameOf(record));
    const isNewer =
      known === undefined || known.at < at || (known.at === at && known.record.recordId < record.recordId);
    if (isNewer) holders.set(nameOf(record), { at, branchId, record });
  }
  const held = [...holders.values()];
  const isBefore = (a: AnyRecord, b: AnyRecord) =>
    Date.parse(a.openedAt as string) - Date.parse(b.openedAt as string) ||
    ((a.msisdn as string) < (b.msisdn as string) ? -1 : 1);
  const isTooMany = (own: AnyRecord) =>
    own.cardStatus === 'active' &&
    held.filter(
      ({ record }) =>
        record !== own &&
        record.subjectId === own.subjectId &&
        record.cardStatus === 'active' &&
        +isBefore(record, own) < 0,
    ).length >= limit;
  return {
    holdings: held.map(({ branchId, record }) => `${nameOf(record)} by ${record.recordId} at ${branchId}`).sort(),
    open: [
      ...held.filter(({ record }) => isTooMany(record)).map(({ record }) => `${record.recordId} ${countRule}`),
      ...[...misnamed].map((key) => `${key} ${nameRule}`),
    ].sort(),
  };
};
