import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lineWriter, readLines } from './lines.ts';

// Rows of a slice whose key another row of the file has too, one a line: all rows of a file may be such.

export type Twice = {
  readonly row: number;
  readonly line: number;
  /** Of the whole file. */
  readonly otherRow: number;
  readonly recordId: string;
};

const fileOf = (work: string, slice: number): string => join(work, `twice-${slice}`);

/** Writes them as they come, in order of row. */
export const twiceWriter = (work: string, slice: number) => {
  const { add, close } = lineWriter(fileOf(work, slice));
  return {
    add: ({ row, line, otherRow, recordId }: Twice): void => add(JSON.stringify([row, line, otherRow, recordId])),
    close,
  };
};

export function* readTwice(work: string, slice: number): Generator<Twice> {
  if (!existsSync(fileOf(work, slice))) return;
  for (const text of readLines(fileOf(work, slice))) {
    const [row, line, otherRow, recordId] = JSON.parse(text) as [number, number, number, string];
    yield { row, line, otherRow, recordId };
  }
}
