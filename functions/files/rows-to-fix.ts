import { rm } from 'node:fs/promises';
import { type AnnotateCsv, annotateCsv } from './annotate-csv.ts';
import { type Annotate, type Annotated, annotateWorkbook, type NotAnnotated } from './annotate-workbook.ts';
import { type Kept, keepRows } from './keep-rows.ts';
import { type Marks, marksInOrder, type RowMark } from './marks.ts';

async function* noting(marks: Marks, lines: number[]): AsyncGenerator<RowMark> {
  const take = marksInOrder(marks);
  for (let mark = await take(); mark; mark = await take()) {
    lines.push(mark.line);
    yield mark;
  }
}

export type WorkbookToFix = Annotated & Pick<Kept, 'formulasWithoutValue'>;

/**
 * The uploader's workbook with only the rows that have a mark, to be corrected and uploaded again: headings, columns and
 * other sheets as they were, reasons beside the rows, values in the place of formulas. `recordsFrom` is the first row that
 * may be a record; what stands above it stays.
 */
export const workbookRowsToFix = async (
  ask: Annotate & { readonly recordsFrom: number },
): Promise<WorkbookToFix | NotAnnotated> => {
  const { recordsFrom, ...annotate } = ask;
  const lines: number[] = [];
  const marked = `${ask.out}.marked`;
  try {
    const answer = await annotateWorkbook({ ...annotate, marks: noting(ask.marks, lines), out: marked });
    if (!answer.annotated) return answer;
    const kept = lines.filter((line) => line >= recordsFrom);
    const { formulasWithoutValue } = await keepRows({
      path: marked,
      sheet: ask.sheet,
      kept,
      recordsFrom,
      out: ask.out,
    });
    return { ...answer, formulasWithoutValue };
  } finally {
    await rm(marked, { force: true });
  }
};

/** The same of a table of text. `recordsFrom` is the first line that may be a record. */
export const csvRowsToFix = ({
  recordsFrom,
  ...ask
}: Omit<AnnotateCsv, 'onlyMarkedFrom'> & { readonly recordsFrom: number }): ReturnType<typeof annotateCsv> =>
  annotateCsv({ ...ask, onlyMarkedFrom: recordsFrom });
