import type { Fault } from '../../events/fault.ts';
import type { Mode, Period, Warning } from '../../events/submission.ts';

/** What a file is, by its content. */
export type FileFormat = 'csv' | 'ndjson' | 'json' | 'xlsx';

/** How its text was written. A workbook's is `utf-8` always. */
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** A fault of a file, and the line of its text or the row of its sheet on which it stands, from 1. */
export type LineFault = Fault & { readonly line?: number };
export type LineWarning = Warning & { readonly line?: number };

/** A column of a table: where it stands from 0, its heading as written, and the field of the contract that it names. */
export type Column = { readonly at: number; readonly heading: string; readonly name?: string };

/**
 * A stretch of whole rows that is judged by itself: the bytes from `from` up to `to` of a file of UTF-8 text. `path` is
 * the file given where its bytes can be read as they are, else one that was written from it.
 */
export type Slice = { readonly path: string; readonly from: number; readonly to: number };

/** How the rows of all slices are written. */
export type RowForm =
  | {
      readonly form: 'csv';
      readonly delimiter: string;
      readonly columns: readonly Column[];
      /** The first cell of each row is not the file's: it says on which line, or row of the sheet, the row stands. */
      readonly numbered: boolean;
    }
  /** One record a line; `numbered`: the line begins with the number of the line on which it stood, and a tab. */
  | { readonly form: 'ndjson'; readonly numbered: boolean };

/** The sheet of a workbook that has the records. */
export type Sheet = {
  readonly name: string;
  /** Its part in the workbook, such as `xl/worksheets/sheet1.xml`. */
  readonly part: string;
  /** Row of the headings, from 1. */
  readonly headingRow: number;
};

/** What a submission body says of itself, where the file is one. */
export type Said = {
  readonly branchId: string;
  readonly period: Period;
  readonly mode: Mode;
  readonly nil: boolean;
  readonly withdraws: readonly string[];
};

/** A file that can be judged row by row, in slices. */
export type Prepared = {
  readonly format: FileFormat;
  readonly encoding: Encoding;
  readonly isGzipped: boolean;
  /** The kind that the file itself names, in a submission body or a template's own sheet. */
  readonly kind?: string;
  readonly rows: RowForm;
  readonly slices: readonly Slice[];
  /** Line of the first row of the first slice; of no meaning where rows are numbered. */
  readonly firstLine: number;
  readonly sheet?: Sheet;
  readonly said?: Said;
  /** What is wrong with the file as a whole, its headings first of all; the rows are judged all the same. */
  readonly faults: readonly LineFault[];
  readonly warnings: readonly LineWarning[];
};

/** A file of which no row can be judged, and why. */
export type Unreadable = { readonly format: FileFormat | 'unread'; readonly faults: readonly LineFault[] };

export const isReadable = (file: Prepared | Unreadable): file is Prepared => 'slices' in file;
