import type { Commits } from './table-commits.ts';
import { type Change, keyOf } from './table-session.ts';

export type Changes = ReturnType<typeof changesOf>;

/** As long as DynamoDB's own stream keeps a change. */
const KEPT_SECONDS = 24 * 3600;
const END = '~';

/** The feed of every change, in the order of commit: what DynamoDB Streams is to the table in the cloud. */
export const changesOf = (commits: Commits) => {
  const listeners = new Set<() => void>();

  const read = async (after: string | undefined, limit: number): Promise<readonly Change[]> => {
    const range = { gt: keyOf.change(after ?? ''), lt: keyOf.change(END), limit };
    const changes: Change[] = [];
    for await (const [, value] of commits.range(range, limit)) changes.push(JSON.parse(value));
    return changes;
  };

  return {
    /** The changes after a sequence, oldest first; from the oldest kept when it is undefined. */
    read,
    /** Told after every commit that changed an item. Returns how to stop. */
    onChange: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    /** The consumer is done with everything up to that sequence; it never goes back. */
    acknowledge: (consumer: string, sequence: string): Promise<void> =>
      sequence > (commits.latest(keyOf.consumer(consumer)) ?? '')
        ? commits.commit(new Map([[keyOf.consumer(consumer), sequence]]))
        : commits.settled(),
    position: async (consumer: string): Promise<string | undefined> => commits.read(keyOf.consumer(consumer)),
    tell: () => {
      for (const listener of listeners) listener();
    },
    /** Forget what is older than a day and every known consumer is done with. */
    trim: async (nowSeconds: number): Promise<void> => {
      const before = nowSeconds - KEPT_SECONDS;
      const [oldest] = await read(undefined, 1);
      if (!oldest || oldest.at >= before) return;
      let done = END;
      for await (const [, position] of commits.range({ gt: keyOf.consumer(''), lt: keyOf.consumer(END) }, 10))
        if (position < done) done = position;
      const old = (await read(undefined, 1000)).filter(({ sequence, at }) => sequence <= done && at < before);
      await commits.commit(new Map(old.map(({ sequence }) => [keyOf.change(sequence), undefined])));
    },
  };
};
