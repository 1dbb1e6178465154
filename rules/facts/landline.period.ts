import type { AnyRecord } from '../../events/contract.ts';
import type { Landline } from '../../events/records/landline/contract.ts';
import { factsOf } from './fact.ts';
import { auditMonthsAgo, isOpenOn } from './landline.ts';
import { type PeriodRecord, shareAbout, tallied } from './period.ts';

const audited = 'audited ';
/** An audit of which nobody said when it was may be of any age. */
const anyAge = `${audited}untold`;

/** Lines that are open, and how many of them were audited so many months ago, since the interval is a parameter. */
export const tally = (record: AnyRecord): Readonly<Record<string, number | undefined>> => {
  const isOpen = isOpenOn(record as Landline);
  if (isOpen === false) return {};
  const open = isOpen === true ? 1 : undefined;
  const months = auditMonthsAgo(record as Landline);
  if (months === null) return { open };
  return months === undefined ? { open, [anyAge]: undefined } : { open, [`${audited}${months}`]: open };
};

const isWithin = (name: string, months: number): boolean =>
  name === anyAge || (name.startsWith(audited) && Number(name.slice(audited.length)) <= months);

export const facts = factsOf<Partial<PeriodRecord>>()({
  /**
   * Of the open lines reported, the share whose last audit (or installation, where there was none yet) is within `months`
   * of the check, told where it is certain on which side of `floor` it lies; `null` where no line is open. Unit: ratio.
   */
  'audits.coverage': {
    type: 'number',
    unit: 'ratio',
    zh: '在用固话核查覆盖率',
    en: 'the share of open lines audited within the interval',
    params: { months: 'number', floor: 'number' },
    of: ({ record }, { months, floor }) => {
      if (record.tallies === undefined) return undefined;
      const within = Object.keys(record.tallies)
        .filter((name) => isWithin(name, months as number))
        .map((name) => tallied(record, name)!)
        .reduce((a, b) => ({ sum: a.sum + b.sum, unknown: a.unknown + b.unknown }), { sum: 0, unknown: 0 });
      return shareAbout({ tallies: { within, open: tallied(record, 'open')! } }, 'within', 'open', floor as number);
    },
  },
});
