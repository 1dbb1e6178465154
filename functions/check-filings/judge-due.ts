import type { JournalEntry } from '../../events/journal.ts';
import type { OverdueFiling } from '../../events/overdue-filing.ts';
import type { Enterprise } from '../../events/registry.ts';
import { addDays } from '../../rules/filing-periods.ts';
import { periodsEndingIn, type RegisteredDuty } from '../../rules/period-records.ts';
import { judgePeriods, type PeriodDeps } from '../record-submission/judge-periods.ts';
import { chinaDayOf } from './owed-filings.ts';

/** A filing that has fallen due, made or not, and who had to make it. */
export type DueFiling = { readonly filing: OverdueFiling; readonly enterprise: Enterprise };

export type JudgeDueDeps = Omit<PeriodDeps, 'enterprise' | 'filingDuties'> & {
  /** Says so, once, with its journal entry: hearing of it again changes nothing. */
  readonly markJudged: (filing: string, entry: JournalEntry) => Promise<void>;
  /** How many submissions of the filing's branch and kind are being recorded. */
  readonly stillRecording: (filing: OverdueFiling) => Promise<number>;
};

/**
 * Tallies that a recording has half changed say neither what was nor what will be. The sweep finishes within minutes what
 * a crash cut short: what is still not finished so many days after the due day is waited for no longer.
 */
const waitingDays = 3;

class HalfRecorded extends Error {}

/**
 * The periods that fell due with the filing, judged whatever was reported for them; told when all of them are. While a
 * submission of the branch is being recorded they are left as they are, to the next check; once they are waited for no
 * longer, the journal says how many recordings they were judged in the midst of.
 */
export const judgeDue = async (
  { filing, enterprise }: DueFiling,
  duties: readonly RegisteredDuty[],
  deps: JudgeDueDeps,
): Promise<void> => {
  const { id, duty, recordKind, branchId, region, period, dueOn } = filing;
  const { contract, periods } = deps.lawOf(recordKind, filing);
  // The sector in which the enterprise reports the kind, as its submissions say it.
  const sector = contract.sectors.find((one) => enterprise.sectors.includes(one)) ?? filing.sector;
  const whose = { enterprise: enterprise.uscc, branchId, region, sector };
  const at = deps.now().toISOString();
  const stream = `filing-due#${id}`;
  const isWaitedFor = chinaDayOf(deps.now().getTime()) <= addDays(dueOn, waitingDays);
  let recording = 0;
  // Asked once the tallies are read: who begins later judges the periods after us.
  const monthTallies: JudgeDueDeps['monthTallies'] = async (...months) => {
    const read = await deps.monthTallies(...months);
    recording = await deps.stillRecording(filing);
    if (recording > 0 && isWaitedFor) throw new HalfRecorded();
    return read;
  };
  const judging = judgePeriods(
    periodsEndingIn(period, { branchId, region, sector }, periods?.lengths ?? []),
    { enterprise: enterprise.uscc, recordKind, stream, sequence: `${at}#${stream}`, receivedAt: at },
    { ...deps, monthTallies, enterprise: async () => enterprise, filingDuties: async () => duties },
  );
  const isJudged = await judging.then(
    () => true,
    (error: unknown) => {
      if (error instanceof HalfRecorded) return false;
      throw error;
    },
  );
  if (!isJudged) return;
  const type = 'periods.judged';
  const detail = { duty, recordKind, period, ...whose, ...(recording > 0 && { recording }) };
  await deps.markJudged(id, { id: type, stream, type, at, detail });
};
