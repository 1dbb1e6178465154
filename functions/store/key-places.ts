import { textHash } from './text-hash.ts';

/** In one number stand a hash and, below it, a part. */
const mostParts = 65_536;

/**
 * In which parts of a file keys may stand: millions of them, in eight bytes each. It names every part in which a key
 * stands, and once in a while one more.
 */
export const keyPlaces = async (
  parts: AsyncIterable<readonly string[]>,
): Promise<(keys: Iterable<string>) => ReadonlySet<number>> => {
  const collected: Float64Array[] = [];
  for await (const keys of parts) {
    if (collected.length === mostParts) throw new Error(`a file in more than ${mostParts} parts`);
    const part = collected.length;
    collected.push(Float64Array.from(keys, (key) => textHash(key) * mostParts + part));
  }
  const places = new Float64Array(collected.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const part of collected) {
    places.set(part, filled);
    filled += part.length;
  }
  places.sort();
  const firstFrom = (least: number): number => {
    let [from, to] = [0, places.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (places[middle]! < least) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return (keys) => {
    const found = new Set<number>();
    for (const key of keys) {
      const least = textHash(key) * mostParts;
      for (let n = firstFrom(least); n < places.length && places[n]! < least + mostParts; n += 1) {
        found.add(places[n]! - least);
      }
    }
    return found;
  };
};
