import { addresseeOf, audienceOf, hears } from '../../events/addressee.ts';
import type { Notice } from '../../events/notice.ts';
import type { Principal } from '../../events/principal.ts';
import { Problem } from '../../events/problem.ts';

/** `after` of the query as a sequence number, 0 where left out; throws Problem INVALID_REQUEST for anything else. */
export const sequenceAsked = ({ after }: Readonly<Record<string, string>>): number => {
  if (after === undefined) return 0;
  if (/^\d{1,9}$/.test(after)) return Number(after);
  throw new Problem('INVALID_REQUEST', { zh: '查询参数有误。', en: 'The query is wrong.' }, [
    {
      code: 'NOT_A_SEQUENCE_NUMBER',
      column: 'after',
      found: after.slice(0, 40),
      expected: { zh: '通知的序号，如 17', en: 'the sequence number of a notice, e.g. 17' },
      cause: { zh: 'after 应为非负整数。', en: 'after is a whole number, not negative.' },
      fix: { zh: '写最后收到的通知的序号，或不写。', en: 'Give that of the last notice you have, or leave it out.' },
    },
  ]);
};

/**
 * The notices of the caller's own authority, or of its enterprise and branches, after a sequence number, in sequence;
 * `next` is the number to go on after, undefined at the end. A page may be short. Whoever belongs to neither has none.
 */
export const listNotices = async (
  principal: Principal,
  sequence: number,
  limit: number,
  after: (addressee: string, sequence: number, limit: number) => Promise<readonly Notice[]>,
) => {
  const audience = audienceOf(principal);
  if (audience === undefined) return { items: [], next: undefined };
  const notices = await after(addresseeOf(audience), sequence, limit + 1);
  const page = notices.slice(0, limit);
  const next = notices.length > limit ? page.at(-1)!.sequence : undefined;
  return { items: page.filter((notice) => hears(audience, notice)), next };
};
