import type { Text } from '../../events/fault.ts';

/** What is the matter with a cell or a row, the worst first. */
export type Grade = 'fault' | 'violation' | 'undetermined';

/** The word with which every reason begins: colour alone would leave out whoever cannot see it, or prints in black. */
export const wordOf: Readonly<Record<Grade, Text>> = {
  fault: { zh: '错误', en: 'Fault' },
  violation: { zh: '违规', en: 'Violation' },
  undetermined: { zh: '无法判定', en: 'Undetermined' },
};

/** A cell by its column from 0. */
export type CellMark = { readonly at: number; readonly as: Grade; readonly text: Text };

/**
 * What is said of a row of the file. `line` is the row of the sheet, or the line of the text on which the row begins,
 * from 1. Marks are handed over in ascending order of it, one a row.
 */
export type RowMark = {
  readonly line: number;
  readonly verdict: Grade;
  readonly reason: Text;
  readonly cells: readonly CellMark[];
};

export type Marks = AsyncIterable<RowMark> | Iterable<RowMark>;

/** Takes the marks in step with rows that are read: a mark out of order would be lost without a word. */
export const marksInOrder = (marks: Marks) => {
  const from = Symbol.asyncIterator in marks ? marks[Symbol.asyncIterator]() : marks[Symbol.iterator]();
  let last = 0;
  return async (): Promise<RowMark | undefined> => {
    const { done, value } = await from.next();
    if (done) return undefined;
    if (value.line <= last) throw new Error(`marks are out of order: line ${value.line} after line ${last}`);
    last = value.line;
    return value;
  };
};
