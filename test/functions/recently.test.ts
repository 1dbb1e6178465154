import { expect, it } from 'vitest';
import { recently } from '../../functions/check-record/recently.ts';

it('a reading is remembered for its time, by key, and no longer', async () => {
  const asked: string[] = [];
  let now = 0;
  const read = recently(
    async (key) => `${key} ${asked.push(key)}`,
    1_000,
    () => now,
  );
  expect([await read('a'), await read('a'), await read('b')]).toEqual(['a 1', 'a 1', 'b 2']);
  now = 999;
  expect(await read('a')).toBe('a 1');
  now = 1_000;
  expect(await read('a')).toBe('a 3');
});

it('a failed reading is tried again', async () => {
  let fails = true;
  const read = recently(
    async () => {
      if (fails) throw new Error('no table');
      return 'read';
    },
    1_000,
    () => 0,
  );
  await expect(read('a')).rejects.toThrow('no table');
  fails = false;
  expect(await read('a')).toBe('read');
});
