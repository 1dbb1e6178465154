/**
 * Three 32-bit lanes over a text under a seed: enough that of a hundred million numbers no two are taken for one another
 * by chance (2^96), and nothing from which a number could be read back without the seed. For the length of one run.
 */
export type KeyedHash = (text: string, lanes: Uint32Array, at: number) => void;

/** How many numbers a hash is. */
export const hashLanes = 3;
/** Three lanes of the hash of a record's natural key, and its row; one after the other. */
export const keyLanes = hashLanes + 1;

/** Puts hashes where they are kept: nothing is made for each of very many texts. */
export const keyedHash = (seed: number): KeyedHash => {
  const first = seed ^ 0x9e3779b9;
  const second = Math.imul(seed, 0x85ebca6b) ^ 0x7f4a7c15;
  const third = Math.imul(seed, 0xc2b2ae35) ^ 0x165667b1;
  return (text, lanes, to) => {
    let [a, b, c] = [first, second, third];
    // Two characters at a time; of texts that differ in what the last one lacks, the length tells.
    for (let at = 0; at < text.length; at += 2) {
      const code = text.charCodeAt(at) | (at + 1 < text.length ? text.charCodeAt(at + 1) << 16 : 0);
      a = Math.imul(a ^ code, 0x9e3779b1);
      b = Math.imul(b ^ code, 0x5f356495);
      c = Math.imul(c ^ code, 0x2545f491);
      a ^= a >>> 15;
      b ^= b >>> 13;
      c ^= c >>> 16;
    }
    a ^= text.length;
    a = Math.imul(a ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(c ^ (c >>> 13), 0xc2b2ae35);
    b = Math.imul(b ^ (c >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
    c = Math.imul(c ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
    lanes[to] = a;
    lanes[to + 1] = b;
    lanes[to + 2] = c;
  };
};
