import { addresseeOf, audienceOf, ownerOf } from '../../events/addressee.ts';
import type { Fault } from '../../events/fault.ts';
import type { JournalEntry } from '../../events/journal.ts';
import type { Principal } from '../../events/principal.ts';
import { Problem } from '../../events/problem.ts';
import type { CreatedSubscription, Subscription, SubscriptionRequest } from '../../events/subscription.ts';

/** An authority or an enterprise needs a handful; each costs a call for every notice. */
export const maxSubscriptions = 20;

export type CreateDeps = {
  /** Why nothing may be sent to the URL; undefined where it may. */
  readonly refusalOf: (url: string) => Promise<Pick<Fault, 'code' | 'cause' | 'fix'> | undefined>;
  readonly ofAddressee: (addressee: string) => Promise<readonly Subscription[]>;
  /** The last sequence number given to the addressee. */
  readonly latest: (addressee: string) => Promise<number>;
  readonly create: (subscription: Subscription, secret: string, entry: JournalEntry) => Promise<void>;
  readonly newId: () => string;
  readonly newSecret: () => string;
  readonly now: () => Date;
};

const refuse = (code: string, pointer: string, cause: Fault['cause'], fix: Fault['fix']): never => {
  throw new Problem('INVALID_BODY', { zh: '不能这样订阅。', en: 'This cannot be subscribed.' }, [
    { code, pointer, cause, fix },
  ]);
};

/** Refuses a sequence number beyond the next one to come: what lies between would never be delivered. */
export const refuseBeyond = (latest: number, from: number): void => {
  if (from <= latest + 1) return;
  refuse(
    'BEYOND_THE_LAST_NOTICE',
    '/from',
    { zh: `最后一条通知的序号是 ${latest}。`, en: `The last notice has the sequence number ${latest}.` },
    { zh: `写 1 至 ${latest + 1}。`, en: `Give 1 to ${latest + 1}.` },
  );
};

/**
 * Subscribes the caller's authority, or enterprise, to its notices, of an enterprise those of the caller's branches: from `from` on where it is given, else to those to come. The secret
 * is in this answer and in no other. Throws Problem FORBIDDEN, INVALID_BODY, CONFLICT.
 */
export const createSubscription = async (
  { url, from }: SubscriptionRequest,
  principal: Principal,
  deps: CreateDeps,
): Promise<CreatedSubscription> => {
  const audience = audienceOf(principal);
  if (audience === undefined) {
    throw new Problem('FORBIDDEN', {
      zh: '您的身份没有说明所属主管部门或企业，无从订阅其通知。',
      en: 'Your identity names no authority or enterprise whose notices could be subscribed to.',
    });
  }
  const addressee = addresseeOf(audience);
  const refusal = await deps.refusalOf(url);
  if (refusal !== undefined) refuse(refusal.code, '/url', refusal.cause, refusal.fix);
  const latest = await deps.latest(addressee);
  if (from !== undefined) refuseBeyond(latest, from);
  if ((await deps.ofAddressee(addressee)).length >= maxSubscriptions) {
    throw new Problem('CONFLICT', {
      zh: `一个主管部门或企业最多 ${maxSubscriptions} 个订阅；请先删除不用的。`,
      en: `An authority or enterprise has at most ${maxSubscriptions} subscriptions; delete one that is not needed.`,
    });
  }

  const subscription: Subscription = {
    id: deps.newId(),
    ...audience,
    url,
    createdAt: deps.now().toISOString(),
    status: 'active',
    position: from ?? latest + 1,
    failures: 0,
  };
  const { id, createdAt, position } = subscription;
  const secret = deps.newSecret();
  await deps.create(subscription, secret, {
    id: 'subscription.changed#1',
    stream: `subscription#${id}`,
    type: 'subscription.changed',
    at: createdAt,
    detail: {
      ...{ subscription: id, ...ownerOf(audience), url },
      ...{ change: 'created', version: 1, position, by: principal.sub },
    },
  });
  return { ...subscription, secret };
};
