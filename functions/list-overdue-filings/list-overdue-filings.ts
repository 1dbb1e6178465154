import type { OverdueFiling } from '../../events/overdue-filing.ts';
import { maySee, type Principal } from '../../events/principal.ts';
import { newestFirst } from '../list-violations/newest-first.ts';

/** A list of overdue filings that the table keeps. */
export type OverdueList = { readonly enterprise: string } | { readonly sector: string; readonly province: string };

const listsFor = ({ role, enterprise, sectors, regions }: Principal): readonly OverdueList[] => {
  if (role !== 'regulator' && enterprise !== undefined) return [{ enterprise }];
  const provinces = [...new Set(regions.map((region) => region.slice(0, 2)))];
  return [...new Set(sectors)].flatMap((sector) => provinces.map((province) => ({ sector, province })));
};

/** One page of the overdue filings that the caller may see, the last due first; positions are `<dueOn>#<id>`. */
export const listOverdueFilings = (
  principal: Principal,
  after: string | undefined,
  limit: number,
  listed: (by: OverdueList, after: string | undefined, limit: number) => Promise<readonly OverdueFiling[]>,
  isLate: () => boolean,
) => {
  const page = async (by: OverdueList, from: string | undefined, size: number) =>
    (await listed(by, from, size)).map((filing) => ({
      position: `${filing.dueOn}#${filing.id}`,
      item: maySee(principal, filing) ? filing : undefined,
    }));
  return newestFirst({ partitions: listsFor(principal), page, after, limit, isLate });
};
