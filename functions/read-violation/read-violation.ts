import { maySee, type Principal } from '../../events/principal.ts';
import { notFound } from '../../events/problem.ts';
import type { Violation } from '../../events/violation.ts';
import type { Recorded } from '../../rules/track.ts';
import { type IsAudited, visible } from '../list-violations/visible.ts';

/** The violation, if it is the caller's to see; throws Problem NOT_FOUND otherwise, whether or not it exists. */
export const readViolation = async (
  id: string,
  principal: Principal,
  violation: (id: string) => Promise<Recorded | undefined>,
  audited: IsAudited,
): Promise<Violation> => {
  const recorded = await violation(id);
  const [seen] = recorded === undefined ? [] : await visible([recorded], audited);
  if (seen === undefined || !maySee(principal, seen)) throw notFound({ zh: '违规', en: 'violation' });
  return seen;
};
