import type { Contract } from '../../events/contract.ts';
import { shown } from '../../events/field-faults.ts';
import type { Chain } from '../../events/manifest.ts';
import { nearest } from '../../events/nearest.ts';
import type { Principal } from '../../events/principal.ts';
import { Problem, refusal } from '../../events/problem.ts';
import type { Enterprise, Sector } from '../../events/registry.ts';
import type { Submission } from '../../events/submission.ts';
import { refuseContradictions } from './contradictions.ts';
import { refuseUncountedRoster } from './refuse-roster.ts';

/** Who reports, from where, and on which chain. */
export type Admitted = {
  readonly contract: Contract;
  readonly chain: Chain;
  readonly region: string;
  readonly sector: Sector;
  readonly countingGroup: string;
};

/** The kind's contract; throws Problem UNKNOWN_RECORD_KIND naming those there are. */
export const kindOf = (kinds: Readonly<Record<string, Contract>>, kind: string): Contract => {
  const contract = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (contract !== undefined) return contract;
  const all = Object.keys(kinds);
  const meant = nearest(kind, all);
  const clear = shown(kind);
  throw refusal(
    'UNKNOWN_RECORD_KIND',
    { zh: `没有记录类型“${clear}”。`, en: `There is no record kind “${clear}”.` },
    {
      pointer: '/recordKind',
      found: clear,
      expected: { zh: `其中之一：${all.join('、')}`, en: `one of: ${all.join(', ')}` },
      cause: { zh: '记录类型不存在。', en: 'The record kind does not exist.' },
      fix: meant
        ? { zh: `是否应为“${meant}”？`, en: `Did you mean “${meant}”?` }
        : { zh: '改为所列类型之一，见 /v1/record-kinds。', en: 'Name one of those; see /v1/record-kinds.' },
    },
  );
};

/** The enterprise that the caller speaks for; throws Problem FORBIDDEN when it is not registered. */
export const enterpriseOf = async (
  { enterprise: uscc }: Principal,
  enterprise: (uscc: string) => Promise<Enterprise | undefined>,
): Promise<Enterprise> => {
  const registered = uscc === undefined ? undefined : await enterprise(uscc);
  if (registered !== undefined) return registered;
  throw new Problem('FORBIDDEN', {
    zh: '该身份所属企业未在登记簿中；请联系主管部门登记。',
    en: 'The enterprise of this identity is not in the registry; ask the authority to register it.',
  });
};

/** The sector in which the enterprise reports the kind; throws Problem INVALID_BODY when it owes no such records. */
export const sectorOf = (contract: Contract, { sectors }: Enterprise): Sector => {
  const sector = contract.sectors.find((one) => sectors.includes(one));
  if (sector !== undefined) return sector;
  throw refusal(
    'INVALID_BODY',
    { zh: '该类型的记录不由本行业报送。', en: 'This kind of record is not reported by your sector.' },
    {
      pointer: '/recordKind',
      found: contract.kind,
      expected: { zh: `行业：${contract.sectors.join('、')}`, en: `a sector among: ${contract.sectors.join(', ')}` },
      cause: {
        zh: `本企业登记的行业为 ${sectors.join('、')}。`,
        en: `Your enterprise is registered as ${sectors.join(', ')}.`,
      },
      fix: { zh: '选择本行业的记录类型。', en: 'Choose a kind that your sector reports.' },
    },
  );
};

/** What is in the registry of the caller's own enterprise is nobody's number, however many digits it has. */
const shownTo = ({ uscc, branches }: Enterprise, branchId: string): string =>
  branchId === uscc || branches.some(({ id }) => id === branchId) ? branchId : shown(branchId);

/** The branch as registered; throws Problem NOT_FOUND where it is not one of the caller's own. */
export const branchOf = (principal: Principal, enterprise: Enterprise, branchId: string) => {
  const mayUse = principal.branches.length === 0 || principal.branches.includes(branchId);
  const branch = mayUse ? enterprise.branches.find(({ id }) => id === branchId) : undefined;
  if (branch !== undefined) return branch;
  throw refusal(
    'NOT_FOUND',
    { zh: '没有这个网点，或不属于您。', en: 'There is no such branch, or it is not yours.' },
    {
      pointer: '/branchId',
      found: shownTo(enterprise, branchId),
      expected: { zh: '本企业登记且授权给您的网点编号', en: 'a branch of your enterprise that you may report for' },
      cause: {
        zh: '网点未登记在本企业名下，或未授权给该身份。',
        en: 'It is not registered with your enterprise, or not among your branches.',
      },
      fix: { zh: '核对网点编号，见 /v1/registry/enterprises。', en: 'Check the id; see /v1/registry/enterprises.' },
    },
  );
};

/**
 * Whether what is reported may come in at all, whatever is in it: its kind, its branch, its period. Region, sector and
 * counting group are the registry's word, never the sender's. Throws Problem with the place in the body.
 */
export const admitReport = async (
  submission: Pick<Submission, 'recordKind' | 'branchId' | 'period' | 'mode'>,
  principal: Principal,
  kinds: Readonly<Record<string, Contract>>,
  enterprise: (uscc: string) => Promise<Enterprise | undefined>,
): Promise<Admitted> => {
  const contract = kindOf(kinds, submission.recordKind);
  const registered = await enterpriseOf(principal, enterprise);
  const sector = sectorOf(contract, registered);
  const { id: branchId, region, from, to } = branchOf(principal, registered, submission.branchId);
  const { period, mode } = submission;
  if (period.to < from || (to !== undefined && period.from > to)) {
    throw refusal(
      'INVALID_BODY',
      { zh: '该网点在此期间不存在。', en: 'The branch did not exist in this period.' },
      {
        pointer: '/period',
        found: `${period.from} – ${period.to}`,
        expected: { zh: `自 ${from} 至 ${to ?? '今'}`, en: `from ${from} to ${to ?? 'now'}` },
        cause: { zh: '期间在网点登记的存续期之外。', en: 'The period lies outside the branch’s registered life.' },
        fix: { zh: '改正期间，或请主管部门更正登记。', en: 'Correct the period, or have the registry corrected.' },
      },
    );
  }
  refuseUncountedRoster(submission, contract, kinds);
  const { uscc, countingGroup } = registered;
  return {
    contract,
    chain: { enterprise: uscc, branchId, recordKind: contract.kind, period, mode },
    region,
    sector,
    countingGroup,
  };
};

/** The same of a submission that is here whole. */
export const admit = async (
  submission: Submission,
  principal: Principal,
  kinds: Readonly<Record<string, Contract>>,
  enterprise: (uscc: string) => Promise<Enterprise | undefined>,
): Promise<Admitted> => {
  const admitted = await admitReport(submission, principal, kinds, enterprise);
  refuseContradictions(submission);
  return admitted;
};
