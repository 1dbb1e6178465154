/** Columns and rows of a sheet by the names that a workbook gives them: `C7` is column 2 from 0, row 7 from 1. */

export const mostColumns = 16_384;

/** `A` of 0, `Z` of 25, `AA` of 26. */
export const columnLetters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnLetters(Math.floor(at / 26) - 1) + String.fromCharCode(65 + (at % 26));

/** 0 of `A`; reads the letters with which a reference begins. */
export const columnOf = (reference: string): number => {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
};

export const rowOf = (reference: string): number => Number(/\d+/.exec(reference)?.[0]);

export const cellReference = (at: number, line: number): string => columnLetters(at) + line;

/** A stretch of cells, such as `A1:C7` or `B2`; columns from 0, rows from 1. */
export type Area = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export const areaOf = (reference: string): Area => {
  const [first = '', last = first] = reference.replaceAll('$', '').split(':');
  return { left: columnOf(first), top: rowOf(first), right: columnOf(last), bottom: rowOf(last) };
};

export const areaReference = ({ left, top, right, bottom }: Area): string =>
  left === right && top === bottom
    ? cellReference(left, top)
    : `${cellReference(left, top)}:${cellReference(right, bottom)}`;
