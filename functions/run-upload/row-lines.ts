import type { MovingUpload } from '../../events/upload.ts';
import type { CopyDeps, CutFile, JudgedSlice } from './deps.ts';
import { sliceHow } from './judge-upload-slice.ts';

/** On which line of the file, or row of the sheet, these rows stand. Throws Error for one that is on none. */
export const rowLines = async (
  rows: Iterable<number>,
  slices: readonly JudgedSlice[],
  offsets: readonly number[],
  { upload, cut, deps }: { readonly upload: MovingUpload; readonly cut: CutFile; readonly deps: CopyDeps },
): Promise<(row: number) => number> => {
  const bySlice = Map.groupBy(rows, (row) => offsets.findLastIndex((offset) => offset < row));
  const how = sliceHow(upload, cut, deps.kinds);
  const lines = new Map<number, number>();
  let before = cut.firstLine - 1;
  for (const [n, slice] of slices.entries()) {
    const here = bySlice.get(n);
    if (here !== undefined) {
      const bytes = await deps.sliceBytes(upload.id, n, cut.slices[n]!);
      const own = new Set(here.map((row) => row - offsets[n]!));
      const linesBefore = cut.rows.numbered ? 0 : before;
      deps.linesIn(bytes, how, (row, line) => {
        if (own.has(row)) lines.set(row + offsets[n]!, linesBefore + line);
      });
    }
    before += slice.lines;
  }
  return (row) => {
    const line = lines.get(row);
    if (line === undefined) throw new Error(`row ${row} of upload ${upload.id} is on no line`);
    return line;
  };
};
