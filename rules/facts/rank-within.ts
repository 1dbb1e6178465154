import { type Holding, type Holdings, heldBefore } from '../holdings.ts';

/**
 * The card's rank among the counted ones, told only where it is certain on which side of `limit` it lies. `counts` may
 * leave open whether an entry is counted (its kind or status was never reported); beyond the limit the rank is then the
 * least it can be, within the limit the most.
 */
export const rankWithin = (
  holdings: Holdings | undefined,
  limit: number,
  counts: (held: Holding['record']) => boolean | undefined,
): number | undefined => {
  const earlier = holdings && heldBefore(holdings);
  if (earlier === undefined) return undefined;
  let [least, most] = [1, 1];
  for (const { record } of earlier) {
    const isCounted = counts(record);
    if (isCounted === true) least += 1;
    if (isCounted !== false) most += 1;
  }
  if (least > limit) return least;
  return most <= limit ? most : undefined;
};

/** Whether an entry's field is among those counted; unknown where it was never reported. */
export const isAmong = (value: unknown, counted: readonly string[]): boolean | undefined =>
  value === undefined ? undefined : typeof value === 'string' && counted.includes(value);
