import { asChinaTime } from '../../events/instant.ts';
import type { JournalEntry } from '../../events/journal.ts';
import type { OverdueFiling } from '../../events/overdue-filing.ts';
import { type Branch, type Enterprise, type FilingDuty, within } from '../../events/registry.ts';
import type { Period, SubmissionView } from '../../events/submission.ts';
import { type Filed, filedAtLast, partWithin, passedDue } from '../../rules/filing-periods.ts';
import { endRounds, type ListDeps, listFound } from './list-found.ts';

/**
 * How long after its due day a filing is still looked for. Longer than any outage of ours, so that none is missed; not
 * longer, or registering a duty of long ago would call years of filings overdue.
 */
export const daysLookedBack = 40;
/** A submission of the due day's last second is in the table by then. */
const receivingMs = 60_000;
/** So many questions are asked of the table side by side. */
const lanes = 16;

/** A submission, as far as filing goes. */
export type Received = Pick<SubmissionView, 'enterprise' | 'branchId' | 'recordKind' | 'period' | 'receivedAt'>;

export type CheckDeps = ListDeps & {
  readonly enterprises: () => Promise<readonly Enterprise[]>;
  readonly filingDuties: () => Promise<readonly FilingDuty[]>;
  /** Submissions that are not audited yet: one received in time is in time, however long we take. */
  readonly recording: () => Promise<readonly Received[]>;
  /** The periods for which a branch has filed a kind, and when each was first received. */
  readonly filed: (enterprise: string, branchId: string, kind: string) => Promise<readonly Filed[]>;
  readonly open: () => Promise<readonly OverdueFiling[]>;
  /** Says once that it was made after all. */
  readonly markFiled: (id: string, filedAt: string, entry: JournalEntry) => Promise<void>;
  readonly now: () => Date;
};

const chinaDayOf = (ms: number): string => asChinaTime(ms).slice(0, 10);

/** What a branch owes under a duty: in its sector, in its region, and for the part of a period in which it existed. */
const owedBy = (
  { uscc, sectors }: Enterprise,
  branch: Branch,
  duty: FilingDuty,
  at: Date,
): readonly { readonly filing: OverdueFiling; readonly part: Period }[] => {
  const sector = duty.sectors.find((one) => sectors.includes(one));
  if (sector === undefined || !within(branch.region, duty.regions)) return [];
  const today = chinaDayOf(at.getTime() - receivingMs);
  return passedDue(duty, today, daysLookedBack).flatMap(({ period, dueOn }) => {
    const part = partWithin(period, branch);
    if (part === undefined) return [];
    const filing: OverdueFiling = {
      id: [duty.id, uscc, branch.id, period.from].join('_'),
      duty: duty.id,
      recordKind: duty.recordKind,
      enterprise: uscc,
      branchId: branch.id,
      region: branch.region,
      sector,
      period,
      dueOn,
      foundAt: at.toISOString(),
    };
    return [{ filing, part }];
  });
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
 */
export const checkFilings = async (deps: CheckDeps): Promise<void> => {
  const at = deps.now();
  // Before anything is asked of what is filed: whatever is audited in between is filed by then.
  const recording = Map.groupBy(await deps.recording(), placeOf);
  const [enterprises, duties] = await Promise.all([deps.enterprises(), deps.filingDuties()]);

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
};
