import { areaOf } from '../cell-reference.ts';
import type { Limits } from '../limits.ts';
import type { LineFault, LineWarning, Slice } from '../prepared.ts';
import type { Container } from './container.ts';
import { csvRows } from './csv-rows.ts';
import {
  cellsBesideTable,
  formulaCells,
  formulasUnreckoned,
  hiddenColumns,
  hiddenRows,
  mergedCells,
} from './sheet-faults.ts';
import { type CellContext, readSheet } from './sheet-rows.ts';
import type { TableOfSheet } from './table-of-sheet.ts';

const mergesNamed = 10;

/** How many there are of something, and where the first is. */
const tally = () => {
  let total = 0;
  let first: { readonly line: number; readonly column: number } | undefined;
  return {
    count: (line: number, column: number): void => {
      total += 1;
      first ??= { line, column };
    },
    told: <T>(as: (total: number, line: number, column: number) => T): readonly T[] =>
      first === undefined ? [] : [as(total, first.line, first.column)],
  };
};

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/**
 * Writes the records of a table as CSV slices at `path`, and tells what of the sheet its sender should know. Throws
 * UnreadableWorkbook.
 */
export const writeRecords = async (
  container: Container,
  { sheet, head, headings }: Extract<TableOfSheet, { readonly hasRecords: boolean }>,
  context: CellContext,
  limits: Limits,
  path: string,
  sliceBytes: number,
): Promise<{
  readonly slices: readonly Slice[];
  readonly faults: readonly LineFault[];
  readonly warnings: readonly LineWarning[];
}> => {
  const width = headings.columns.length;
  const from = head[headings.recordsFrom]?.line ?? (head.at(-1)?.line ?? 0) + 1;
  const formulas = tally();
  const unreckoned = tally();
  const beside = tally();
  const hidden = tally();
  const merged: string[] = [];
  let mergedTotal = 0;
  let isFiltered = false;
  const hiddenHeadings = new Set<string>();

  const csv = csvRows(path, sliceBytes);
  try {
    await readSheet(container, sheet.part, context, limits, {
      row: (row) => {
        if (row.number < from) return true;
        for (const column of row.unreckoned) if (column < width) unreckoned.count(row.number, column);
        if (isBlank(row.cells)) return true;
        for (const column of row.formulas) if (column < width) formulas.count(row.number, column);
        for (let at = width; at < row.cells.length; at += 1) if (row.cells[at] !== '') beside.count(row.number, at);
        // A row whose only cells are beside the table is a remark, no record.
        if (isBlank(row.cells.slice(0, width))) return true;
        if (row.isHidden) hidden.count(row.number, 0);
        csv.write(row.number, row.cells, width);
        return true;
      },
      hiddenColumns: (first, last) => {
        for (const { at, heading } of headings.columns) {
          if (at >= first && at <= last && heading !== '') hiddenHeadings.add(heading);
        }
      },
      filter: () => {
        isFiltered = true;
      },
      merge: (range) => {
        if (areaOf(range).bottom < from) return;
        mergedTotal += 1;
        if (merged.length < mergesNamed) merged.push(range);
      },
    });
    const slices = csv.end();
    return {
      slices,
      faults: [
        ...(mergedTotal === 0 ? [] : [mergedCells(merged, mergedTotal, from)]),
        ...unreckoned.told(formulasUnreckoned),
      ],
      warnings: [
        ...formulas.told(formulaCells),
        ...hidden.told((total, line) => hiddenRows(total, line, isFiltered)),
        ...(hiddenHeadings.size === 0 ? [] : [hiddenColumns([...hiddenHeadings])]),
        ...beside.told(cellsBesideTable),
      ],
    };
  } finally {
    csv.close();
  }
};
