import { join } from 'node:path';
import type { HeadRow } from './headings.ts';
import { kindNotSaid, otherKind, unknownKind } from './kind-faults.ts';
import type { Limits } from './limits.ts';
import type { PrepareOptions } from './prepare-options.ts';
import type { Prepared, Unreadable } from './prepared.ts';
import { templateSheet } from './template-marks.ts';
import { oldTemplate, readTemplateRows, type Template } from './template-version.ts';
import { noRecords } from './unreadable.ts';
import { type Book, type BookSheet, readBook } from './workbook/book.ts';
import { chooseTable } from './workbook/choose-table.ts';
import { type Container, openContainer } from './workbook/container.ts';
import { readNumberFormats } from './workbook/number-formats.ts';
import { readSharedStrings } from './workbook/shared-strings.ts';
import { noSheet } from './workbook/sheet-faults.ts';
import { type CellContext, readSheet } from './workbook/sheet-rows.ts';
import { mayHoldRecords, rowsOfHead, tableOfSheet, widestOf } from './workbook/table-of-sheet.ts';
import { UnreadableWorkbook } from './workbook/unreadable-workbook.ts';
import { writeRecords } from './workbook/write-records.ts';

// Container and XML are read by yauzl and saxes, cells by what stands here. Measured on 100,000 × 20 cells of shared
// strings: hucre's streaming reader 54,000 rows/s and 480 MB, yauzl with saxes 105,000 rows/s and 82 MB; and hucre's rows
// do not tell what must be told of a cell: that it is a formula, merged or hidden, and in which format a date is shown.

const unreadable = (...faults: Unreadable['faults']): Unreadable => ({ format: 'xlsx', faults });

const contextOf = async (container: Container, book: Book, { work, limits }: PrepareOptions): Promise<CellContext> => {
  const part = (name: string | undefined) =>
    name !== undefined && container.names.has(name.toLowerCase()) ? name : undefined;
  const styles = part(book.styles);
  const strings = part(book.sharedStrings);
  const formats =
    styles === undefined ? [] : await readNumberFormats(styles, container.read(styles.toLowerCase()), limits);
  const shared =
    strings === undefined
      ? undefined
      : await readSharedStrings(strings, container.read(strings.toLowerCase()), limits, join(work, 'shared-strings'));
  return { strings: shared, formats, is1904: book.is1904, days: new Set() };
};

/** A head ends where so many rows are blank: people format whole sheets, a million rows of which hold nothing. */
const blankAfterHead = 1_000;

/** The first rows of a sheet that have something in them. */
const headOf = async (
  container: Container,
  { part }: BookSheet,
  context: CellContext,
  limits: Limits,
  most: number,
): Promise<readonly HeadRow[]> => {
  const head: HeadRow[] = [];
  await readSheet(container, part, context, limits, {
    mostBlank: blankAfterHead,
    row: ({ number, cells }) => {
      if (cells.some((cell) => cell.trim() !== '')) head.push({ cells, line: number });
      return head.length < most;
    },
  });
  return head;
};

/** What the template that a workbook was made from says of itself. */
const templateIn = async (
  container: Container,
  book: Book,
  context: CellContext,
  limits: Limits,
): Promise<Template | undefined> => {
  const sheet = book.sheets.find(({ name }) => name === templateSheet);
  if (sheet === undefined) return undefined;
  const rows = await headOf(container, sheet, context, limits, limits.columns);
  return readTemplateRows(rows.map(({ cells }) => cells));
};

const prepare = async (
  container: Container,
  book: Book,
  context: CellContext,
  { contract: given, kinds, work, sliceBytes, limits }: PrepareOptions,
): Promise<Prepared | Unreadable> => {
  const sheets = book.sheets.filter(mayHoldRecords);
  if (sheets.length === 0) return unreadable(noSheet(book.sheets.map(({ name }) => name)));
  const template = await templateIn(container, book, context, limits);
  const kind = template?.kind;
  if (kind !== undefined && !Object.hasOwn(kinds, kind)) return unreadable(unknownKind(kinds, kind));
  if (kind !== undefined && given !== undefined && given.kind !== kind) return unreadable(otherKind(given.kind, kind));
  const contract = given ?? (kind === undefined ? undefined : kinds[kind]!);

  const heads: { readonly sheet: BookSheet; readonly head: readonly HeadRow[] }[] = [];
  for (const sheet of sheets) {
    const head = await headOf(container, sheet, context, limits, rowsOfHead);
    if (head.length > 0) heads.push({ sheet, head });
  }
  if (heads.length === 0) return unreadable(noRecords);
  if (contract === undefined)
    return unreadable(
      kindNotSaid(
        kinds,
        heads.map(({ head }) => widestOf(head, limits)),
      ),
    );
  const tables = heads.map(({ sheet, head }) => tableOfSheet(sheet, head, contract, limits));
  const chosen = chooseTable(tables);
  if (chosen.table === undefined) return unreadable(...chosen.faults);

  const { table } = chosen;
  const days = table.headings.columns.filter(({ name }) => name && contract.fields[name]?.type === 'date');
  const cells = { ...context, days: new Set(days.map(({ at }) => at)) };
  const written = await writeRecords(container, table, cells, limits, join(work, 'rows.csv'), sliceBytes);
  const old = template === undefined ? undefined : oldTemplate(contract, template);
  const faults = [...table.headings.faults, ...written.faults];
  if (written.slices.length === 0) return unreadable(...faults, noRecords);
  return {
    format: 'xlsx',
    encoding: 'utf-8',
    isGzipped: false,
    ...(kind === undefined ? {} : { kind }),
    rows: { form: 'csv', delimiter: ',', columns: table.headings.columns, numbered: true },
    slices: written.slices,
    firstLine: 1,
    sheet: { name: table.sheet.name, part: table.sheet.part, headingRow: table.headings.line },
    faults,
    warnings: [
      ...(old === undefined ? [] : [old]),
      ...chosen.warnings,
      // The sheet that a template hides tells more than its example row: what has changed since.
      ...table.headings.warnings.filter(({ code }) => old === undefined || code !== old.code),
      ...written.warnings,
    ],
  };
};

/**
 * Reads a workbook once, row by row, and writes its records as slices of CSV into `work`. Memory does not grow with its
 * rows; texts shared by cells are kept in a file where there are many.
 */
export const prepareWorkbook = async (path: string, options: PrepareOptions): Promise<Prepared | Unreadable> => {
  try {
    const container = await openContainer(path, options.limits);
    try {
      const book = await readBook(container, options.limits);
      const context = await contextOf(container, book, options);
      try {
        return await prepare(container, book, context, options);
      } finally {
        context.strings?.close();
      }
    } finally {
      container.close();
    }
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return unreadable(error.fault);
    throw error;
  }
};
