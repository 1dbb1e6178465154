import type { Contract } from '../../events/contract.ts';
import type { Fault } from '../../events/fault.ts';
import type { KeptRecord, Reading } from '../../events/manifest.ts';
import { maxFaultsKept, type Warning } from '../../events/submission.ts';
import type { CutFile, JudgedSlice } from './deps.ts';
import { duplicateFaults, sameKeys } from './duplicates.ts';

export type WholeFile = {
  readonly rows: number;
  readonly kept: readonly KeptRecord[];
  readonly reading: Reading;
  /** Row before the first of each slice. */
  readonly offsets: readonly number[];
};

type Cells = { readonly cells: number; readonly row: number; readonly line: number };

const withoutOffset = (columns: ReadonlyMap<string, Cells>): Warning[] =>
  [...columns].map(([column, { cells, row, line }]) => ({
    code: 'NO_OFFSET',
    ...{ row, line, column },
    message: {
      zh: `“${column}”有 ${cells} 处未写时区（首处在第 ${line} 行），按北京时间（+08:00）读取。`,
      en: `“${column}” has ${cells} without an offset (first on line ${line}), read as China time (+08:00).`,
    },
  }));

/** The slices of a file as one: rows and lines counted from its beginning, and no key twice. */
export const putTogether = (
  slices: readonly JudgedSlice[],
  cut: CutFile,
  contract: Contract,
  mostFaults = maxFaultsKept,
): WholeFile => {
  const offsets: number[] = [];
  const all = new Map<number, KeptRecord>();
  const keys: number[][] = [];
  const faults: Fault[] = [];
  const columns = new Map<string, Cells>();
  let [rows, lines, faultsTotal] = [0, cut.firstLine - 1, 0];
  const isNumbered = cut.rows.numbered;
  for (const slice of slices) {
    offsets.push(rows);
    const lineOf = (line: number) => (isNumbered ? line : lines + line);
    for (const { row, record } of slice.kept) all.set(rows + row, { row: rows + row, record });
    keys.push(slice.keys.map((value, at) => (at % 4 === 3 ? rows + value : value)));
    faultsTotal += slice.faults.length;
    for (const { row, line, ...fault } of slice.faults.slice(0, mostFaults - faults.length)) {
      faults.push({ ...fault, row: rows + row, line: lineOf(line) });
    }
    for (const { column, cells, row, line } of slice.withoutOffset) {
      const known = columns.get(column);
      columns.set(
        column,
        known ? { ...known, cells: known.cells + cells } : { cells, row: rows + row, line: lineOf(line) },
      );
    }
    rows += slice.rows;
    lines += slice.lines;
  }
  const same = sameKeys(keys);
  const twice = duplicateFaults(same, all, contract);
  for (const row of same.flat()) all.delete(row);
  const reading: Reading = {
    faults: [...faults, ...twice].sort((a, b) => a.row! - b.row!).slice(0, mostFaults),
    faultsTotal: faultsTotal + twice.length,
    warnings: [...cut.warnings, ...withoutOffset(columns)],
  };
  return { rows, kept: [...all.values()], reading, offsets };
};
