/**
 * Three 32-bit lanes over a text under a seed: enough that of a hundred million numbers no two are taken for one another
 * by chance (2^96), and nothing from which a number could be read back without the seed. For the length of one run.
 */
export const keyedHash = (seed: number): ((text: string) => readonly [number, number, number]) => {
  const start = [seed ^ 0x9e3779b9, Math.imul(seed, 0x85ebca6b) ^ 0x7f4a7c15, Math.imul(seed, 0xc2b2ae35) ^ 0x165667b1];
  return (text) => {
    let [a, b, c] = start as [number, number, number];
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      a = Math.imul(a ^ code, 0x9e3779b1);
      b = Math.imul(b ^ code, 0x5f356495);
      c = Math.imul(c ^ code, 0x2545f491);
      a ^= a >>> 15;
      b ^= b >>> 13;
      c ^= c >>> 16;
    }
    a = Math.imul(a ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(c ^ (c >>> 13), 0xc2b2ae35);
    b = Math.imul(b ^ (c >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
    c = Math.imul(c ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
    return [a >>> 0, b >>> 0, c >>> 0];
  };
};

const letters = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
/** Eleven bits as two letters: writing numbers out costs more than all else that is done with a hash. */
const pairs = Array.from({ length: 2_048 }, (_, bits) => letters[bits >>> 6]! + letters[bits & 63]!);

/** A hash as text: eighteen letters, digits, dashes and underscores. */
export const asText = ([a, b, c]: readonly [number, number, number]): string =>
  pairs[a >>> 21]! +
  pairs[(a >>> 10) & 2_047]! +
  pairs[a & 1_023]! +
  pairs[b >>> 21]! +
  pairs[(b >>> 10) & 2_047]! +
  pairs[b & 1_023]! +
  pairs[c >>> 21]! +
  pairs[(c >>> 10) & 2_047]! +
  pairs[c & 1_023]!;

const bitsAt = (text: string, at: number): number => (letters.indexOf(text[at]!) << 6) | letters.indexOf(text[at + 1]!);

/** The first lane of a hash as text. */
export const laneOf = (text: string): number =>
  ((bitsAt(text, 0) << 21) | (bitsAt(text, 2) << 10) | bitsAt(text, 4)) >>> 0;
