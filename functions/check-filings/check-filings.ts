import { asChinaTime } from '../../events/instant.ts';
import type { JournalEntry } from '../../events/journal.ts';
import type { OverdueFiling } from '../../events/overdue-filing.ts';
import { type Branch, type Enterprise, type FilingDuty, within } from '../../events/registry.ts';
import type { Period } from '../../events/submission.ts';
import { isFiled, partWithin, passedDue } from '../../rules/filing-periods.ts';

/**
 * How long after its due day a filing is still looked for. Longer than any outage of ours, so that none is missed; not
 * longer, or registering a duty of long ago would call years of filings overdue.
 */
export const daysLookedBack = 40;

export type CheckDeps = {
  readonly enterprises: () => Promise<readonly Enterprise[]>;
  readonly filingDuties: () => Promise<readonly FilingDuty[]>;
  /** The periods for which a branch has filed a kind. */
  readonly filed: (enterprise: string, branchId: string, kind: string) => Promise<readonly Period[]>;
  readonly known: (ids: readonly string[]) => Promise<readonly boolean[]>;
  /** False when it is on the list already. */
  readonly put: (filing: OverdueFiling, entry: JournalEntry) => Promise<boolean>;
  readonly open: () => Promise<readonly OverdueFiling[]>;
  /** Says once that it was made after all. */
  readonly markFiled: (id: string, entry: JournalEntry) => Promise<void>;
  readonly now: () => Date;
};

/** What a branch owes under a duty: in its sector, in its region, and for the part of a period in which it existed. */
const owedBy = (
  { uscc, sectors }: Enterprise,
  branch: Branch,
  duty: FilingDuty,
  at: Date,
): readonly { readonly filing: OverdueFiling; readonly part: Period }[] => {
  const sector = duty.sectors.find((one) => sectors.includes(one));
  if (sector === undefined || !within(branch.region, duty.regions)) return [];
  const today = asChinaTime(at.getTime()).slice(0, 10);
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

const entryOf = (type: 'filing.overdue' | 'filing.made-late', at: string, filing: OverdueFiling): JournalEntry => ({
  id: type,
  stream: `overdue#${filing.id}`,
  type,
  at,
  detail: filing,
});

/**
 * Puts every filing whose due day has passed on the list, and says of those on the list that have been made since when
 * that was first seen: each once, with its journal entry.
 */
export const checkFilings = async (deps: CheckDeps): Promise<void> => {
  const at = deps.now();
  const [enterprises, duties, open] = await Promise.all([deps.enterprises(), deps.filingDuties(), deps.open()]);

  for (const filing of open) {
    const { id, enterprise, branchId, recordKind, period } = filing;
    const branch = enterprises.find(({ uscc }) => uscc === enterprise)?.branches.find((one) => one.id === branchId);
    const part = (branch && partWithin(period, branch)) ?? period;
    if (!isFiled(part, await deps.filed(enterprise, branchId, recordKind))) continue;
    const filedAt = at.toISOString();
    await deps.markFiled(id, entryOf('filing.made-late', filedAt, { ...filing, filedAt }));
  }

  for (const enterprise of enterprises) {
    const owed = enterprise.branches.flatMap((branch) =>
      duties.flatMap((duty) => owedBy(enterprise, branch, duty, at)),
    );
    const known = await deps.known(owed.map(({ filing }) => filing.id));
    for (const { filing, part } of owed.filter((_, n) => !known[n])) {
      const filed = await deps.filed(filing.enterprise, filing.branchId, filing.recordKind);
      if (!isFiled(part, filed)) await deps.put(filing, entryOf('filing.overdue', filing.foundAt, filing));
    }
  }
};
