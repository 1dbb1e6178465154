import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { annotateCsv } from './annotate-csv.ts';
import { annotateWorkbook } from './annotate-workbook.ts';
import { defaultLimits } from './limits.ts';
import type { Marks } from './marks.ts';
import type { Prepared, RowForm } from './prepared.ts';
import { csvRowsToFix, workbookRowsToFix } from './rows-to-fix.ts';
import { unpack } from './unpack.ts';

/** A table as it was read: what its copies need to know to be written the same way. */
export type ReadTable = Pick<Prepared, 'encoding' | 'isGzipped' | 'sheet' | 'firstLine'> & {
  readonly rows: RowForm & { readonly form: 'csv' };
};

type Answer = Awaited<ReturnType<typeof workbookRowsToFix | typeof annotateWorkbook | typeof annotateCsv>>;
export type TableCopies = { readonly annotated: Answer; readonly toFix: Answer };

export type CopyAsk = {
  readonly path: string;
  readonly read: ReadTable;
  /** All marks from the first on, each time it is asked. */
  readonly marks: () => Marks;
  readonly to: { readonly annotated: string; readonly toFix: string };
  readonly maxBytes?: number;
};

const ofWorkbook = async (path: string, { read, marks, to, maxBytes }: CopyAsk): Promise<TableCopies> => {
  const sheet = read.sheet!;
  const ask = { path, sheet, columns: read.rows.columns, ...(maxBytes !== undefined && { maxBytes }) };
  return {
    annotated: await annotateWorkbook({ ...ask, marks: marks(), out: to.annotated }),
    toFix: await workbookRowsToFix({ ...ask, marks: marks(), out: to.toFix, recordsFrom: sheet.headingRow + 1 }),
  };
};

/** A workbook that was packed once more is given back as a workbook: whoever opens it needs no other program. */
const ofPackedWorkbook = async (ask: CopyAsk): Promise<TableCopies> => {
  const work = await mkdtemp(join(tmpdir(), 'fanzha-copies-'));
  try {
    const path = await unpack(ask.path, work, defaultLimits);
    if (typeof path === 'string') return await ofWorkbook(path, ask);
    const not = { annotated: false, fault: path } as const;
    return { annotated: not, toFix: not };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};

/**
 * What comes back of a table: all of it with every fault and finding beside its row, and only the rows that have one, to
 * be corrected and sent again. Each is written or says why not.
 */
export const tableCopies = async (ask: CopyAsk): Promise<TableCopies> => {
  const { path, read, marks, to, maxBytes } = ask;
  const { encoding, isGzipped, firstLine, rows } = read;
  if (read.sheet !== undefined) return isGzipped ? ofPackedWorkbook(ask) : ofWorkbook(path, ask);
  const csv = {
    ...{ path, isGzipped, encoding, delimiter: rows.delimiter, columns: rows.columns, headingLine: firstLine - 1 },
    ...(maxBytes !== undefined && { maxBytes }),
  };
  return {
    annotated: await annotateCsv({ ...csv, marks: marks(), out: to.annotated }),
    toFix: await csvRowsToFix({ ...csv, marks: marks(), out: to.toFix, recordsFrom: firstLine }),
  };
};
