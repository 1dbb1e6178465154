import { setTimeout } from 'node:timers/promises';

type Asked = {
  readonly ms?: number;
  readonly throws?: string;
  readonly ends?: true;
  /** Throws so long after it has answered. */
  readonly throwsAfterMs?: number;
  /** Is told how many events this thread has had. */
  readonly events?: Int32Array;
};

let had = 0;

/** A function that works as long as it is asked to, and ends as it is asked to. */
export const handler = async ({ ms = 0, throws, ends, throwsAfterMs, events }: Asked): Promise<void> => {
  had += 1;
  if (events !== undefined) events[0] = had;
  await setTimeout(ms);
  if (ends) process.exit(3);
  if (throwsAfterMs !== undefined) {
    const late = () => {
      throw new Error('nobody waits for it');
    };
    void setTimeout(throwsAfterMs).then(late);
  }
  if (throws !== undefined) throw new Error(throws);
};
