import type { Fault } from '../../events/fault.ts';
import { shown } from '../../events/field-faults.ts';
import { isResidentId } from '../../events/identifiers/resident-id.ts';
import { isUscc } from '../../events/identifiers/uscc.ts';
import type { JournalEntry } from '../../events/journal.ts';
import type { Principal } from '../../events/principal.ts';
import { Problem } from '../../events/problem.ts';
import { Authority, Enterprise, FilingDuty, within } from '../../events/registry.ts';

/** The three lists: how an entry looks, what names it, and whether two branches or kinds in it contradict each other. */
export const lists = {
  enterprise: { schema: Enterprise, idOf: (entry: Enterprise) => entry.uscc },
  authority: { schema: Authority, idOf: (entry: Authority) => entry.id },
  'filing-duty': { schema: FilingDuty, idOf: (entry: FilingDuty) => entry.id },
} as const;
export type ListName = keyof typeof lists;
export type Entry = Enterprise | Authority | FilingDuty;

/** The code of an enterprise is nobody's number; what could be one is masked. */
const shownId = (id: string): string => (isUscc(id) && !isResidentId(id) ? id : shown(id));

type Place = { readonly sectors: readonly string[]; readonly regions: readonly string[] };

const fault = (code: string, pointer: string, zh: string, en: string, fix: Fault['fix'], found?: string): Fault => ({
  code,
  pointer,
  ...(found !== undefined && { found }),
  cause: { zh, en },
  fix,
});

const twice = (branches: Enterprise['branches']): Fault[] =>
  branches.flatMap(({ id }, n) => {
    const first = branches.findIndex((other) => other.id === id);
    return first === n
      ? []
      : [
          fault(
            'DUPLICATE_BRANCH',
            `/branches/${n}/id`,
            `与第 ${first + 1} 个网点编号重复。`,
            `Branch ${first + 1} has the same id.`,
            { zh: '每个网点用不同的编号。', en: 'Give each branch an id of its own.' },
            shown(id),
          ),
        ];
  });

const backwards = (
  spans: readonly { readonly from: string; readonly to?: string | undefined; readonly pointer: string }[],
): Fault[] =>
  spans.flatMap(({ from, to, pointer }) =>
    to === undefined || from <= to
      ? []
      : [
          fault(
            'BACKWARDS_DATES',
            `${pointer}/to`,
            '截止日早于起始日。',
            'It ends before it begins.',
            { zh: '改正起止日期。', en: 'Correct the dates.' },
            `${from} – ${to}`,
          ),
        ],
  );

const faultsOf = (list: ListName, entry: Entry, kinds: ReadonlySet<string>): Fault[] => {
  if (list === 'enterprise') {
    const { branches } = entry as Enterprise;
    return [...twice(branches), ...backwards(branches.map((branch, n) => ({ ...branch, pointer: `/branches/${n}` })))];
  }
  if (list === 'filing-duty') {
    const duty = entry as FilingDuty;
    const unknown = kinds.has(duty.recordKind)
      ? []
      : [
          fault(
            'UNKNOWN_RECORD_KIND',
            '/recordKind',
            '没有这个记录类型。',
            'There is no such record kind.',
            { zh: `改为其中之一：${[...kinds].join('、')}`, en: `Name one of: ${[...kinds].join(', ')}` },
            shown(duty.recordKind),
          ),
        ];
    return [...unknown, ...backwards([{ ...duty, pointer: '' }])];
  }
  return [];
};

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

const refuseOutside = (principal: Principal, { sectors, regions }: Place): void => {
  const sector = sectors.find((one) => !principal.sectors.some((own) => own === one));
  const region = regions.find((one) => !within(one, principal.regions));
  if (sector === undefined && region === undefined) return;
  throw new Problem('FORBIDDEN', {
    zh: `该登记涉及您管辖之外的${sector ? `行业 ${sector}` : `地区 ${region}`}。`,
    en: `This entry reaches beyond your jurisdiction: ${sector ? `sector ${sector}` : `region ${region}`}.`,
  });
};

export type WriteDeps = {
  readonly kinds: ReadonlySet<string>;
  /** Whether the enterprise has any audited submission. */
  readonly hasReported: (uscc: string) => Promise<boolean>;
  readonly read: (
    list: ListName,
    id: string,
  ) => Promise<{ readonly version: number; readonly entry: Entry } | undefined>;
  /** False when somebody else changed it meanwhile. */
  readonly put: (list: ListName, id: string, entry: Entry, version: number, journal: JournalEntry) => Promise<boolean>;
  readonly now: () => Date;
};

/**
 * Cards and accounts are counted under the group that stood when they were reported: in another group the later ones
 * would be counted without them.
 */
const refuseRegrouping = async (before: Enterprise, after: Enterprise, { hasReported }: WriteDeps): Promise<void> => {
  if (before.countingGroup === after.countingGroup || !(await hasReported(after.uscc))) return;
  const text = {
    zh: '该企业已有报送，其卡和账户已计入原计数组，不能改组：改后原有的不再计入。',
    en: 'This enterprise has reported: its cards and accounts are counted in the group it has, and would count no longer in another.',
  };
  const fix = {
    zh: `保留 ${before.countingGroup}；若确须合并计数，请把新企业登记到该组。`,
    en: `Keep ${before.countingGroup}; to count it with enterprises that have not reported yet, give those this group.`,
  };
  throw new Problem('CONFLICT', text, [
    fault('COUNTING_GROUP_IN_USE', '/countingGroup', text.zh, text.en, fix, after.countingGroup),
  ]);
};

/**
 * Registers or replaces one entry, with a journal entry that says by whom. A regulator changes only what lies in its
 * sectors × regions; branches elsewhere may stay in the entry as they are. The same entry again changes nothing.
 * Throws Problem INVALID_BODY, FORBIDDEN, CONFLICT.
 */
export const writeRegistry = async (
  list: ListName,
  id: string,
  entry: Entry,
  principal: Principal,
  deps: WriteDeps,
): Promise<{ readonly isNew: boolean; readonly entry: Entry }> => {
  const named = (lists[list].idOf as (entry: Entry) => string)(entry);
  const faults = faultsOf(list, entry, deps.kinds);
  if (named !== id) {
    const pointer = list === 'enterprise' ? '/uscc' : '/id';
    faults.push(
      fault(
        'ID_DIFFERS',
        pointer,
        `与地址中的 ${shownId(id)} 不一致。`,
        `It differs from ${shownId(id)} in the address.`,
        { zh: '两处写成一致。', en: 'Make them the same.' },
        shownId(named),
      ),
    );
  }
  if (faults.length > 0) throw new Problem('INVALID_BODY', { zh: '登记内容有误。', en: 'The entry is wrong.' }, faults);

  const before = await deps.read(list, id);
  refuseOutside(principal, touched(list, before?.entry, entry));
  if (JSON.stringify(before?.entry) === JSON.stringify(entry)) return { isNew: false, entry };
  if (list === 'enterprise' && before) await refuseRegrouping(before.entry as Enterprise, entry as Enterprise, deps);
  const version = before?.version ?? 0;
  const written = await deps.put(list, id, entry, version, {
    id: `${list}#${id}#${version + 1}`,
    stream: 'registry',
    type: 'registry.changed',
    at: deps.now().toISOString(),
    detail: { list, id, version: version + 1, by: principal.sub, authority: principal.authority ?? null },
  });
  if (!written) {
    throw new Problem('CONFLICT', {
      zh: '他人刚刚修改了该登记；请重新读取后再改。',
      en: 'Somebody else has just changed it; read it again first.',
    });
  }
  return { isNew: version === 0, entry };
};
