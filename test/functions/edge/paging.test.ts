import { expect, it } from 'vitest';
import * as z from 'zod';
import { decodePosition, encodeCursor, filterDigest, limitOf, pageOf } from '../../../functions/edge/paging.ts';

const letters = ['a', 'b', 'c', 'd', 'e'];

it('pages a list to its end, each item once', () => {
  const pages: string[][] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const { items, next } = pageOf(letters, { limit: '2', ...(cursor && { cursor }) });
    pages.push([...items]);
    cursor = next;
  }
  expect(pages).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
});

it.each(['0', '201', '-1', '1.5', 'x', ''])('refuses a limit of %j', (limit) => {
  expect(() => limitOf({ limit })).toThrow(expect.objectContaining({ code: 'INVALID_REQUEST' }));
});

it('takes 50 where nobody says', () => {
  expect(limitOf({})).toBe(50);
});

it('reads a position only under the filter it was given for', () => {
  const hainan = filterDigest({ region: '46', limit: '10' });
  const cursor = encodeCursor(hainan, 'x');
  expect(decodePosition(z.string(), cursor, filterDigest({ limit: '20', region: '46', cursor }))).toBe('x');
  expect(() => decodePosition(z.string(), cursor, filterDigest({ region: '44' }))).toThrow(
    expect.objectContaining({ code: 'INVALID_CURSOR' }),
  );
});

it.each(['', 'x', '####', 'e30', 'W10', Buffer.from('["a","b","c"]').toString('base64url')])(
  'refuses %j as a cursor',
  (cursor) => {
    expect(() => pageOf(letters, { cursor })).toThrow(expect.objectContaining({ code: 'INVALID_CURSOR' }));
  },
);

it.each([-1, 1.5, 'a', null])('refuses a forged position %j', (position) => {
  const cursor = encodeCursor(filterDigest({}), position);
  expect(() => pageOf(letters, { cursor })).toThrow(expect.objectContaining({ code: 'INVALID_CURSOR' }));
});
