import { parse } from 'csv-parse/sync';
import type { AnyRecord, Contract } from '../../events/contract.ts';
import type { Fault } from '../../events/fault.ts';
import type { Row } from '../../events/read-row.ts';
import type { RowForm } from '../files/prepared.ts';
import { eachCsvRow, linesOf, UnusualQuotes, unixLines } from './csv-rows.ts';
import type { WithoutOffset } from './judge-slice.ts';
import { cellRowReader, cellTextOf, type ReadRow, recordOf, valueRowReader } from './row-reader.ts';

/** A row of a slice as read: a record, or what is wrong with it. */
export type SliceRow = { readonly row: number; readonly line: number } & ReadRow;

type Taken = { readonly lines: number; readonly withoutOffset: readonly WithoutOffset[] };
type EachRow = (bytes: Uint8Array, take: (row: SliceRow) => void) => Taken;

type CsvForm = RowForm & { readonly form: 'csv' };
type JsonForm = RowForm & { readonly form: 'ndjson' };
type Read<T> = (given: T, row: number, most: number) => ReadRow;

/** In digits and marks of any input method, with whatever nobody sees behind them. */
const saysOffset = (text: string): boolean =>
  /(?:Z|[+-]\d{2}:?\d{2})[^\dA-Z]*$/i.test(/[^ -~]/.test(text) ? text.normalize('NFKC') : text);

/** Counts the instants that were read as China's time because they did not say whose. */
const offsetCounter = (contract: Contract) => {
  const names = Object.entries(contract.fields).flatMap(([name, { type }]) => (type === 'instant' ? [name] : []));
  const found = new Map<string, { readonly row: number; readonly line: number; cells: number }>();
  return {
    names,
    see: (column: string, text: string, place: { readonly row: number; readonly line: number }): void => {
      if ((text.length === 25 && text.charCodeAt(19) === 43) || saysOffset(text)) return;
      const known = found.get(column);
      if (known === undefined) found.set(column, { ...place, cells: 1 });
      else known.cells += 1;
    },
    all: (): readonly WithoutOffset[] => [...found].map(([column, of]) => ({ column, ...of })),
  };
};

const cellsBeyond = (row: number, cells: number, headings: number): Fault => ({
  code: 'TOO_MANY_CELLS',
  row,
  found: String(cells),
  expected: { zh: `${headings} 格`, en: `${headings} cells` },
  cause: {
    zh: '该行的格数多于列名，可能有未加引号的分隔符，各格或已错位。',
    en: 'The row has more cells than there are headings: an unquoted delimiter may have shifted them.',
  },
  fix: { zh: '给含分隔符的格加上引号。', en: 'Quote the cell that holds the delimiter.' },
});

const malformedLine = (row: number): Fault => ({
  code: 'MALFORMED_JSON',
  row,
  expected: { zh: 'RFC 8259 的 JSON', en: 'JSON as in RFC 8259' },
  cause: {
    zh: '此处不是合法的 JSON：多为缺少引号或括号、末尾多逗号，或文件被截断。',
    en: 'This is not JSON: often a missing quote or bracket, a trailing comma, or a file cut short.',
  },
  fix: { zh: '改正该行，或重新导出文件。', en: 'Correct the line, or export the file again.' },
});

const unread = (row: number, fault: Fault): Row => ({ row, read: {}, faults: [fault], faultsTotal: 1 });

type TakeCells = (cells: readonly string[], line: number) => void;

const newlines = (text: string): number => text.split('\n').length - 1;

const quoteNotClosed = (row: number): Fault => ({
  code: 'MALFORMED_CSV',
  row,
  cause: {
    zh: '此行有引号未闭合，其后的内容无法分列。',
    en: 'A quote opened on this line is never closed: what follows cannot be told apart.',
  },
  fix: { zh: '补上引号，或将引号写成两个。', en: 'Close the quote, or write it twice.' },
});

/** The general parser's reading of a text with quotes where none should stand; `skip` hears of what it cannot read. */
const generalRows = (text: string, delimiter: string, take: TakeCells, skip: (line: number) => void): void => {
  const lines = linesOf(text);
  const skipped: number[] = [];
  const parsed: unknown = parse(text, {
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    info: true,
    raw: true,
    on_skip: (_, raw) => {
      // Nothing is skipped but a quote that is never closed: it reaches to the end of the text.
      skipped.push(lines - linesOf((raw ?? '').replace(/^\n+/, '')) + 1);
      return undefined;
    },
  });
  type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };
  for (const { record, info } of parsed as readonly Parsed[]) {
    take(record, info.lines - record.reduce((sum, cell) => sum + newlines(cell), 0));
  }
  for (const line of skipped) skip(line);
};

/** The rows of a text with quotes in it; undefined where one stands where none should. */
const quotedRows = (text: string, delimiter: string) => {
  const rows: (readonly [cells: readonly string[], line: number])[] = [];
  try {
    eachCsvRow(text, delimiter, (cells, line) => rows.push([cells, line]));
    return rows;
  } catch (error) {
    if (!(error instanceof UnusualQuotes)) throw error;
    return undefined;
  }
};

/** Every row of the text: by the quick scanner, or by the general parser from the start where that gives up. */
const scan = (text: string, delimiter: string, take: TakeCells, skip: (line: number) => void): void => {
  const rows = text.includes('"') ? quotedRows(text, delimiter) : [];
  if (rows === undefined) generalRows(text, delimiter, take, skip);
  else if (rows.length > 0) for (const [cells, line] of rows) take(cells, line);
  else eachCsvRow(text, delimiter, take);
};

/** Undefined where it is none: no text says it. */
const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isBlank = (cells: readonly string[], from: number): boolean => {
  for (let at = from; at < cells.length; at += 1) if (cells[at]!.trim() !== '') return false;
  return true;
};

/** The columns as they stand behind the number of the row, where there is one. */
const columnsIn = ({ columns, numbered }: CsvForm) =>
  numbered ? columns.map((column) => ({ ...column, at: column.at + 1 })) : columns;

const csvRows = (contract: Contract, form: CsvForm, read: Read<readonly string[]>, most: number): EachRow => {
  const { columns, delimiter, numbered } = form;
  const first = numbered ? 1 : 0;
  const shifted = columnsIn(form);
  const width = columns.length + first;
  return (bytes, take) => {
    const text = unixLines(new TextDecoder().decode(bytes));
    const offsets = offsetCounter(contract);
    const dated = shifted.filter(({ name }) => name !== undefined && offsets.names.includes(name));
    let row = 0;
    const takeCells = (cells: readonly string[], at: number): void => {
      if (isBlank(cells, first)) return;
      row += 1;
      const line = numbered ? Number(cells[0]) : at;
      if (cells.length > width && !isBlank(cells, width)) {
        take({ row, line, refused: unread(row, cellsBeyond(row, cells.length - first, columns.length)) });
        return;
      }
      const one = read(cells, row, most);
      // Of a faulty row too: what can be read of it is read in the same way once it is corrected.
      const known: Readonly<Record<string, unknown>> = one.record ?? one.refused.read;
      for (const { at: place, name } of dated) {
        const cell = cells[place];
        if (cell !== undefined && cell !== '' && known[name!] != null) offsets.see(name!, cell, { row, line });
      }
      take({ row, line, ...one });
    };
    const skip = (at: number): void => {
      row += 1;
      take({ row, line: numbered ? 0 : at, refused: unread(row, quoteNotClosed(row)) });
    };
    scan(text, delimiter, takeCells, skip);
    return { lines: linesOf(text), withoutOffset: offsets.all() };
  };
};

const jsonRows = (contract: Contract, { numbered }: JsonForm, read: Read<unknown>, most: number): EachRow => {
  return (bytes, take) => {
    const text = unixLines(new TextDecoder().decode(bytes));
    const offsets = offsetCounter(contract);
    let row = 0;
    let at = 0;
    for (let from = 0; from < text.length; ) {
      const found = text.indexOf('\n', from);
      const end = found === -1 ? text.length : found;
      const tab = numbered ? text.indexOf('\t', from) : -1;
      const written = text.slice(tab === -1 || tab > end ? from : tab + 1, end);
      at += 1;
      const line = tab === -1 || tab > end ? at : Number(text.slice(from, tab));
      from = end + 1;
      if (written.trim() === '') continue;
      row += 1;
      const value = parsedJson(written);
      if (value === undefined) {
        take({ row, line, refused: unread(row, malformedLine(row)) });
        continue;
      }
      const one = read(value, row, most);
      const known: Readonly<Record<string, unknown>> = one.record ?? one.refused?.read ?? {};
      for (const name of offsets.names) {
        if (known[name] != null) offsets.see(name, (value as Record<string, string>)[name]!, { row, line });
      }
      take({ row, line, ...one });
    }
    return { lines: linesOf(text), withoutOffset: offsets.all() };
  };
};

/** Reads the rows of a slice in its form; of each row at most `most` faults are described. Blank rows are none. */
export const eachRow = (contract: Contract, form: RowForm, most: number): EachRow =>
  form.form === 'csv'
    ? csvRows(contract, form, cellRowReader(contract, columnsIn(form), form.numbered), most)
    : jsonRows(contract, form, valueRowReader(contract), most);

/** The same rows with what they say, held against no contract: cells as `readCell` reads them, or values of JSON. */
export const eachValue = (contract: Contract, form: RowForm): EachRow => {
  const asIs = (value: unknown): ReadRow => ({ record: value as AnyRecord });
  if (form.form === 'ndjson') return jsonRows(contract, form, asIs, 1);
  const textOf = cellTextOf(form.numbered);
  return csvRows(contract, form, (cells) => asIs(recordOf(contract, columnsIn(form), cells, textOf)), 1);
};
