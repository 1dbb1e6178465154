import type { Principal } from '../../events/principal.ts';
import { type Authority, type Enterprise, type FilingDuty, within } from '../../events/registry.ts';

const covers = ({ sectors, regions }: Principal, of: readonly string[], at: readonly string[]): boolean =>
  of.some((sector) => sectors.some((own) => own === sector)) &&
  at.some((region) => within(region, regions) || regions.some((own) => within(own, [region])));

/** Whether the enterprise is the caller's to know: its own, or one with a branch in the caller's jurisdiction. */
const knows = (principal: Principal, { uscc, sectors, branches }: Enterprise): boolean => {
  if (principal.role !== 'regulator' && principal.enterprise !== undefined) return principal.enterprise === uscc;
  if (principal.role === 'enterprise') return false;
  // One without branches is nobody's yet: every authority of its sectors may see it, to complete it.
  return covers(principal, sectors, branches.length === 0 ? principal.regions : branches.map(({ region }) => region));
};

/** Whoever speaks for some branches of an enterprise only is told of those. */
const ofBranches = ({ role, branches: own }: Principal, enterprise: Enterprise): Enterprise =>
  role === 'regulator' || own.length === 0
    ? enterprise
    : { ...enterprise, branches: enterprise.branches.filter(({ id }) => own.includes(id)) };

/** The enterprises that the caller may know, by 统一社会信用代码. */
export const enterprisesFor = (principal: Principal, all: readonly Enterprise[]): readonly Enterprise[] =>
  all.filter((enterprise) => knows(principal, enterprise)).map((enterprise) => ofBranches(principal, enterprise));

/** Authorities are public offices: every party may know them all. */
export const authoritiesFor = (_: Principal, all: readonly Authority[]): readonly Authority[] => all;

/** An enterprise sees every duty of its sectors' kinds; a regulator those that touch its jurisdiction. */
export const filingDutiesFor = (
  principal: Principal,
  all: readonly FilingDuty[],
  own: Enterprise | undefined,
): readonly FilingDuty[] =>
  own === undefined
    ? all.filter(({ sectors, regions }) => covers(principal, sectors, regions))
    : all.filter(({ sectors }) => sectors.some((sector) => own.sectors.includes(sector)));
