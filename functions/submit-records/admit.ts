import type { Contract } from '../../events/contract.ts';
import type { Fault, Text } from '../../events/fault.ts';
import type { Chain } from '../../events/manifest.ts';
import type { Principal } from '../../events/principal.ts';
import { Problem } from '../../events/problem.ts';
import type { Enterprise, Sector } from '../../events/registry.ts';
import { maxRecords, type Submission } from '../../events/submission.ts';

/** Who reports, from where, and on which chain. */
export type Admitted = {
  readonly contract: Contract;
  readonly chain: Chain;
  readonly region: string;
  readonly sector: Sector;
  readonly countingGroup: string;
};

const refusal = (code: string, text: Text, fault: Omit<Fault, 'code'>): Problem =>
  new Problem(code, text, [{ code, ...fault }]);

/** The kind's contract; throws Problem UNKNOWN_RECORD_KIND naming those there are. */
export const kindOf = (kinds: Readonly<Record<string, Contract>>, kind: string): Contract => {
  const contract = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (contract !== undefined) return contract;
  const all = Object.keys(kinds).join(', ');
  throw refusal(
    'UNKNOWN_RECORD_KIND',
    { zh: `没有记录类型 ${kind}。`, en: `There is no record kind ${kind}.` },
    {
      pointer: '/recordKind',
      found: kind,
      expected: { zh: `其中之一：${all}`, en: `one of: ${all}` },
      cause: { zh: '记录类型不存在。', en: 'The record kind does not exist.' },
      fix: { zh: '改为所列类型之一，见 /v1/record-kinds。', en: 'Name one of those; see /v1/record-kinds.' },
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
      found: branchId,
      expected: { zh: '本企业登记且授权给您的网点编号', en: 'a branch of your enterprise that you may report for' },
      cause: {
        zh: '网点未登记在本企业名下，或未授权给该身份。',
        en: 'It is not registered with your enterprise, or not among your branches.',
      },
      fix: { zh: '核对网点编号，见 /v1/registry/enterprises。', en: 'Check the id; see /v1/registry/enterprises.' },
    },
  );
};

const refuseContradictions = ({ records, nil, withdraws, mode }: Submission): void => {
  if (records.length > maxRecords) {
    throw refusal(
      'TOO_MANY_RECORDS',
      { zh: `一次最多 ${maxRecords} 条记录。`, en: `A submission has at most ${maxRecords} records.` },
      {
        pointer: '/records',
        found: String(records.length),
        expected: { zh: `不超过 ${maxRecords} 条`, en: `at most ${maxRecords}` },
        cause: { zh: '记录过多。', en: 'There are too many records.' },
        fix: { zh: '分成多次报送。', en: 'Send them in several submissions.' },
      },
    );
  }
  if (nil === true && records.length > 0) {
    throw refusal(
      'INVALID_BODY',
      { zh: '零报送不能带记录。', en: 'A nil report has no records.' },
      {
        pointer: '/nil',
        found: 'true',
        cause: { zh: 'nil 为 true，却有记录。', en: 'nil is true, and yet there are records.' },
        fix: { zh: '删去 nil，或删去记录。', en: 'Leave out nil, or the records.' },
      },
    );
  }
  if (records.length === 0 && nil !== true && (withdraws ?? []).length === 0) {
    throw refusal(
      'EMPTY_SUBMISSION',
      { zh: '没有任何记录。', en: 'There are no records.' },
      {
        pointer: '/records',
        found: '[]',
        cause: {
          zh: '记录为空，也未声明零报送。',
          en: 'It is empty and does not say that there is nothing to report.',
        },
        fix: {
          zh: '填写记录；确无记录时写 "nil": true。',
          en: 'Give records; where there is nothing to report, say "nil": true.',
        },
      },
    );
  }
  if (mode === 'roster' && withdraws !== undefined) {
    throw refusal(
      'INVALID_BODY',
      { zh: '花名册方式不用 withdraws。', en: 'A roster withdraws nothing by name.' },
      {
        pointer: '/withdraws',
        cause: {
          zh: '花名册替换网点的全部记录，未列出的即不再存在。',
          en: 'A roster replaces the branch’s part: what it leaves out is gone.',
        },
        fix: { zh: '删去 withdraws，或改用 events 方式。', en: 'Leave out withdraws, or use mode events.' },
      },
    );
  }
  const keys = new Set(records.map((record) => (record as { recordId?: unknown } | null)?.recordId));
  const both = (withdraws ?? []).findIndex((key) => keys.has(key));
  if (both !== -1) {
    throw refusal(
      'INVALID_BODY',
      { zh: '同一记录既报送又撤回。', en: 'A record is both reported and withdrawn.' },
      {
        pointer: `/withdraws/${both}`,
        cause: { zh: '该 recordId 也在 records 中。', en: 'Its recordId stands among the records too.' },
        fix: { zh: '两处只留一处。', en: 'Keep it in one place only.' },
      },
    );
  }
};

/**
 * Whether the submission may come in at all: its kind, its branch, its period. Region, sector and counting group are
 * the registry's word, never the sender's. Throws Problem with the place in the body.
 */
export const admit = async (
  submission: Submission,
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
  refuseContradictions(submission);
  const { uscc, countingGroup } = registered;
  return {
    contract,
    chain: { enterprise: uscc, branchId, recordKind: contract.kind, period, mode },
    region,
    sector,
    countingGroup,
  };
};
