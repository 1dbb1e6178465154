import type { Principal } from '../../events/principal.ts';
import { notFound } from '../../events/problem.ts';
import { authorityOf, type Subscription } from '../../events/subscription.ts';

export type Versioned = { readonly version: number; readonly subscription: Subscription };
type Ref = Pick<Subscription, 'authority' | 'id'>;

/** The subscription, if it is of the caller's own authority; throws Problem NOT_FOUND otherwise, as if there were none. */
export const readSubscription = async (
  id: string,
  principal: Principal,
  subscription: (of: Ref) => Promise<Versioned | undefined>,
): Promise<Versioned> => {
  const authority = authorityOf(principal);
  const found = authority === undefined ? undefined : await subscription({ authority, id });
  if (found === undefined) throw notFound({ zh: '订阅', en: 'subscription' });
  return found;
};
