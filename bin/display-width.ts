/** East Asian Wide and Fullwidth: the blocks that Chinese text is made of. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const widthless = /\p{Mn}|\p{Me}|\p{Cf}/u;

const widthOf = (char: string): number => (wide.test(char) ? 2 : widthless.test(char) ? 0 : 1);

/** Columns that the text takes on a terminal. */
export const displayWidth = (text: string): number => [...text].reduce((sum, char) => sum + widthOf(char), 0);

/** Control characters have no place on a terminal: a cell could move the cursor with them. */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ');

const cut = (text: string, width: number): string => {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let room = width - 1;
  for (const char of text) {
    room -= widthOf(char);
    if (room < 0) break;
    kept += char;
  }
  return `${kept}…`;
};

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)));

/** Cells in aligned columns, two blanks between; a cell wider than `widest` is cut with an ellipsis. */
export const aligned = (rows: readonly (readonly string[])[], widest = 48): string[] => {
  const cells = rows.map((row) => row.map((cell) => cut(printable(cell), widest)));
  const widths = (cells[0] ?? []).map((_, at) => Math.max(...cells.map((row) => displayWidth(row[at] ?? ''))));
  return cells.map((row) =>
    row
      .map((cell, at) => padded(cell, widths[at]!))
      .join('  ')
      .trimEnd(),
  );
};
