import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asText, keyedHash, laneOf } from '../../../functions/judge-slice/keyed-hash.ts';

const lane = fc.integer({ min: 0, max: 0xffff_ffff });
const hashes = fc.tuple(lane, lane, lane);

it('a hash as text gives its first lane back, and no other hash has that text', () => {
  const seen = new Map<string, string>();
  fc.assert(
    fc.property(hashes, (hash) => {
      const text = asText(hash);
      expect(text).toMatch(/^[-\w]{18}$/);
      expect(laneOf(text)).toBe(hash[0]);
      expect(seen.get(text) ?? hash.join()).toBe(hash.join());
      seen.set(text, hash.join());
    }),
  );
  for (const all of [0, 0xffff_ffff]) expect(laneOf(asText([all, 0, all]))).toBe(all);
  expect(asText([1, 2, 3])).not.toBe(asText([1, 3, 2]));
});

it('depends on the seed, and on every character', () => {
  expect(asText(keyedHash(1)('460105'))).toBe(asText(keyedHash(1)('460105')));
  expect(asText(keyedHash(2)('460105'))).not.toBe(asText(keyedHash(1)('460105')));
  expect(asText(keyedHash(1)('460106'))).not.toBe(asText(keyedHash(1)('460105')));
});
