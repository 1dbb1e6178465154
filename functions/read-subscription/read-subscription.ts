import { type Addressed, audienceOf, isWithin, ownerOf } from '../../events/addressee.ts';
import type { Principal } from '../../events/principal.ts';
import { notFound } from '../../events/problem.ts';
import type { Subscription } from '../../events/subscription.ts';

export type Versioned = { readonly version: number; readonly subscription: Subscription };
type Ref = Addressed & Pick<Subscription, 'id'>;

/**
 * The subscription, if it is of the caller's own authority, or enterprise and branches; throws Problem NOT_FOUND
 * otherwise, as if there were none.
 */
export const readSubscription = async (
  id: string,
  principal: Principal,
  subscription: (of: Ref) => Promise<Versioned | undefined>,
): Promise<Versioned> => {
  const audience = audienceOf(principal);
  const found = audience && (await subscription({ ...ownerOf(audience), id }));
  if (found === undefined || !isWithin(audience!, found.subscription))
    throw notFound({ zh: '订阅', en: 'subscription' });
  return found;
};
