import { setTimeout } from 'node:timers/promises';

type Asked = { readonly ms?: number; readonly throws?: string; readonly ends?: true };

/** A function that works as long as it is asked to, and ends as it is asked to. */
export const handler = async ({ ms = 0, throws, ends }: Asked): Promise<void> => {
  await setTimeout(ms);
  if (ends) process.exit(3);
  if (throws !== undefined) throw new Error(throws);
};
