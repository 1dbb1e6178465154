import type { Principal } from '../../events/principal.ts';
import { Problem } from '../../events/problem.ts';
import { type Authority, type Enterprise, within } from '../../events/registry.ts';
import type { Entry, ListName } from './lists.ts';

type Place = { readonly sectors: readonly string[]; readonly regions: readonly string[] };

/** What all branches of an enterprise share, wherever they are. */
const sharedBy = ({ name, sectors, countingGroup }: Enterprise): string =>
  JSON.stringify([name, sectors, countingGroup]);

/**
 * What a change touches: for an enterprise the regions of the branches that differ, and of all of them where its name,
 * sectors or counting group do; else all that the entry covers.
 */
const touched = (list: ListName, before: Entry | undefined, after: Entry): Place => {
  if (list !== 'enterprise') {
    const [old, now] = [before as Authority | undefined, after as Authority];
    return { sectors: [...(old?.sectors ?? []), ...now.sectors], regions: [...(old?.regions ?? []), ...now.regions] };
  }
  const [old, now] = [before as Enterprise | undefined, after as Enterprise];
  const said = (branches: Enterprise['branches'] = []) => new Set(branches.map((branch) => JSON.stringify(branch)));
  const [was, is] = [said(old?.branches), said(now.branches)];
  const isShared = old !== undefined && sharedBy(old) !== sharedBy(now);
  const differing = [...(old?.branches ?? []), ...now.branches].filter((branch) => {
    const text = JSON.stringify(branch);
    return isShared || was.has(text) !== is.has(text);
  });
  return { sectors: [...(old?.sectors ?? []), ...now.sectors], regions: differing.map(({ region }) => region) };
};

/** Throws Problem FORBIDDEN where the change touches what is not in the regulator's sectors × regions. */
export const refuseOutside = (principal: Principal, list: ListName, before: Entry | undefined, after: Entry): void => {
  const { sectors, regions } = touched(list, before, after);
  const sector = sectors.find((one) => !principal.sectors.some((own) => own === one));
  const region = regions.find((one) => !within(one, principal.regions));
  if (sector === undefined && region === undefined) return;
  throw new Problem('FORBIDDEN', {
    zh: `该登记涉及您管辖之外的${sector ? `行业 ${sector}` : `地区 ${region}`}。`,
    en: `This entry reaches beyond your jurisdiction: ${sector ? `sector ${sector}` : `region ${region}`}.`,
  });
};
