import { asChinaTime } from '../../events/instant.ts';
import type { OverdueFiling } from '../../events/overdue-filing.ts';
import { type Branch, type Enterprise, type FilingDuty, within } from '../../events/registry.ts';
import type { Period } from '../../events/submission.ts';
import { partWithin, passedDue } from '../../rules/filing-periods.ts';

/**
 * How long after its due day a filing is still looked for. Longer than any outage of ours, so that none is missed; not
 * longer, or registering a duty of long ago would call years of filings overdue.
 */
const daysLookedBack = 40;
/** A submission of the due day's last second is in the table by then. */
const receivingMs = 60_000;
/** The civil day of China on which an instant lies. */
export const chinaDayOf = (ms: number): string => asChinaTime(ms).slice(0, 10);

/** What a branch owes under a duty: in its sector, in its region, and for the part of a period in which it existed. */
export const owedBy = (
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
