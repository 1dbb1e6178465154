import { type Addressed, ownerOf } from '../../events/addressee.ts';
import type { JournalEntry } from '../../events/journal.ts';
import type { Principal } from '../../events/principal.ts';
import { Problem } from '../../events/problem.ts';
import type { Subscription } from '../../events/subscription.ts';
import { readSubscription, type Versioned } from '../read-subscription/read-subscription.ts';

type Ref = Addressed & Pick<Subscription, 'id'>;

export type ChangeDeps = {
  readonly subscription: (of: Ref) => Promise<Versioned | undefined>;
  readonly now: () => Date;
};
/** Makes the change if the subscription is still at `version`; throws TransactionCanceledException otherwise. */
type Write = (subscription: Subscription, version: number, entry: JournalEntry) => Promise<void>;

/**
 * Changes a subscription of the caller's authority or enterprise, with a journal entry that says by whom.
 * Throws Problem NOT_FOUND, CONFLICT where somebody else changed it at the same moment, and what `write` throws.
 */
export const changeSubscription = async (
  id: string,
  principal: Principal,
  change: string,
  write: Write,
  { subscription, now }: ChangeDeps,
): Promise<void> => {
  const { version, subscription: found } = await readSubscription(id, principal, subscription);
  const entry: JournalEntry = {
    id: `subscription.changed#${version + 1}`,
    stream: `subscription#${id}`,
    type: 'subscription.changed',
    at: now().toISOString(),
    detail: {
      ...{ subscription: id, ...ownerOf(found), url: found.url },
      ...{ change, version: version + 1, by: principal.sub },
    },
  };
  await write(found, version, entry).catch((error) => {
    if (error.name !== 'TransactionCanceledException') throw error;
    throw new Problem('CONFLICT', {
      zh: '他人刚刚修改了该订阅；请重新读取后再改。',
      en: 'Somebody else has just changed it; read it again first.',
    });
  });
};
