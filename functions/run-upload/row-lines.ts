import type { MovingUpload } from '../../events/upload.ts';
import type { CopyDeps, CutFile } from './deps.ts';
import { sliceHow } from './judge-upload-slice.ts';
import { type SliceInFile, sliceOf } from './put-together.ts';

/** On which line of the file, or row of the sheet, these rows stand. Throws Error for one that is on none. */
export const rowLines = async (
  rows: Iterable<number>,
  slices: readonly SliceInFile[],
  { upload, cut, deps }: { readonly upload: MovingUpload; readonly cut: CutFile; readonly deps: CopyDeps },
): Promise<(row: number) => number> => {
  const bySlice = Map.groupBy(rows, (row) => sliceOf(slices, row));
  const how = sliceHow(upload, cut, deps.kinds);
  const lines = new Map<number, number>();
  for (const [n, { before, linesBefore }] of slices.entries()) {
    const here = bySlice.get(n);
    if (here === undefined) continue;
    const bytes = await deps.sliceBytes(upload.id, n, cut.slices[n]!);
    const own = new Set(here.map((row) => row - before));
    deps.linesIn(bytes, how, (row, line) => {
      if (own.has(row)) lines.set(row + before, linesBefore + line);
    });
  }
  return (row) => {
    const line = lines.get(row);
    if (line === undefined) throw new Error(`row ${row} of upload ${upload.id} is on no line`);
    return line;
  };
};
