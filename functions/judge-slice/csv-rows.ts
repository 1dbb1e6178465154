/** A row of a table: `line` counts the lines of the text from 1, each row by the one on which it begins. */
export type CellRow = { readonly cells: readonly string[]; readonly line: number };

/** Which row this scanner leaves to the general parser, since quotes stand in it where none should. */
export class UnusualQuotes extends Error {
  readonly code = 'UNUSUAL_QUOTES';
}

const quote = '"';

/** Reads one row with quotes in it, from `from`; gives where the next one begins and how many lines this one has. */
const quotedRow = (text: string, from: number, delimiter: string) => {
  const cells: string[] = [];
  let lines = 1;
  let at = from;
  for (;;) {
    if (text[at] === quote) {
      let cell = '';
      let opened = at + 1;
      for (;;) {
        const closed = text.indexOf(quote, opened);
        if (closed === -1) throw new UnusualQuotes();
        cell += text.slice(opened, closed);
        at = closed + 1;
        if (text[at] !== quote) break;
        cell += quote;
        opened = at + 1;
      }
      for (let end = cell.indexOf('\n'); end !== -1; end = cell.indexOf('\n', end + 1)) lines += 1;
      cells.push(cell);
    } else {
      const nextDelimiter = text.indexOf(delimiter, at);
      const nextLine = text.indexOf('\n', at);
      const line = nextLine === -1 ? text.length : nextLine;
      const end = nextDelimiter === -1 || nextDelimiter > line ? line : nextDelimiter;
      cells.push(text.slice(at, end));
      at = end;
    }
    if (at >= text.length || text[at] === '\n') return { cells, next: at + 1, lines };
    if (!text.startsWith(delimiter, at)) throw new UnusualQuotes();
    at += delimiter.length;
  }
};

/**
 * Hands over the rows of a text of whole rows, blank lines left out. Line ends are `\n` or, where it has no quotes,
 * `\r\n` too. Cells are quoted as in
 * RFC 4180; a quote inside a cell that does not begin with one is a character like others. Throws UnusualQuotes where a
 * quoted cell does not end at a delimiter or line end.
 */
export const eachCsvRow = (
  text: string,
  delimiter: string,
  take: (cells: readonly string[], line: number) => void,
): void => {
  const hasQuotes = text.includes(quote);
  let nextQuote = hasQuotes ? text.indexOf(quote) : text.length;
  let line = 1;
  for (let from = 0; from < text.length; ) {
    const found = text.indexOf('\n', from);
    const end = found === -1 ? text.length : found;
    if (hasQuotes && nextQuote < from) {
      const later = text.indexOf(quote, from);
      nextQuote = later === -1 ? text.length : later;
    }
    // A line may end in \r\n; the cells do not.
    const to = end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    if (to === from) {
      line += 1;
      from = end + 1;
    } else if (nextQuote >= end) {
      take(text.slice(from, to).split(delimiter), line);
      line += 1;
      from = end + 1;
    } else {
      const { cells, next, lines } = quotedRow(text, from, delimiter);
      take(cells, line);
      line += lines;
      from = next;
    }
  }
};

/** Whether a carriage return stands in it that ends no line together with a newline. */
const hasLoneReturn = (text: string): boolean => {
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) if (text[at + 1] !== '\n') return true;
  return false;
};

/** The text with no carriage return but in `\r\n`, and none at all where quoted cells may hold line ends. */
export const unixLines = (text: string): string =>
  text.includes('"') || hasLoneReturn(text) ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;

/** How many lines the text has. */
export const linesOf = (text: string): number => {
  let lines = text === '' || text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
};
