import type { ListedEntry } from '../../events/list-import.ts';
import type { ListName } from '../../events/lists.ts';
import type { Principal } from '../../events/principal.ts';
import { authorityOf } from '../../events/subscription.ts';
import { type Listed, type ListParts, standing } from '../../rules/listed.ts';

type Position = readonly [shard: number, token: string];
type Value = { readonly token: string; readonly listed: readonly Listed[] };

export type ListEntriesDeps = {
  readonly parts: (list: ListName) => Promise<{ readonly parts: ListParts }>;
  readonly page: (
    list: ListName,
    from: Position,
    limit: number,
  ) => Promise<{ readonly values: readonly Value[]; readonly next: Position | undefined }>;
  /** Whether the page has taken long enough, however few it has found. */
  readonly isLate: () => boolean;
};

const shownOf = (token: string, { from, until, masked, category, reference, receivedAt }: Listed): ListedEntry => ({
  ...{ token, masked, from, until: until ?? null },
  ...(category !== undefined && { category }),
  ...(reference !== undefined && { reference }),
  receivedAt,
});

/**
 * One page of what the caller's own authority has on a list, in no order that means anything. A value that has several
 * entries has them on one page, so that a page may hold a few more than `limit`.
 */
export const listListEntries = async (
  list: ListName,
  principal: Principal,
  start: Position | undefined,
  limit: number,
  deps: ListEntriesDeps,
): Promise<{ readonly items: readonly ListedEntry[]; readonly next: Position | undefined }> => {
  const authority = authorityOf(principal);
  if (authority === undefined) return { items: [], next: undefined };
  const { parts } = await deps.parts(list);
  const items: ListedEntry[] = [];
  let next: Position | undefined = start ?? [0, ''];
  while (next !== undefined && items.length < limit && !deps.isLate()) {
    const page: Awaited<ReturnType<ListEntriesDeps['page']>> = await deps.page(list, next, limit - items.length);
    for (const { token, listed } of page.values) {
      const own = standing(listed, parts).filter((entry) => entry.authority === authority);
      items.push(...own.map((entry) => shownOf(token, entry)));
    }
    next = page.next;
  }
  return { items, next };
};
