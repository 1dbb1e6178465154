import { type Addressed, addresseeOf, hears, ownerOf } from '../../events/addressee.ts';
import type { Text } from '../../events/fault.ts';
import type { JournalEntry } from '../../events/journal.ts';
import type { Notice } from '../../events/notice.ts';
import type { DeliveryFailure, Subscription } from '../../events/subscription.ts';

/** A subscription that is ours to deliver while we hold its lease. */
export type Taken = {
  readonly subscription: Subscription;
  readonly secret: string;
  readonly version: number;
  readonly lease: string;
};
type Ref = Addressed & Pick<Subscription, 'id'>;

/** What came of sending one notice. */
export type Sent = { readonly taken: true } | { readonly taken: false; readonly because: Text };

export type DeliverDeps = {
  readonly lease: (of: Ref) => Promise<Taken | undefined>;
  readonly after: (addressee: string, sequence: number, limit: number) => Promise<readonly Notice[]>;
  readonly post: (url: string, secret: string, notice: Notice) => Promise<Sent>;
  /** These four are false where the lease was lost meanwhile. */
  readonly advance: (taken: Taken, position: number) => Promise<boolean>;
  readonly postpone: (taken: Taken, failures: number, failure: DeliveryFailure, nextAt: string) => Promise<boolean>;
  readonly pause: (
    taken: Taken,
    failures: number,
    failure: DeliveryFailure,
    because: Text,
    entry: JournalEntry,
  ) => Promise<boolean>;
  readonly release: (taken: Taken) => Promise<boolean>;
  readonly now: () => Date;
};

/** Minutes to wait after the first, second … failed attempt; after the one beyond the last it is paused. */
export const minutesToWait = [1, 2, 5, 15, 60, 180, 360] as const;
const batch = 50;
/** A worker goes on for so long, then leaves the rest to the next one: a Lambda has its own end. */
const maxMs = 40_000;

const pausedBecause = (failures: number, because: Text): Text => ({
  zh: `连续 ${failures} 次投递失败，已暂停；最后一次：${because.zh}请排除后恢复投递。`,
  en: `Paused after ${failures} failed attempts in a row; the last: ${because.en} Resume it once that is put right.`,
});

const failed = async (taken: Taken, sequence: number, because: Text, deps: DeliverDeps): Promise<void> => {
  const { id, url } = taken.subscription;
  const failures = taken.subscription.failures + 1;
  const at = deps.now().toISOString();
  const failure: DeliveryFailure = { at, sequence, because };
  const wait = minutesToWait[failures - 1];
  if (wait !== undefined) {
    await deps.postpone(taken, failures, failure, new Date(Date.parse(at) + wait * 60_000).toISOString());
    return;
  }
  const version = taken.version + 1;
  await deps.pause(taken, failures, failure, pausedBecause(failures, because), {
    id: `subscription.changed#${version}`,
    stream: `subscription#${id}`,
    type: 'subscription.changed',
    at,
    detail: {
      ...{ subscription: id, ...ownerOf(taken.subscription), url },
      ...{ change: 'paused', version, position: sequence, failures },
    },
  });
};

const passed: Sent = { taken: true };

/** Sends what is there from the subscription's position on. Gives the position reached, undefined where it ended early. */
const sendAll = async (taken: Taken, isLate: () => boolean, deps: DeliverDeps): Promise<number | undefined> => {
  const { subscription, secret } = taken;
  let position = subscription.position;
  let { failures } = subscription;
  while (true) {
    const notices = await deps.after(addresseeOf(subscription), position - 1, batch);
    if (notices.length === 0) return position;
    for (const notice of notices) {
      // Of a branch that it does not hear of: passed over.
      const sent = hears(subscription, notice) ? await deps.post(subscription.url, secret, notice) : passed;
      if (!sent.taken) {
        await failed({ ...taken, subscription: { ...subscription, failures } }, notice.sequence, sent.because, deps);
        return undefined;
      }
      failures = 0;
      position = notice.sequence + 1;
      if (!(await deps.advance(taken, position))) return undefined;
      if (isLate()) {
        await deps.release(taken);
        return undefined;
      }
    }
  }
};

/**
 * Delivers an addressee's notices to one subscription, in sequence, one after the other: a notice is sent only once
 * the one before it was taken. At least once: after a crash the same notice goes out again under the same id.
 */
export const deliver = async (of: Ref, deps: DeliverDeps): Promise<void> => {
  const startedAt = deps.now().getTime();
  const isLate = () => deps.now().getTime() - startedAt > maxMs;
  while (!isLate()) {
    const taken = await deps.lease(of);
    if (taken === undefined) return;
    const position = await sendAll(taken, isLate, deps);
    if (position === undefined) return;
    await deps.release(taken);
    // Whoever wrote a notice while we held the lease found it taken and went away: look once more.
    if ((await deps.after(addresseeOf(of), position - 1, 1)).length === 0) return;
  }
};
