import { lineAt } from './chunks.ts';
import type { LineFault, Slice } from './prepared.ts';
import { type RowMarks, rowScan, type Stopped } from './row-scan.ts';
import { quoteNotClosed, rowTooLong } from './text-faults.ts';
import { utf8Chunks } from './utf8-chunks.ts';

/** Where the text of a file begins, and where its rows do. */
export type Source = { readonly path: string; readonly from: number };

/**
 * The slices of the rows from `rowsFrom` on. All the text is checked to be UTF-8 in the same reading, up to where a row
 * stops it. Throws NotUtf8 and HasZeros.
 */
export const rowSlices = async (
  { path, from }: Source,
  rowsFrom: number,
  marks: RowMarks,
): Promise<{ readonly slices: readonly Slice[]; readonly faults: readonly LineFault[] }> => {
  const scan = rowScan(rowsFrom, marks);
  let stopped: Stopped | undefined;
  for await (const { bytes, at } of utf8Chunks(path, from)) {
    stopped = scan.take(bytes.subarray(Math.max(0, rowsFrom - at)));
    if (stopped !== undefined) break;
  }
  const { stretches, stopped: end } = scan.finish(stopped);
  const slices = stretches.map((stretch) => ({ path, ...stretch }));
  if (end === undefined) return { slices, faults: [] };
  const line = await lineAt(path, from, end.at);
  return { slices, faults: [end.why === 'row-too-long' ? rowTooLong(line, marks.lineBytes) : quoteNotClosed(line)] };
};
