import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashLanes, keyedHash } from '../../../functions/judge-slice/keyed-hash.ts';

const hashed = (seed: number, text: string): string => {
  const lanes = new Uint32Array(hashLanes);
  keyedHash(seed)(text, lanes, 0);
  return lanes.join();
};

it('stands where it was asked to, and nowhere else', () => {
  const lanes = new Uint32Array(hashLanes + 2);
  keyedHash(1)('460105', lanes, 1);
  expect(lanes.subarray(1, 1 + hashLanes).join()).toBe(hashed(1, '460105'));
  expect([lanes[0], lanes.at(-1)]).toEqual([0, 0]);
});

it('differs in every lane for different texts', () => {
  const seen = new Map<string, string>();
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const [lane, value] of hashed(3, text).split(',').entries()) {
        const known = seen.get(`${lane} ${value}`);
        expect(known ?? text).toBe(text);
        seen.set(`${lane} ${value}`, text);
      }
    }),
  );
});

it('depends on the seed, and on every character', () => {
  expect(hashed(1, '460105')).toBe(hashed(1, '460105'));
  expect(hashed(2, '460105')).not.toBe(hashed(1, '460105'));
  expect(hashed(1, '460106')).not.toBe(hashed(1, '460105'));
});
