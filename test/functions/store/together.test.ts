import { expect, it } from 'vitest';
import { together } from '../../../functions/store/together.ts';

it('what is asked in one turn is asked together, in batches, and each is answered its own', async () => {
  const batches: (readonly number[])[] = [];
  const double = together(async (questions: readonly number[]) => {
    batches.push(questions);
    return questions.map((one) => 2 * one);
  }, 3);
  expect(await Promise.all([1, 2, 3, 4].map(double))).toEqual([2, 4, 6, 8]);
  expect(await double(5)).toBe(10);
  expect(batches).toEqual([[1, 2, 3], [4], [5]]);
});

it('who asks while an answer is awaited is not given that answer', async () => {
  let stands = 'before';
  const read = together(async (questions: readonly string[]) => questions.map(() => stands), 10);
  const first = read('a');
  expect(await first).toBe('before');
  stands = 'after';
  expect(await read('a')).toBe('after');
});

it('a failure is everybody’s who asked in that turn, and nobody’s afterwards', async () => {
  let fails = true;
  const read = together(async (questions: readonly string[]) => {
    if (fails) throw new Error('no table');
    return questions;
  }, 10);
  const asked = [read('a'), read('b')];
  await expect(Promise.allSettled(asked)).resolves.toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
  fails = false;
  expect(await read('a')).toBe('a');
});
