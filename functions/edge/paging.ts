import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { shown } from '../../events/field-faults.ts';
import { Problem } from '../../events/problem.ts';

const defaultLimit = 50;
const maxLimit = 200;

/** `limit` of a list; throws Problem INVALID_REQUEST unless it is 1 to 200. */
export const limitOf = ({ limit }: Readonly<Record<string, string>>): number => {
  if (limit === undefined) return defaultLimit;
  const asked = /^\d{1,4}$/.test(limit) ? Number(limit) : 0;
  if (asked >= 1 && asked <= maxLimit) return asked;
  throw new Problem('INVALID_REQUEST', { zh: '查询参数有误。', en: 'The query is wrong.' }, [
    {
      code: 'OUT_OF_RANGE',
      column: 'limit',
      found: shown(limit),
      expected: { zh: `1 至 ${maxLimit} 的整数`, en: `a whole number from 1 to ${maxLimit}` },
      cause: { zh: 'limit 超出范围。', en: 'limit is out of range.' },
      fix: {
        zh: `改为 1 至 ${maxLimit}，或不写（默认 ${defaultLimit}）。`,
        en: `Give 1 to ${maxLimit}, or leave it out (${defaultLimit}).`,
      },
    },
  ]);
};

/** Stands for what a list was asked: everything that selects, nothing that pages. The order of names is of no matter. */
export const filterDigest = (filter: Readonly<Record<string, string | undefined>>): string => {
  const selecting = Object.entries(filter)
    .filter(([name, value]) => value !== undefined && name !== 'cursor' && name !== 'limit')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(selecting)).digest('base64url').slice(0, 16);
};

/**
 * A cursor is a place in a list, no permission: scope is applied anew to every page, so a forged one reads nothing
 * that its bearer could not read anyway.
 */
export const encodeCursor = (digest: string, position: unknown): string =>
  Buffer.from(JSON.stringify([digest, position])).toString('base64url');

const invalidCursor = () =>
  new Problem('INVALID_CURSOR', {
    zh: '游标无效，或属于另一查询；请从第一页重新开始。',
    en: 'The cursor is not one of ours, or is of another query; start again from the first page.',
  });

const opened = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw invalidCursor();
  }
};

/** The position inside; throws Problem INVALID_CURSOR for a cursor that is damaged or of another filter. */
export const decodeCursor = (cursor: string, digest: string): unknown => {
  const pair = opened(cursor);
  if (!Array.isArray(pair) || pair.length !== 2 || pair[0] !== digest) throw invalidCursor();
  if (encodeCursor(digest, pair[1]) !== cursor) throw invalidCursor();
  return pair[1];
};

/** Pages a list that is whole in memory by its items' place in it. */
export const pageOf = <T>(
  all: readonly T[],
  query: Readonly<Record<string, string>>,
): { readonly items: readonly T[]; readonly next: string | null } => {
  const digest = filterDigest(query);
  const from = query.cursor === undefined ? 0 : decodeCursor(query.cursor, digest);
  if (typeof from !== 'number' || !Number.isInteger(from) || from < 0) throw invalidCursor();
  const to = from + limitOf(query);
  return { items: all.slice(from, to), next: to < all.length ? encodeCursor(digest, to) : null };
};

/** The position a cursor names, in the list's own shape; undefined at the start. Throws Problem INVALID_CURSOR. */
export const decodePosition = <S extends z.ZodType>(
  shape: S,
  cursor: string | undefined,
  digest: string,
): z.output<S> | undefined => {
  if (cursor === undefined) return undefined;
  const position = shape.safeParse(decodeCursor(cursor, digest));
  if (!position.success) throw invalidCursor();
  return position.data;
};
