import type { Fault } from './fault.ts';
import { fieldFaults } from './field-faults.ts';
import {
  between,
  maxUnknown,
  missing,
  type Name,
  notAnObject,
  type Read,
  type Row,
  tooMany,
  twice,
  unknown,
} from './list-entry-faults.ts';
import { type EntryFields, entryFields } from './list-fields.ts';
import type { ImportMode } from './list-import.ts';
import type { ListName } from './lists.ts';
import { isObject } from './read-row.ts';

/** An entry in normal form, its value as sent: that leaves the edge only as a token and masked. */
export type ReadEntry = {
  readonly value: string;
  /** Left out only by one that is to be taken away: then every entry of the value is meant. */
  readonly from?: string;
  readonly until?: string;
  readonly category?: string;
  readonly reference?: string;
};

const requiredOf = (mode: ImportMode): readonly Name[] => (mode === 'remove' ? ['value'] : ['value', 'from', 'until']);
const takenOf = (mode: ImportMode): readonly Name[] =>
  mode === 'remove' ? ['value', 'from'] : ['value', 'from', 'until', 'category', 'reference'];

const readEntry = (fields: EntryFields, mode: ImportMode, value: unknown, row: number): Row => {
  const pointer = `/entries/${row - 1}`;
  if (!isObject(value)) return { row, read: {}, faults: [notAnObject(value, row, pointer)] };
  const [names, required] = [takenOf(mode), requiredOf(mode)];
  const read: Read = {};
  const faults: Fault[] = [];
  for (const name of names) {
    if (!Object.hasOwn(value, name)) {
      if (required.includes(name)) faults.push(missing(fields, name, row, pointer));
      continue;
    }
    const parsed = fields[name].schema.safeParse(value[name]);
    if (parsed.success) read[name] = parsed.data as string | null;
    else {
      const place = { column: name, pointer: `${pointer}/${name}` };
      const wrong = fieldFaults(fields[name], value[name], parsed.error.issues, place);
      faults.push(...wrong.map((fault) => ({ ...fault, row })));
    }
  }
  const others = Object.keys(value).filter((name) => !names.includes(name as Name));
  const strange =
    others.length > maxUnknown
      ? [tooMany(others.length, row, pointer, names)]
      : others.map((name) => unknown(name, row, pointer, names));
  faults.push(...strange, ...between(read, row, pointer));
  return { row, read, faults };
};

/**
 * Reads the entries of an import as sent; faults are named by row, pointer, what was found (masked), what was expected,
 * cause and fix, by row. Where there is any, the import is not to be recorded. Throws nothing.
 */
export const readEntries = (
  list: ListName,
  mode: ImportMode,
  entries: readonly unknown[],
): { readonly entries: readonly ReadEntry[]; readonly faults: readonly Fault[] } => {
  const fields = entryFields(list);
  const rows = entries.map((entry, at) => readEntry(fields, mode, entry, at + 1));
  const faults = [...rows.flatMap((row) => row.faults), ...twice(fields, rows)];
  return {
    entries: rows.map(
      // `null` says that there is no end.
      ({ read }) => Object.fromEntries(Object.entries(read).filter(([, value]) => value !== null)) as ReadEntry,
    ),
    faults: faults.sort((a, b) => a.row! - b.row!),
  };
};
