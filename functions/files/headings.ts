import { fieldOfHeading } from '../../events/cells.ts';
import type { Contract } from '../../events/contract.ts';
import { isAuditHeading } from './audit-column.ts';
import {
  columnMissing,
  columnTwice,
  columnUnnamed,
  noHeadings,
  tooManyColumns,
  unknownColumns,
} from './heading-faults.ts';
import type { Column, LineFault, LineWarning } from './prepared.ts';
import { examplesIgnored, rowsBelowHeadings } from './rows-below-headings.ts';
import { exampleVersion } from './template-marks.ts';
import { oldTemplate } from './template-version.ts';

/** A row of the head of a table, and the line of the text or row of the sheet on which it stands, from 1. */
export type HeadRow = { readonly cells: readonly string[]; readonly line: number };

/** Titles, dates of issue and the like stand above the headings, in no more rows than this. */
const lookedThrough = 20;
/** So many rows from the top of a table are enough to read its headings: those looked through, and what stands below. */
export const headRows = lookedThrough + 20;

export type Headings = {
  readonly columns: readonly Column[];
  readonly line: number;
  /** Of the rows given, the headings and the first that may be a record; their number where none is. */
  readonly at: number;
  readonly recordsFrom: number;
  readonly faults: readonly LineFault[];
  readonly warnings: readonly LineWarning[];
};

const isFilled = (cell: string | undefined): boolean => (cell ?? '').trim() !== '';

const withoutTrailingBlanks = (cells: readonly string[]): readonly string[] => {
  let end = cells.length;
  while (end > 0 && !isFilled(cells[end - 1])) end -= 1;
  return cells.slice(0, end);
};

/** How many cells of a row are headings of the contract. */
export const headingsKnown = (contract: Contract, cells: readonly string[]): number =>
  cells.filter((cell) => isFilled(cell) && fieldOfHeading(contract, cell) !== undefined).length;

/** The first row of two known headings; else the first of which at least half are known: a table may be narrow. */
const headingRow = (contract: Contract, rows: readonly HeadRow[]): number => {
  const known = rows.slice(0, lookedThrough).map(({ cells }) => headingsKnown(contract, cells));
  const sure = known.findIndex((count) => count >= 2);
  if (sure !== -1) return sure;
  return known.findIndex((count, at) => count > 0 && count * 2 >= rows[at]!.cells.filter(isFilled).length);
};

const columnsOf = (contract: Contract, { cells, line }: HeadRow, below: readonly HeadRow[]) => {
  const faults: LineFault[] = [];
  const unnamed: LineWarning[] = [];
  const unknown: string[] = [];
  const firstOf = new Map<string, string>();
  const columns = cells.map((written, at): Column => {
    const heading = written.trim();
    const name = heading === '' ? undefined : fieldOfHeading(contract, heading);
    if (name === undefined) {
      if (isAuditHeading(heading)) return { at, heading };
      if (heading !== '') unknown.push(heading);
      else if (below.some((row) => isFilled(row.cells[at]))) unnamed.push(columnUnnamed(at, line));
      return { at, heading };
    }
    const first = firstOf.get(name);
    if (first !== undefined) {
      faults.push(columnTwice(heading, first, line));
      return { at, heading };
    }
    firstOf.set(name, heading);
    return { at, heading, name };
  });
  const needed = [...new Set([...contract.naturalKey, ...contract.lawDates])];
  const missing = needed.filter((name) => !firstOf.has(name)).map((name) => columnMissing(contract, name, line));
  const warnings = [...unknownColumns(contract, unknown, new Set(firstOf.keys()), line), ...unnamed];
  return { columns, faults, missing, warnings };
};

/**
 * Columns end with the last heading, or the last cell below a blank one. What stands beyond the heading line's own cells
 * is no column: a delimiter without quotes may have shifted it there.
 */
const narrowed = ({ cells, line }: HeadRow, below: readonly HeadRow[]): HeadRow => {
  let width = cells.length;
  while (width > 0 && !isFilled(cells[width - 1]) && !below.some((row) => isFilled(row.cells[width - 1]))) width -= 1;
  return { line, cells: cells.slice(0, width) };
};

/** Examples are counted; that of a template says which one it is of. */
const aboutExamples = (contract: Contract, columns: readonly Column[], examples: readonly HeadRow[]): LineWarning[] => {
  const [first] = examples;
  if (first === undefined) return [];
  const id = columns.find(({ name }) => name === 'recordId')?.at;
  const version = exampleVersion(id === undefined ? '' : (first.cells[id] ?? '')) ?? '';
  const old = version === '' ? undefined : oldTemplate(contract, { kind: contract.kind, version, columns: [] });
  return [examplesIgnored(examples.length, first.line), ...(old === undefined ? [] : [{ ...old, line: first.line }])];
};

/**
 * The headings among the first rows of a table (give `headRows` of them, blank rows left out), their columns and what
 * stands below that is no record. Only faults where no row of the table can be judged.
 */
export const readHeadings = (
  contract: Contract,
  rows: readonly HeadRow[],
  mostColumns: number,
): Headings | { readonly faults: readonly LineFault[]; readonly columns?: undefined } => {
  const at = headingRow(contract, rows);
  const heading = rows[at];
  if (heading === undefined) {
    const widest = rows.slice(0, lookedThrough).toSorted((a, b) => b.cells.length - a.cells.length)[0];
    const found = withoutTrailingBlanks(widest?.cells ?? []);
    if (found.length > mostColumns) return { faults: [tooManyColumns(found.length, mostColumns, widest!.line)] };
    return {
      faults: [noHeadings(contract, rows[0]?.line ?? 1, found.join(','), Math.min(rows.length, lookedThrough))],
    };
  }
  const below = rows.slice(at + 1);
  const own = narrowed(heading, below);
  if (own.cells.length > mostColumns) return { faults: [tooManyColumns(own.cells.length, mostColumns, heading.line)] };
  const { columns, faults, missing, warnings } = columnsOf(contract, own, below);
  if (missing.length > 0) return { faults: [...missing, ...faults] };
  const { skipped, examples } = rowsBelowHeadings(
    contract,
    columns,
    below.map(({ cells }) => cells),
  );
  const recordsFrom = at + 1 + skipped;
  const ofExamples = aboutExamples(contract, columns, rows.slice(recordsFrom - examples, recordsFrom));
  return { columns, line: heading.line, at, recordsFrom, faults, warnings: [...warnings, ...ofExamples] };
};
