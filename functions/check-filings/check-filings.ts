import type { JournalEntry } from '../../events/journal.ts';
import type { OverdueFiling } from '../../events/overdue-filing.ts';
import type { Enterprise } from '../../events/registry.ts';
import type { SubmissionView } from '../../events/submission.ts';
import { type Filed, filedAtLast, partWithin } from '../../rules/filing-periods.ts';
import type { RegisteredDuty } from '../../rules/period-records.ts';
import type { DueFiling } from './judge-due.ts';
import { endRounds, type ListDeps, listFound } from './list-found.ts';
import { chinaDayOf, owedBy } from './owed-filings.ts';

/** So many questions are asked of the table side by side. */
const lanes = 16;
/** Filings whose periods are not judged by then are left to the next run, which must find this one over. */
const judgingUntilMs = 10 * 60_000;

/** A submission, as far as filing goes. */
export type Received = Pick<SubmissionView, 'enterprise' | 'branchId' | 'recordKind' | 'period' | 'receivedAt'>;

export type CheckDeps = ListDeps & {
  readonly enterprises: () => Promise<readonly Enterprise[]>;
  readonly filingDuties: () => Promise<readonly RegisteredDuty[]>;
  /** Submissions that are not audited yet: one received in time is in time, however long we take. */
  readonly recording: () => Promise<readonly Received[]>;
  /** The periods for which a branch has filed a kind, and when each was first received. */
  readonly filed: (enterprise: string, branchId: string, kind: string) => Promise<readonly Filed[]>;
  readonly open: () => Promise<readonly OverdueFiling[]>;
  /** Says once that it was made after all. */
  readonly markFiled: (id: string, filedAt: string, entry: JournalEntry) => Promise<void>;
  /** Whether what is reported of the kind is judged per period. */
  readonly hasPeriods: (kind: string) => boolean;
  /** Of which filings the periods have been judged since they fell due, in the order asked. */
  readonly judged: (filings: readonly string[]) => Promise<readonly boolean[]>;
  readonly judgeDue: (due: DueFiling, duties: readonly RegisteredDuty[]) => Promise<void>;
  readonly now: () => Date;
};

const madeLate = (at: string, filing: OverdueFiling): JournalEntry => ({
  id: 'filing.made-late',
  stream: `overdue#${filing.id}`,
  type: 'filing.made-late',
  at,
  detail: filing,
});

const inLanes = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  const rest = all.values();
  const lane = async () => {
    for (const one of rest) await work(one);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
};

const placeOf = ({ enterprise, branchId, recordKind }: Omit<Received, 'period' | 'receivedAt'>): string =>
  JSON.stringify([enterprise, branchId, recordKind]);

/**
 * Puts every filing that was not made by its due day on the list, made later or not, and says of those on the list that
 * have been made when that was: each once, with its journal entry. Authorities are told of what a run found when it ends.
 * Last, what was to be reported by then is judged per period, whether anything was reported or not: once each.
 */
export const checkFilings = async (deps: CheckDeps): Promise<void> => {
  const at = deps.now();
  // Before anything is asked of what is filed: whatever is audited in between is filed by then.
  const recording = Map.groupBy(await deps.recording(), placeOf);
  const [enterprises, duties] = await Promise.all([deps.enterprises(), deps.filingDuties()]);

  const due: DueFiling[] = [];
  for (const enterprise of enterprises) {
    const owed = enterprise.branches.flatMap((branch) =>
      duties.flatMap((duty) => owedBy(enterprise, branch, duty, at)),
    );
    const known = await deps.known(owed.map(({ filing }) => filing.id));
    const unknown = owed.filter((_, n) => !known[n]);
    const found: OverdueFiling[] = [];
    await inLanes(unknown, async ({ filing, part }) => {
      const filed = await deps.filed(filing.enterprise, filing.branchId, filing.recordKind);
      const madeAt = filedAtLast(part, [...filed, ...(recording.get(placeOf(filing)) ?? [])]);
      if (madeAt !== undefined && chinaDayOf(Date.parse(madeAt)) <= filing.dueOn) return;
      found.push(filing);
    });
    await listFound(
      found.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      deps,
    );
    const ofPeriods = owed.filter(({ filing }) => deps.hasPeriods(filing.recordKind));
    const judged = await deps.judged(ofPeriods.map(({ filing }) => filing.id));
    due.push(...ofPeriods.flatMap(({ filing }, n) => (judged[n] ? [] : [{ filing, enterprise }])));
  }

  await endRounds(at.toISOString(), deps);

  // However many are never made, what is newly overdue has been found. A branch is asked about a kind once.
  await inLanes([...Map.groupBy(await deps.open(), placeOf).values()], async (filings) => {
    const { enterprise, branchId, recordKind } = filings[0]!;
    const branch = enterprises.find(({ uscc }) => uscc === enterprise)?.branches.find(({ id }) => id === branchId);
    const filed = await deps.filed(enterprise, branchId, recordKind);
    for (const filing of filings) {
      const part = (branch && partWithin(filing.period, branch)) ?? filing.period;
      const filedAt = filedAtLast(part, filed);
      if (filedAt === undefined) continue;
      await deps.markFiled(filing.id, filedAt, madeLate(at.toISOString(), { ...filing, filedAt }));
    }
  });

  // While something received in time is still being recorded, nobody can say what was not reported.
  const isAwaited = (filing: OverdueFiling): boolean =>
    (recording.get(placeOf(filing)) ?? []).some(({ receivedAt }) => chinaDayOf(Date.parse(receivedAt)) <= filing.dueOn);
  await inLanes(due, async (one) => {
    if (isAwaited(one.filing) || deps.now().getTime() - at.getTime() > judgingUntilMs) return;
    await deps.judgeDue(one, duties);
  });
};
