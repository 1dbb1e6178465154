import { join } from 'node:path';
import type { Contract } from '../events/contract.ts';
import { type ReadEntry, readEntries } from '../events/list-entries.ts';
import { type EntryFields, entryFields } from '../events/list-fields.ts';
import { type ListName, listNames, listTitles } from '../events/lists.ts';
import { isReadable, type LineFault } from '../functions/files/prepared.ts';
import { eachValue } from '../functions/judge-slice/each-row.ts';
import type { ListEntry, Lists } from '../rules/facts/lists.ts';
import { CannotRun, notAmong } from './audit-arguments.ts';
import { preparedFile, readSlices } from './prepare-file.ts';

/** So many things wrong with a file of entries are told. */
const most = 5;

/** Enough of a contract for entries to be read from files as records are. */
const asContract = (list: ListName): Contract<EntryFields> => ({
  kind: list,
  sectors: [],
  title: listTitles[list],
  naturalKey: ['value'],
  lawDates: ['from', 'until'],
  periodDate: 'from',
  fields: entryFields(list),
});

const entriesIn = (value: unknown): readonly unknown[] => {
  const { entries } = (value ?? {}) as { readonly entries?: unknown };
  return Array.isArray(entries) ? entries : [value];
};

/** What the rows of a file say, each with its line, and what is wrong with the file. */
const valuesIn = async (list: ListName, file: string, work: string) => {
  const contract = asContract(list) as unknown as Contract;
  const prepared = await preparedFile(file, list, { [list]: contract }, work);
  const faults: LineFault[] = prepared.faults.filter(({ code }) => code !== 'EMPTY_FILE');
  const rows: { readonly value: unknown; readonly line: number }[] = [];
  if (!isReadable(prepared)) return { rows, faults };
  let before = prepared.rows.numbered ? 0 : prepared.firstLine - 1;
  readSlices(prepared.slices, eachValue(contract, prepared.rows), {
    row: ({ record, refused, line }) => {
      const at = { line: before + line };
      if (record === undefined) faults.push(...refused.faults.map((fault) => ({ ...fault, ...at })));
      else rows.push({ value: record, ...at });
    },
    slice: (lines) => {
      if (!prepared.rows.numbered) before += lines;
    },
  });
  return { rows, faults };
};

/**
 * The entries of a list in a file: a table, NDJSON, a JSON array, or the body of an import. A list with anything wrong in
 * it would say of somebody that he is not on it: then nothing is judged. Throws CannotRun, naming what is wrong.
 */
const readList = async (list: ListName, file: string, work: string): Promise<readonly ReadEntry[]> => {
  const { rows, faults } = await valuesIn(list, file, work);
  const sent = rows.flatMap(({ value, line }) => entriesIn(value).map((entry) => ({ entry, line })));
  const read = readEntries(
    list,
    'add',
    sent.map(({ entry }) => entry),
  );
  const wrong = [...faults, ...read.faults.map((fault) => ({ ...fault, line: sent[fault.row! - 1]!.line }))];
  if (wrong.length > 0) {
    const told = (language: 'zh' | 'en') =>
      wrong
        .slice(0, most)
        .map(({ line, column, found, cause, fix }) =>
          [`${file}:${line ?? 1}`, column, found, cause[language], fix[language]].filter(Boolean).join(' '),
        )
        .join('\n');
    throw new CannotRun({
      zh: `名单 ${list} 的文件有 ${wrong.length} 处错误，未作判定：\n${told('zh')}`,
      en: `The file of the list ${list} has ${wrong.length} faults, and nothing was judged:\n${told('en')}`,
    });
  }
  return read.entries;
};

/** `--list NAME=FILE`, each list from as many files as are given, read by way of `work`; throws CannotRun where there is no such list. */
export const readLists = async (
  given: readonly string[],
  work: string,
): Promise<ReadonlyMap<ListName, readonly ReadEntry[]>> => {
  const lists = new Map<ListName, ReadEntry[]>();
  for (const [n, option] of given.entries()) {
    const at = option.indexOf('=');
    const [name, file] = [option.slice(0, at), option.slice(at + 1)];
    const list = listNames.find((one) => one === name);
    if (at === -1) {
      throw new CannotRun({
        zh: `--list 应写成 名单=文件，如 ${listNames[0]}=list.csv，而不是 ${option}。`,
        en: `--list must be NAME=FILE, such as ${listNames[0]}=list.csv, not ${option}.`,
      });
    }
    if (list === undefined) throw notAmong('--list', name, listNames);
    lists.set(list, [...(lists.get(list) ?? []), ...(await readList(list, file, join(work, `list-${n}`)))]);
  }
  return lists;
};

/**
 * The lists as facts read them, under this run's key. Files do not say when they were received: an entry counts as
 * received when the first of its days began.
 */
export const tokenisedLists = (
  lists: ReadonlyMap<ListName, readonly ReadEntry[]>,
  token: (value: string) => string,
): Lists => {
  const asListed = (list: ListName, { value, from, ...entry }: ReadEntry): ListEntry => ({
    value: entryFields(list).value.personal === 'token' ? token(value) : value,
    from: from!,
    ...entry,
    receivedAt: `${from}T00:00:00+08:00`,
  });
  return Object.fromEntries(
    [...lists].map(([list, entries]) => [list, entries.map((entry) => asListed(list, entry))] as const),
  );
};
