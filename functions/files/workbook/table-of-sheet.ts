import type { Contract } from '../../../events/contract.ts';
import { tooManyColumns } from '../heading-faults.ts';
import { type Headings, type HeadRow, headRows, readHeadings } from '../headings.ts';
import type { Limits } from '../limits.ts';
import type { LineFault } from '../prepared.ts';
import { guideSheet, listsSheet, templateSheet } from '../template-marks.ts';
import type { BookSheet } from './book.ts';

/** A sheet by its first rows: the table on it, or why there is none that could be judged. */
export type TableOfSheet = {
  readonly sheet: BookSheet;
  readonly head: readonly HeadRow[];
} & (
  | { readonly headings: Headings; readonly hasRecords: boolean }
  | { readonly headings?: undefined; readonly faults: readonly LineFault[] }
);

/** Enough of a sheet to find its headings and whether a record follows them. */
export const rowsOfHead = headRows;

/** Whether people put records on such a sheet. */
export const mayHoldRecords = ({ name, isHidden }: BookSheet): boolean =>
  !isHidden && ![guideSheet, listsSheet, templateSheet].includes(name.trim());

const filled = ({ cells }: HeadRow): number => cells.filter((cell) => cell.trim() !== '').length;

/** The widest of a sheet's first rows, which are its headings most often; no wider than a table may be. */
export const widestOf = (head: readonly HeadRow[], { columns }: Limits): readonly string[] =>
  head.toSorted((a, b) => filled(b) - filled(a))[0]?.cells.slice(0, columns) ?? [];

/** Reads the headings of a sheet from its first rows, of which blank ones are left out. */
export const tableOfSheet = (
  sheet: BookSheet,
  head: readonly HeadRow[],
  contract: Contract,
  limits: Limits,
): TableOfSheet => {
  // First of all: to ask about the headings of a sheet that is full to its last column takes half a minute.
  const wide = head.find((row) => filled(row) > limits.columns);
  if (wide !== undefined) {
    return { sheet, head, faults: [tooManyColumns(filled(wide), limits.columns, wide.line)] };
  }
  const headings = readHeadings(contract, head, limits.columns);
  if (headings.columns === undefined) return { sheet, head, faults: headings.faults };
  return { sheet, head, headings, hasRecords: headings.recordsFrom < head.length };
};
