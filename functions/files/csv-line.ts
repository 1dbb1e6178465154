import { safeCell } from './safe-cell.ts';

/** A line of CSV: no cell of it begins a formula; quotes are where they must be. */
export const csvLine = (cells: readonly (string | number | null | undefined)[]): string =>
  `${cells
    .map((cell) => {
      // A number is written by us, and is none that anybody chose.
      const text = typeof cell === 'string' ? safeCell(cell) : String(cell ?? '');
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',')}\r\n`;
