import { encodeText } from './encode-text.ts';
import type { Encoding } from './prepared.ts';

/** How a table of text is written. */
export type Dialect = { readonly encoding: Encoding; readonly delimiter: string };

/** A row of a table as its bytes stand in the file, line end and all. */
export type SourceRow = {
  /** The line on which it begins, from 1; line ends in quotes count. 0 is a piece of what is no row. */
  readonly line: number;
  readonly bytes: Buffer;
  /** Where each of its cells begins, and after the last of them where its line end does. */
  readonly cells: readonly number[];
};

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;

/** No row is longer, but one whose quote is never closed: it is handed on in pieces, as rows of no line. */
const mostBytesHeld = 16 * 2 ** 20;

/** Bytes of the character that begins at `at`; 0 where it is not all there. */
const lengthIn: Readonly<Record<Encoding, (bytes: Buffer, at: number) => number>> = {
  'utf-8': (bytes, at) => {
    const lead = bytes[at]!;
    const length = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    return at + length <= bytes.length ? length : 0;
  },
  'utf-16le': (bytes, at) => (at + 2 <= bytes.length ? 2 : 0),
  'utf-16be': (bytes, at) => (at + 2 <= bytes.length ? 2 : 0),
  gb18030: (bytes, at) => {
    if (bytes[at]! < 0x81) return 1;
    if (at + 2 > bytes.length) return 0;
    const isFour = bytes[at + 1]! >= 0x30 && bytes[at + 1]! <= 0x39;
    return isFour ? (at + 4 <= bytes.length ? 4 : 0) : 2;
  },
};

/** The character's number where it is ASCII, else -1. */
const asciiIn = (encoding: Encoding) => (bytes: Buffer, at: number, length: number) => {
  if (encoding === 'utf-16le') return bytes[at + 1] === 0 ? bytes[at]! : -1;
  if (encoding === 'utf-16be') return bytes[at] === 0 ? bytes[at + 1]! : -1;
  return length === 1 ? bytes[at]! : -1;
};

const byteOrderMarks: Readonly<Record<Encoding, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [0x84, 0x31, 0x95, 0x33],
};

/**
 * Rows of a table in whatever encoding, as bytes: what is not changed of a file must come out as it went in, and there
 * are texts that decoded and encoded again are others. Quotes count as everywhere here: one opens a cell only at its
 * beginning. A byte order mark belongs to the first row, before its first cell.
 */
export async function* sourceRows(
  chunks: AsyncIterable<Uint8Array>,
  { encoding, delimiter }: Dialect,
): AsyncGenerator<SourceRow[]> {
  const lengthOf = lengthIn[encoding];
  const asciiOf = asciiIn(encoding);
  const between = encodeText(delimiter, encoding);
  const mark = byteOrderMarks[encoding];
  let held: Buffer = Buffer.alloc(0);
  let line = 1;
  let rowLine = 1;
  let at = 0;
  let isQuoted = false;
  let cellFrom = 0;
  let wasReturn = false;
  let cells: number[] = [];
  let isFirst = true;
  let isLast = false;

  const rowsOf = (): SourceRow[] => {
    const rows: SourceRow[] = [];
    let rowFrom = 0;
    const end = (textTo: number, to: number) => {
      rows.push({ line: rowLine, bytes: held.subarray(rowFrom, to), cells: [...cells, textTo - rowFrom] });
      rowFrom = to;
      cellFrom = to;
      cells = [0];
      line += 1;
      rowLine = line;
    };
    while (at < held.length) {
      const length = lengthOf(held, at) || (isLast ? held.length - at : 0);
      if (length === 0) break;
      const ascii = asciiOf(held, at, length);
      if (isQuoted) {
        if (ascii === quote) isQuoted = false;
        // CR and LF together end one line.
        else if (ascii === carriageReturn || (ascii === lineFeed && !wasReturn)) line += 1;
        wasReturn = ascii === carriageReturn;
      } else if (ascii === lineFeed) {
        end(at, at + length);
      } else if (ascii === carriageReturn) {
        const next = at + length;
        if (next >= held.length && !isLast) break;
        const isPair = next < held.length && asciiOf(held, next, lengthOf(held, next)) === lineFeed;
        end(at, isPair ? next + length : next);
        at = rowFrom;
        continue;
      } else if (ascii === quote) {
        const isOpening = at === cellFrom || (at > cellFrom && wasQuote(held, at - length));
        if (isOpening) {
          isQuoted = true;
          wasReturn = false;
        }
      } else if (length === between.length && held.compare(between, 0, length, at, at + length) === 0) {
        cellFrom = at + length;
        cells.push(cellFrom - rowFrom);
      }
      at += length;
    }
    if (isLast && rowFrom < held.length) end(held.length, held.length);
    // The state is kept relative to the row that is not whole yet.
    held = held.subarray(rowFrom);
    at -= rowFrom;
    cellFrom -= rowFrom;
    return rows;
  };
  // A quote right behind the one that closed a cell was meant as a quote within it: the cell goes on.
  const wasQuote = (bytes: Buffer, before: number): boolean =>
    asciiOf(bytes, before, lengthOf(bytes, before)) === quote && cellOpensWithQuote(bytes);
  const cellOpensWithQuote = (bytes: Buffer): boolean => asciiOf(bytes, cellFrom, lengthOf(bytes, cellFrom)) === quote;

  const begin = () => {
    const marked = mark.every((byte, place) => held[place] === byte) ? mark.length : 0;
    at = marked;
    cellFrom = marked;
    cells = [marked];
    isFirst = false;
  };
  let isLost = false;
  for await (const chunk of chunks) {
    if (isLost) {
      yield [{ line: 0, bytes: Buffer.from(chunk), cells: [] }];
      continue;
    }
    held = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk]);
    if (isFirst && held.length < 4) continue;
    if (isFirst) begin();
    const rows = rowsOf();
    if (rows.length > 0) yield rows;
    if (held.length > mostBytesHeld) {
      yield [{ line: 0, bytes: held, cells: [] }];
      isLost = true;
    }
  }
  if (isLost) return;
  isLast = true;
  if (isFirst) begin();
  const rows = rowsOf();
  if (rows.length > 0) yield rows;
}
