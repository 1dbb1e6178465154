import type { Contract } from '../../events/contract.ts';
import { refusal } from '../../events/problem.ts';
import type { Submission } from '../../events/submission.ts';

/**
 * Refuses a roster of a kind that is not counted per person: there is no branch's part for it to replace.
 * Throws Problem INVALID_BODY with the place in the body.
 */
export const refuseUncountedRoster = (
  { mode }: Pick<Submission, 'mode'>,
  { kind, holdings }: Contract,
  kinds: Readonly<Record<string, Contract>>,
): void => {
  if (mode !== 'roster' || holdings !== undefined) return;
  const counted = Object.values(kinds).flatMap((one) => (one.holdings === undefined ? [] : [one.kind]));
  throw refusal(
    'INVALID_BODY',
    { zh: '该类型的记录不用花名册方式。', en: 'This kind of record has no roster.' },
    {
      pointer: '/mode',
      found: mode,
      expected: {
        zh: `events；roster 只用于 ${counted.join('、')}`,
        en: `events; roster is for ${counted.join(', ')} only`,
      },
      cause: {
        zh: `花名册替换一个网点按人计数的卡或账户，${kind} 不计数。`,
        en: `A roster replaces the cards or accounts of a branch that are counted per person; ${kind} is not counted.`,
      },
      fix: {
        zh: '改用 events 方式（或删去 mode），撤回的记录写入 withdraws。',
        en: 'Use mode events (or leave out mode), and name what was never so in withdraws.',
      },
    },
  );
};
