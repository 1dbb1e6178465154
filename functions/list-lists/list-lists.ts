import type { ListSummary } from '../../events/list-import.ts';
import { type ListName, listNames, listTitles } from '../../events/lists.ts';
import { isThere, type ListParts } from '../../rules/listed.ts';

const summaryOf = (list: ListName, parts: ListParts): ListSummary => {
  const by = Object.entries(parts).flatMap(([authority, { entries, last }]) =>
    last === undefined ? [] : [{ authority, entries, lastImportAt: last.receivedAt }],
  );
  return {
    list,
    title: listTitles[list],
    isThere: isThere(parts),
    entries: by.reduce((sum, { entries }) => sum + entries, 0),
    lastImportAt:
      by
        .map(({ lastImportAt }) => lastImportAt)
        .sort()
        .at(-1) ?? null,
    by,
  };
};

/** Every list and how it stands: lists hold for the whole country, whichever authority wrote what is on them. */
export const listLists = (partsOf: (list: ListName) => Promise<ListParts>): Promise<ListSummary[]> =>
  Promise.all(listNames.map(async (list) => summaryOf(list, await partsOf(list))));
