import { columnOf } from './cell-reference.ts';
import { attribute, masked } from './xml-text.ts';

/**
 * A sheet cut at its rows: what stands before the first, each row, what stands between rows, what comes after the last.
 * Put together again the pieces are the part, byte for byte.
 */
export type Piece =
  | { readonly is: 'head' | 'tail'; readonly xml: string }
  | { readonly is: 'row'; readonly line: number; readonly bytes: Buffer }
  | { readonly is: 'between'; readonly bytes: Buffer };

/** The part is not what it should be: it is left alone and its owner told. */
export class SheetNotMarkable extends Error {
  readonly code = 'SHEET_NOT_MARKABLE';
}

// No row of Excel's comes near: 16,384 cells of a thousand characters each.
const mostBytesHeld = 64 * 2 ** 20;
const greaterThan = 0x3e;
const slash = 0x2f;

const text = (bytes: Buffer, from: number, to: number): string => bytes.toString('latin1', from, to);

/** Where the row that begins at `from` ends; -1 where that is not read yet. A `</row>` in a comment ends nothing. */
const endOfRow = (bytes: Buffer, from: number, tagEnd: number, close: Buffer): number => {
  for (let at = bytes.indexOf(close, tagEnd); at !== -1; at = bytes.indexOf(close, at + 1)) {
    const to = at + close.length;
    const mayHide = bytes.subarray(tagEnd, to).includes('<!');
    if (!mayHide || masked(text(bytes, from, to)).endsWith(text(close, 0, close.length))) return to;
  }
  return -1;
};

/**
 * Cuts a sheet as its bytes come; never more than a row is held. `prefix` is that of its elements, such as `x:`.
 * A row without a number follows the one before it.
 */
export async function* sheetPieces(chunks: AsyncIterable<Uint8Array>, prefix: string): AsyncGenerator<Piece[]> {
  const open = Buffer.from(`<${prefix}row`);
  const close = Buffer.from(`</${prefix}row>`);
  const started = new RegExp(`<${prefix}sheetData(?:\\s[^>]*)?>`);
  let state = 'head' as 'head' | 'rows' | 'tail';
  let held = Buffer.alloc(0);
  const tail: Buffer[] = [];
  let line = 0;

  const headOf = (): Piece[] => {
    const start = held.toString('latin1');
    const found = started.exec(masked(start));
    if (!found) return [];
    // `<sheetData/>` has no rows: the whole of it belongs to what comes after them.
    const isEmpty = found[0].endsWith('/>');
    const to = isEmpty ? found.index : found.index + found[0].length;
    const xml = held.toString('utf8', 0, to);
    held = held.subarray(to);
    state = isEmpty ? 'tail' : 'rows';
    return [{ is: 'head', xml }];
  };

  const rowsOf = (): Piece[] => {
    const pieces: Piece[] = [];
    let at = 0;
    while (state === 'rows') {
      const from = held.indexOf('<', at);
      if (from === -1 || held.length < from + open.length + 1) break;
      if (held[from + 1] === 0x21 || held[from + 1] === 0x3f) {
        const end = held[from + 1] === 0x3f ? '?>' : '-->';
        const to = held.indexOf(end, from);
        if (to === -1) break;
        pieces.push({ is: 'between', bytes: held.subarray(at, to + end.length) });
        at = to + end.length;
        continue;
      }
      if (!held.subarray(from, from + open.length).equals(open)) {
        if (held[from + 1] !== slash) throw new SheetNotMarkable(`unexpected ${text(held, from, from + 40)}`);
        if (from > at) pieces.push({ is: 'between', bytes: held.subarray(at, from) });
        at = from;
        state = 'tail';
        break;
      }
      const tagEnd = held.indexOf(greaterThan, from) + 1;
      if (tagEnd === 0) break;
      const to = held[tagEnd - 2] === slash ? tagEnd : endOfRow(held, from, tagEnd, close);
      if (to === -1) break;
      if (from > at) pieces.push({ is: 'between', bytes: held.subarray(at, from) });
      line = Number(attribute(text(held, from, tagEnd), 'r') ?? line + 1);
      pieces.push({ is: 'row', line, bytes: held.subarray(from, to) });
      at = to;
    }
    held = held.subarray(at);
    return pieces;
  };

  for await (const chunk of chunks) {
    held = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk]);
    const pieces: Piece[] = [];
    if (state === 'head') pieces.push(...headOf());
    // The two run on in one chunk, as a small sheet is one chunk.
    if (state === 'rows') pieces.push(...rowsOf());
    if (state === 'tail') {
      tail.push(held);
      held = Buffer.alloc(0);
    }
    if (held.length > mostBytesHeld) throw new SheetNotMarkable('one row is longer than 64 MiB');
    if (pieces.length > 0) yield pieces;
  }
  if (state !== 'tail') throw new SheetNotMarkable('the sheet breaks off');
  yield [{ is: 'tail', xml: Buffer.concat(tail).toString() }];
}

/** A cell of a row, and where it stands in the row's text. */
export type Cell = {
  /** Column from 0. */
  readonly at: number;
  readonly from: number;
  readonly tagTo: number;
  readonly to: number;
};

const endsName = /[\s/>]/;

/** Cells of a row in order. A cell without a reference follows the one before it. */
export const cellsOf = (row: string, prefix: string): readonly Cell[] => {
  const scanned = masked(row);
  const open = `<${prefix}c`;
  const close = `</${prefix}c>`;
  const cells: Cell[] = [];
  let column = -1;
  let from = scanned.indexOf(open);
  while (from !== -1) {
    if (!endsName.test(scanned[from + open.length] ?? '')) {
      from = scanned.indexOf(open, from + 1);
      continue;
    }
    const tagTo = scanned.indexOf('>', from) + 1;
    const end = scanned[tagTo - 2] === '/' ? tagTo : scanned.indexOf(close, tagTo) + close.length;
    if (end < tagTo) throw new SheetNotMarkable('a cell breaks off');
    const at = row.indexOf(' r="', from);
    // Nearly every cell has its reference as the first attribute; the pattern is for the others.
    const reference = at !== -1 && at < tagTo ? row.slice(at + 4, tagTo) : attribute(row.slice(from, tagTo), 'r');
    column = reference === undefined ? column + 1 : columnOf(reference);
    cells.push({ at: column, from, tagTo, to: end });
    from = scanned.indexOf(open, end);
  }
  return cells;
};

/** Whether a cell says anything: one that only has a style is there for its looks. */
export const isFilled = (row: string, { tagTo, to }: Cell): boolean =>
  to > tagTo && /<(?:[\w.-]+:)?(?:v|f|is)[\s/>]/.test(row.slice(tagTo, to));
