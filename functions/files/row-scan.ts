/** What ends a row, and what makes a cell that may hold row ends. */
export type RowMarks = {
  /** Of CSV: a quote opens a cell only at its beginning, so it must be known where cells begin. Without it quotes are text. */
  readonly delimiter?: string;
  /** No row, and no cell in quotes, may be longer. */
  readonly lineBytes: number;
  readonly sliceBytes: number;
};

export type Stretch = { readonly from: number; readonly to: number };

/** Why the scan ended before the text: the row from `at` is too long, or the quote opened at `at` is never closed. */
export type Stopped = { readonly why: 'row-too-long' | 'quote-not-closed'; readonly at: number };

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;

/**
 * Finds stretches of whole rows, of at least `sliceBytes` each but the last, in bytes handed to it piece by piece from
 * the place `start` of a file on. Never cuts inside quotes or between CR and LF. Quotes count as csv-parse counts them
 * with relaxed quotes: one within a cell is text, and text may follow a closed one.
 */
export const rowScan = (start: number, { delimiter, lineBytes, sliceBytes }: RowMarks) => {
  const stretches: Stretch[] = [];
  const isCsv = delimiter !== undefined;
  const mark = Buffer.from(delimiter ?? '');
  const blockBytes = Math.min(64 * 1024, lineBytes);
  let sliceFrom = start;
  let rowFrom = start;
  let end = start;
  let isQuoted = false;
  let wasClosed = false;
  let quoteAt = start;
  /** The last three bytes before the place looked at. */
  let last = lineFeed;

  const endRow = (at: number): void => {
    rowFrom = at;
    if (at - sliceFrom >= sliceBytes) {
      stretches.push({ from: sliceFrom, to: at });
      sliceFrom = at;
    }
  };
  const tooLong = (at: number): Stopped | undefined => {
    if (at - rowFrom <= lineBytes) return undefined;
    return isQuoted ? { why: 'quote-not-closed', at: quoteAt } : { why: 'row-too-long', at: rowFrom };
  };

  /** Rows of a block in which no quote opens or closes: only its first, its last and the cut need be found. */
  const plainBlock = (block: Buffer, at: number): Stopped | undefined => {
    const ender = !isCsv || block.includes(lineFeed) ? lineFeed : carriageReturn;
    // A carriage return at the very end may have its line feed in the next block.
    const until = ender === carriageReturn ? block.length - 1 : block.length;
    const text = block.subarray(0, until);
    const first = text.indexOf(ender);
    if (first === -1) return tooLong(at + block.length);
    const stopped = tooLong(at + first);
    if (stopped !== undefined) return stopped;
    for (let from = first; from !== -1; ) {
      endRow(at + from + 1);
      from = text.indexOf(ender, Math.max(from + 1, sliceFrom + sliceBytes - at - 1));
    }
    rowFrom = at + text.lastIndexOf(ender) + 1;
    return undefined;
  };

  /** Whether a cell begins at a place of a block: at the beginning of a row, or behind a delimiter. */
  const beginsCell = (block: Buffer, place: number): boolean => {
    const before = (back: number) => (place >= back ? block[place - back]! : (last >> (8 * (back - place - 1))) & 0xff);
    const one = before(1);
    if (one === lineFeed || one === carriageReturn) return true;
    return mark.every((byte, at) => before(mark.length - at) === byte);
  };

  // What changes with each byte is kept in variables of the loop: most tables of quotes are quoted throughout.
  const quotedBlock = (block: Buffer, at: number): Stopped | undefined => {
    let quoted = isQuoted;
    let closed = wasClosed;
    for (let place = 0; place < block.length; place += 1) {
      const byte = block[place]!;
      if (quoted) {
        if (byte === quote) {
          quoted = false;
          closed = true;
        }
      } else if (byte === quote) {
        if (closed) quoted = true;
        else if (beginsCell(block, place)) {
          quoted = true;
          quoteAt = at + place;
        }
        closed = false;
      } else {
        closed = false;
        if (
          byte === lineFeed ||
          (byte === carriageReturn && place + 1 < block.length && block[place + 1] !== lineFeed)
        ) {
          if (at + place - rowFrom > lineBytes) return { why: 'row-too-long', at: rowFrom };
          endRow(at + place + 1);
        }
      }
    }
    isQuoted = quoted;
    wasClosed = closed;
    return tooLong(at + block.length);
  };

  /** Takes the next bytes; tells where it had to stop. */
  const take = (bytes: Buffer): Stopped | undefined => {
    for (let from = 0; from < bytes.length; from += blockBytes) {
      const block = bytes.subarray(from, from + blockBytes);
      const isPlain = !isCsv || (!isQuoted && !block.includes(quote));
      const stopped = isPlain ? plainBlock(block, end) : quotedBlock(block, end);
      if (stopped !== undefined) return stopped;
      if (isPlain) wasClosed = false;
      for (const byte of block.subarray(-3)) last = ((last << 8) | byte) & 0xffffff;
      end += block.length;
    }
    return undefined;
  };

  /** All stretches up to the end of the text, or up to the row that was stopped at. */
  const finish = (stopped?: Stopped): { readonly stretches: readonly Stretch[]; readonly stopped?: Stopped } => {
    const open = stopped ?? (isQuoted ? ({ why: 'quote-not-closed', at: quoteAt } as const) : undefined);
    const to = open === undefined ? end : rowFrom;
    const rest = to > sliceFrom ? [{ from: sliceFrom, to }] : [];
    return { stretches: [...stretches, ...rest], ...(open !== undefined && { stopped: open }) };
  };

  return { take, finish };
};
