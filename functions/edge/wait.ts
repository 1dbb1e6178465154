import { shown } from '../../events/field-faults.ts';
import { Problem } from '../../events/problem.ts';

/** An HTTP API answers for a function that is silent for 30 seconds. */
const maxSeconds = 20;

/** Seconds that a query asks to wait for a change, 0 where it does not; throws Problem INVALID_REQUEST beyond 20. */
export const waitOf = ({ wait = '0' }: Readonly<Record<string, string>>): number => {
  if (/^\d{1,2}$/.test(wait) && Number(wait) <= maxSeconds) return Number(wait);
  throw new Problem('INVALID_REQUEST', { zh: '查询参数有误。', en: 'The query is wrong.' }, [
    {
      code: 'OUT_OF_RANGE',
      column: 'wait',
      found: shown(wait),
      expected: { zh: `0 至 ${maxSeconds} 的整数（秒）`, en: `a whole number of seconds from 0 to ${maxSeconds}` },
      cause: { zh: 'wait 超出范围。', en: 'wait is out of range.' },
      fix: { zh: `改为 0 至 ${maxSeconds}，或不写。`, en: `Give 0 to ${maxSeconds}, or leave it out.` },
    },
  ]);
};
