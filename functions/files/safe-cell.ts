// A cell of a CSV file that begins like a formula is computed by whoever opens it. Ours are written with an apostrophe
// before it, as a spreadsheet shows text; whoever reads the file takes it away again. A cell that began with apostrophes
// before such a sign gets one more, so that nothing is lost. In a workbook text is typed as text and needs none of this.

/** Begins a formula: also in full width, behind blanks, or behind apostrophes that somebody may take away. */
const formula = /^(?:[\s']*[=+\-@＝＋－＠]|'*[\t\r\n])/;

/** A text as a cell that nobody computes. */
export const safeCell = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The text of a cell: what `safeCell` was given, and any other cell as it is. */
export const cellText = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;

/** A text as a workbook's cell: one that looks like the workbook's own way to write a character is not to be read as that. */
export const workbookText = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
