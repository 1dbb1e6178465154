import { closeSync, openSync, writeSync } from 'node:fs';
import type { Slice } from '../prepared.ts';

const bufferBytes = 256 * 1024;

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * Writes rows of a sheet as CSV, each with its number before its cells, and tells the slices of about `sliceBytes` in
 * which they can be judged. Synchronously: rows come out of a parser that waits for nobody.
 */
export const csvRows = (path: string, sliceBytes: number) => {
  const file = openSync(path, 'w');
  const slices: Slice[] = [];
  // Text is written into it at once: rows kept as text until the next write would outlive many collections of garbage.
  const buffer = Buffer.allocUnsafeSlow(bufferBytes);
  let filled = 0;
  let from = 0;
  let to = 0;

  const flush = (): void => {
    writeSync(file, buffer, 0, filled);
    filled = 0;
  };
  const append = (line: string): number => {
    // In UTF-8, a unit of a text takes three bytes at most.
    if (filled + line.length * 3 > bufferBytes) flush();
    if (line.length * 3 > bufferBytes) return writeSync(file, line);
    const bytes = buffer.write(line, filled);
    filled += bytes;
    return bytes;
  };
  const endSlice = (): void => {
    if (to > from) slices.push({ path, from, to });
    from = to;
  };
  return {
    /** So many columns of a row are written, fewer where the rest is blank. */
    write: (number: number, cells: readonly string[], width: number): void => {
      let line = String(number);
      const end = Math.min(cells.length, width);
      for (let at = 0; at < end; at += 1) line += `,${quoted(cells[at]!)}`;
      line += '\n';
      const bytes = append(line);
      if (to > from && to - from + bytes > sliceBytes) endSlice();
      to += bytes;
    },
    end: (): readonly Slice[] => {
      flush();
      endSlice();
      return slices;
    },
    close: (): void => closeSync(file),
  };
};
