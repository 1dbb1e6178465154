import type { Fault } from '../../events/fault.ts';
import { shown } from '../../events/field-faults.ts';
import { isResidentId } from '../../events/identifiers/resident-id.ts';
import { isUscc } from '../../events/identifiers/uscc.ts';
import type { Enterprise, FilingDuty } from '../../events/registry.ts';
import { type Entry, type ListName, lists } from './lists.ts';

/** The code of an enterprise is nobody's number; what could be one is masked. */
const shownId = (id: string): string => (isUscc(id) && !isResidentId(id) ? id : shown(id));

export const fault = (
  code: string,
  pointer: string,
  zh: string,
  en: string,
  fix: Fault['fix'],
  found?: string,
): Fault => ({
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

const ownFaults = (list: ListName, entry: Entry, kinds: ReadonlySet<string>): Fault[] => {
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

const otherId = (list: ListName, id: string, entry: Entry): Fault[] => {
  const named = (lists[list].idOf as (entry: Entry) => string)(entry);
  if (named === id) return [];
  return [
    fault(
      'ID_DIFFERS',
      list === 'enterprise' ? '/uscc' : '/id',
      `与地址中的 ${shownId(id)} 不一致。`,
      `It differs from ${shownId(id)} in the address.`,
      { zh: '两处写成一致。', en: 'Make them the same.' },
      shownId(named),
    ),
  ];
};

/** What is wrong in an entry by itself: parts that contradict each other, a kind there is not, another id than asked. */
export const entryFaults = (list: ListName, id: string, entry: Entry, kinds: ReadonlySet<string>): readonly Fault[] => [
  ...ownFaults(list, entry, kinds),
  ...otherId(list, id, entry),
];
