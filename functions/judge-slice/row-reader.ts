import { explained } from '../../events/cell-damage.ts';
import { readCell } from '../../events/cells.ts';
import type { AnyRecord, Contract } from '../../events/contract.ts';
import { quickCell, quickValue, slow } from '../../events/quick-reader.ts';
import { isObject, type Row, readRow } from '../../events/read-row.ts';
import type { Column } from '../files/prepared.ts';
import { cellText } from '../files/safe-cell.ts';

/** A row as read; `record` only where nothing is wrong with it by itself. */
export type ReadRow =
  | { readonly record: AnyRecord; readonly refused?: undefined }
  | { readonly record?: undefined; readonly refused: Row };

const apostrophe = 0x27;

/** In a text an apostrophe keeps a cell from being computed; in a workbook it is a character like others. */
export const cellTextOf = (isFromWorkbook: boolean): ((cell: string) => string) =>
  isFromWorkbook ? (cell) => cell : cellText;

/** Every record of a kind is made the same way: one shape for all, and what was not told is `undefined`. */
const blankOf = (contract: Contract): Record<string, unknown> =>
  Object.fromEntries(Object.keys(contract.fields).map((name) => [name, undefined]));

const crossed = (contract: Contract, record: Record<string, unknown>): boolean =>
  (contract.crossCheck?.(record as AnyRecord) ?? []).length > 0;

/** Few cells begin as a blank one does. */
const isBlank = (cell: string): boolean => {
  const code = cell.length === 0 ? 0x20 : cell.charCodeAt(0);
  return (code <= 0x20 || code >= 0xa0) && cell.trim() === '';
};

const required = ({ naturalKey, lawDates }: Contract): readonly string[] => [...new Set([...naturalKey, ...lawDates])];

/** What a row of cells says, for the slow way: blank cells say nothing. */
export const recordOf = (
  contract: Contract,
  columns: readonly Column[],
  cells: readonly string[],
  textOf: (cell: string) => string,
): Record<string, unknown> => {
  const record: Record<string, unknown> = {};
  for (const { at, name } of columns) {
    const cell = cells[at] ?? '';
    if (name !== undefined && cell.trim() !== '') record[name] = readCell(contract.fields[name]!, textOf(cell));
  }
  return record;
};

/**
 * Reads rows of cells against a contract: most of them quickly; whatever the quick way does not know is read, and its
 * faults described (at most `most` of a row), by `readRow`.
 */
export const cellRowReader = (contract: Contract, columns: readonly Column[], isFromWorkbook = false) => {
  const textOf = cellTextOf(isFromWorkbook);
  const blank = blankOf(contract);
  const named = columns.filter(({ name }) => name !== undefined);
  const readers = named.map(({ name }) => quickCell(contract.fields[name!]!));
  const names = named.map(({ name }) => name!);
  const places = named.map(({ at }) => at);
  const placeOf = new Map(named.map(({ name, at }) => [name!, at]));
  const needed = required(contract);
  const quick = (cells: readonly string[]): AnyRecord | undefined => {
    const record = { ...blank };
    for (let n = 0; n < names.length; n += 1) {
      const cell = cells[places[n]!];
      if (cell === undefined || isBlank(cell)) continue;
      const value = readers[n]!(cell.charCodeAt(0) === apostrophe ? textOf(cell) : cell);
      if (value === slow) return undefined;
      record[names[n]!] = value;
    }
    for (const name of needed) if (record[name] === undefined) return undefined;
    return crossed(contract, record) ? undefined : (record as AnyRecord);
  };
  return (cells: readonly string[], row: number, most: number): ReadRow => {
    const record = quick(cells);
    if (record !== undefined) return { record };
    const read = readRow(contract, recordOf(contract, columns, cells, textOf), row, most);
    if (read.faultsTotal === 0) return { record: { ...blank, ...read.read } as AnyRecord };
    // What a spreadsheet did to a cell is more to the point than that the cell cannot be read.
    const faults = read.faults.map((fault) => {
      const at = placeOf.get(fault.column ?? '');
      return at === undefined ? fault : explained(fault, contract.fields[fault.column!]!, cells[at] ?? '');
    });
    return { refused: { ...read, faults } };
  };
};

/** Reads values of JSON against a contract, as `cellRowReader` reads rows of cells. */
export const valueRowReader = (contract: Contract) => {
  const blank = blankOf(contract);
  const readers = new Map(Object.entries(contract.fields).map(([name, field]) => [name, quickValue(field)] as const));
  const needed = required(contract);
  const quick = (value: unknown): AnyRecord | undefined => {
    if (!isObject(value)) return undefined;
    const record = { ...blank };
    for (const name in value) {
      const reader = readers.get(name);
      if (reader === undefined || !Object.hasOwn(value, name)) return undefined;
      const read = reader(value[name]);
      if (read === slow) return undefined;
      record[name] = read;
    }
    for (const name of needed) if (record[name] === undefined) return undefined;
    return crossed(contract, record) ? undefined : (record as AnyRecord);
  };
  return (value: unknown, row: number, most: number): ReadRow => {
    const record = quick(value);
    if (record !== undefined) return { record };
    const read = readRow(contract, value, row, most);
    return read.faultsTotal === 0 ? { record: { ...blank, ...read.read } as AnyRecord } : { refused: read };
  };
};
