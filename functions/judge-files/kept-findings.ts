import type { Finding } from '../../events/finding.ts';
import { foundReader, keptWriter, type Told } from './found-lines.ts';
import type { FileFinding } from './judge-files.ts';

/**
 * Findings of a file's rows that were kept with its submission, put onto the disk: its marks need them in order of row,
 * verdict by verdict, and all of them may be more than memory holds. They come in order of verdict, then of row.
 */
export const keptFindings = async (work: string, chunks: AsyncIterable<readonly Finding[]>) => {
  const rows = new Set<number>();
  const { write, close } = keptWriter(work);
  let slices = 0;
  for await (const chunk of chunks) {
    const ofRows = chunk.filter(({ row }) => row > 0);
    for (const { row } of ofRows) rows.add(row);
    write(slices, ofRows);
    slices += 1;
  }
  close();
  const read = foundReader(work, 1);
  return {
    rows: rows as ReadonlySet<number>,
    found: function* (verdict: Told, lineOf: (row: number) => number): Iterable<FileFinding> {
      for (let slice = 0; slice < slices; slice += 1) {
        for (const one of read(slice, verdict, undefined)) yield { ...one, line: lineOf(one.row), verdict };
      }
    },
  };
};
