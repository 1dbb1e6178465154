import { maySee, type Principal } from '../../events/principal.ts';
import type { SubmissionView } from '../../events/submission.ts';
import { newestFirst } from '../list-violations/newest-first.ts';

/** A list of audited submissions that the table keeps. */
export type SubmissionList =
  | { readonly enterprise: string; readonly branchId?: string }
  | { readonly sector: string; readonly province: string };

export type SubmissionFilter = { readonly recordKind?: string; readonly enterprise?: string; readonly branch?: string };

const listsFor = (principal: Principal, { enterprise, branch }: SubmissionFilter): readonly SubmissionList[] => {
  const own = principal.role === 'regulator' ? undefined : principal.enterprise;
  const whose = own ?? enterprise;
  if (whose !== undefined) {
    const branches = branch !== undefined ? [branch] : own === undefined ? [] : [...new Set(principal.branches)];
    return branches.length > 0
      ? branches.map((branchId) => ({ enterprise: whose, branchId }))
      : [{ enterprise: whose }];
  }
  const provinces = [...new Set(principal.regions.map((region) => region.slice(0, 2)))];
  return [...new Set(principal.sectors)].flatMap((sector) => provinces.map((province) => ({ sector, province })));
};

/** One page of the audited submissions that the caller may see, newest first; positions are `<receivedAt>#<id>`. */
export const listSubmissions = (
  filter: SubmissionFilter,
  principal: Principal,
  after: string | undefined,
  limit: number,
  audited: (by: SubmissionList, after: string | undefined, limit: number) => Promise<readonly SubmissionView[]>,
  isLate: () => boolean,
) => {
  const page = async (by: SubmissionList, from: string | undefined, size: number) =>
    (await audited(by, from, size)).map((view) => {
      const isAsked =
        (filter.recordKind === undefined || view.recordKind === filter.recordKind) &&
        (filter.enterprise === undefined || view.enterprise === filter.enterprise) &&
        (filter.branch === undefined || view.branchId === filter.branch);
      return { position: `${view.receivedAt}#${view.id}`, item: isAsked && maySee(principal, view) ? view : undefined };
    });
  return newestFirst({ partitions: listsFor(principal, filter), page, after, limit, isLate });
};
