import { setTimeout } from 'node:timers/promises';

/** A little random, so that two who collided part; never more than a fifth of a second. */
export const pause = (attempt: number): Promise<void> =>
  setTimeout(Math.random() * Math.min(200, 5 * 2 ** Math.min(attempt, 6)));
