import { parse } from 'csv-parse/sync';
import type { Contract } from '../../events/contract.ts';
import { type HeadRow, headingsKnown, headRows } from './headings.ts';
import { rowScan } from './row-scan.ts';

/** A row of the head of a table, and where its bytes end in the file. */
export type PlacedRow = HeadRow & { readonly to: number; readonly nextLine: number };

const delimiters = [',', '\t', ';', '，', '|'] as const;

const lineEnds = (bytes: Buffer): number => {
  let ends = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) ends += 1;
  }
  return ends;
};

const cellsOf = (row: Buffer, delimiter: string): readonly string[] =>
  parse(row, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    to: 1,
  })[0] ?? [];

/** Sheets end in thousands of rows of delimiters alone, of which no cell need be split. */
const isBlank = (row: Buffer, delimiter: string): boolean => {
  const marks = Buffer.from(`${delimiter}" \t\r\n`);
  return row.every((byte) => marks.includes(byte));
};

/** Excel's own first line, which says the delimiter and is hidden by Excel. */
const said = /^"?sep=([,;\t|])"?\s*(?:[\r\n]|$)/i;

/** The delimiter by which most headings of the kind are known in one line; else the one that is used most. */
export const delimiterOf = (text: string, contract: Contract | undefined): string => {
  const own = said.exec(text)?.[1];
  if (own !== undefined) return own;
  const lines = text.split(/\r\n|\n|\r/, headRows).map((line) => line.slice(0, 64 * 1024));
  const score = (delimiter: string): number => {
    const rows = lines.map((line) => line.split(delimiter).map((cell) => cell.replaceAll('"', '')));
    const known = contract === undefined ? 0 : Math.max(0, ...rows.map((cells) => headingsKnown(contract, cells)));
    return known * 10_000 + Math.min(9_999, Math.max(0, ...rows.map((cells) => cells.length)));
  };
  const scores = delimiters.map((delimiter) => ({ delimiter, score: score(delimiter) }));
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
};

/**
 * The first filled rows of a table, from the first bytes of its text, that begin at `from` of the file; `isWhole` where
 * the text ends with them. Blank rows are passed over.
 */
export const tableHead = (
  head: Buffer,
  from: number,
  isWhole: boolean,
  delimiter: string,
  lineBytes: number,
): readonly PlacedRow[] => {
  const scan = rowScan(from, { delimiter, lineBytes, sliceBytes: 1 });
  const stopped = scan.take(head);
  const { stretches } = scan.finish(stopped);
  const rows: PlacedRow[] = [];
  let line = 1;
  for (const { from: begin, to } of stretches) {
    const bytes = head.subarray(begin - from, to - from);
    // The last row may go on beyond what was read.
    if (rows.length === headRows || (!isWhole && to === from + head.length)) break;
    const nextLine = line + lineEnds(bytes);
    const cells = isBlank(bytes, delimiter) ? [] : cellsOf(bytes, delimiter);
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ cells, line, to, nextLine });
    line = nextLine;
  }
  return rows;
};
