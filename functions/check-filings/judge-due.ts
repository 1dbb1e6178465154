import type { JournalEntry } from '../../events/journal.ts';
import type { OverdueFiling } from '../../events/overdue-filing.ts';
import type { Enterprise } from '../../events/registry.ts';
import { periodsEndingIn, type RegisteredDuty } from '../../rules/period-records.ts';
import { judgePeriods, type PeriodDeps } from '../record-submission/judge-periods.ts';

/** A filing that has fallen due, made or not, and who had to make it. */
export type DueFiling = { readonly filing: OverdueFiling; readonly enterprise: Enterprise };

export type JudgeDueDeps = Omit<PeriodDeps, 'enterprise' | 'filingDuties'> & {
  /** Says so, once, with its journal entry: hearing of it again changes nothing. */
  readonly markJudged: (filing: string, entry: JournalEntry) => Promise<void>;
};

/** The periods that fell due with the filing, judged whatever was reported for them; told when all of them are. */
export const judgeDue = async (
  { filing, enterprise }: DueFiling,
  duties: readonly RegisteredDuty[],
  deps: JudgeDueDeps,
): Promise<void> => {
  const { id, duty, recordKind, branchId, region, period } = filing;
  const { contract, periods } = deps.lawOf(recordKind, filing);
  // The sector in which the enterprise reports the kind, as its submissions say it.
  const sector = contract.sectors.find((one) => enterprise.sectors.includes(one)) ?? filing.sector;
  const whose = { enterprise: enterprise.uscc, branchId, region, sector };
  const at = deps.now().toISOString();
  const stream = `filing-due#${id}`;
  await judgePeriods(
    periodsEndingIn(period, { branchId, region, sector }, periods?.lengths ?? []),
    { enterprise: enterprise.uscc, recordKind, stream, sequence: `${at}#${stream}`, receivedAt: at },
    { ...deps, enterprise: async () => enterprise, filingDuties: async () => duties },
  );
  const type = 'periods.judged';
  await deps.markJudged(id, { id: type, stream, type, at, detail: { duty, recordKind, period, ...whose } });
};
