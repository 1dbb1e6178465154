import { parse } from 'csv-parse/sync';
import { fieldOfHeading, readCell } from '../events/cells.ts';
import type { Contract } from '../events/contract.ts';
import type { Fault } from '../events/fault.ts';
import { nearest } from '../events/nearest.ts';
import { type LineFault, type Rows, type SourceRow, unreadRow } from './audit-json.ts';

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

const newlines = (text: string): number => text.split('\n').length - 1;

const quoteNotClosed = (line: number): LineFault => ({
  code: 'MALFORMED_CSV',
  line,
  cause: {
    zh: '此行有引号未闭合，其后的内容无法分列。',
    en: 'A quote opened on this line is never closed: what follows cannot be told apart.',
  },
  fix: { zh: '补上引号，或将引号写成两个。', en: 'Close the quote, or write it twice.' },
});

/** Which of the usual delimiters the heading line uses most. */
const delimiterOf = (text: string): string => {
  const heading = text.slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'));
  const times = (delimiter: string) => heading.split(delimiter).length;
  return [',', '\t', ';', '，'].reduce((best, one) => (times(one) > times(best) ? one : best));
};

/** Cells of each line, and the line on which each begins: a quoted cell may hold line breaks. */
const cellsOf = (text: string) => {
  const faults: LineFault[] = [];
  // The parser counts \r\n inside a quote as two lines, so there is none left when it starts.
  const parsed: unknown = parse(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'), {
    delimiter: delimiterOf(text),
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    info: true,
    raw: true,
    on_skip: (error, raw) => {
      faults.push(quoteNotClosed(Number(error?.lines ?? 1) - newlines(raw ?? '') + 1));
      return undefined;
    },
  });
  const lines = (parsed as readonly Parsed[]).map(({ record, info }) => ({
    cells: record,
    line: info.lines - record.reduce((sum, cell) => sum + newlines(cell), 0),
  }));
  return { lines, faults };
};

const headingsOf = ({ fields }: Contract): string =>
  Object.values(fields)
    .map(({ zh }) => zh)
    .join('、');
const headingsInEnglish = ({ fields }: Contract): string =>
  Object.values(fields)
    .map(({ en }) => en)
    .join(', ');

const unknownColumn = (contract: Contract, heading: string): Fault => {
  const headings = Object.entries(contract.fields).flatMap(([name, { zh, en, synonyms }]) => [
    name,
    zh,
    en,
    ...synonyms,
  ]);
  const near = nearest(heading, headings);
  return {
    code: 'UNKNOWN_COLUMN',
    column: heading,
    found: heading,
    cause: {
      zh: `“${heading}”不是 ${contract.kind} 的列；该列未读取。`,
      en: `“${heading}” is not a column of ${contract.kind}; it was not read.`,
    },
    fix: near
      ? { zh: `改为“${near}”，或删去该列。`, en: `Name it “${near}”, or delete the column.` }
      : { zh: '删去该列，或改为已知列名。', en: 'Delete the column, or give it a known heading.' },
  };
};

const columnTwice = (heading: string, first: string): Fault => ({
  code: 'DUPLICATE_COLUMN',
  column: heading,
  found: heading,
  cause: {
    zh: `“${heading}”与“${first}”是同一列；只读取前者“${first}”。`,
    en: `“${heading}” is the same column as “${first}”; only “${first}” was read.`,
  },
  fix: { zh: '两列只留一列。', en: 'Keep one of the two.' },
});

const columnMissing = ({ kind, fields }: Contract, name: string): Fault => ({
  code: 'MISSING_COLUMN',
  column: name,
  expected: { zh: `列“${fields[name]?.zh}”`, en: `a column “${fields[name]?.en}”` },
  cause: {
    zh: `${kind} 的每条记录都必须有“${fields[name]?.zh}”，文件没有这一列，各行均未判定。`,
    en: `Every record of ${kind} needs “${fields[name]?.en}”; the file has no such column, so no row was judged.`,
  },
  fix: { zh: '补上该列，或改正列名。', en: 'Add the column, or correct its heading.' },
});

type Column = { readonly heading: string; readonly name?: string };

/** Each column's field, where it is known, and what is wrong with the heading line. */
const columnsOf = (contract: Contract, headings: readonly string[], filled: (at: number) => boolean) => {
  const faults: Fault[] = [];
  const firstOf = new Map<string, string>();
  const columns = headings.map((written, at): Column => {
    const heading = written.trim();
    const name = fieldOfHeading(contract, heading);
    if (name === undefined) {
      if (heading !== '' || filled(at)) faults.push(unknownColumn(contract, heading));
      return { heading };
    }
    const first = firstOf.get(name);
    if (first !== undefined) {
      faults.push(columnTwice(heading, first));
      return { heading };
    }
    firstOf.set(name, heading);
    return { heading, name };
  });
  const needed = [...contract.naturalKey, ...contract.lawDates];
  const missing = needed.filter((name) => !firstOf.has(name)).map((name) => columnMissing(contract, name));
  return { columns, headings: firstOf, missing, faults };
};

const noHeadings = (contract: Contract, line: number, found: string): LineFault => ({
  code: 'NO_HEADINGS',
  line,
  found: found.slice(0, 80),
  expected: {
    zh: `首行为列名，例如：${headingsOf(contract)}`,
    en: `a first line of headings, such as: ${headingsInEnglish(contract)}`,
  },
  cause: { zh: '首行没有任何已知列名。', en: 'The first line has no heading that is known.' },
  fix: { zh: '在首行写列名。', en: 'Put the headings on the first line.' },
});

const cellsBeyond = (row: number, line: number, cells: number, headings: number): LineFault => ({
  code: 'TOO_MANY_CELLS',
  row,
  line,
  found: String(cells),
  expected: { zh: `${headings} 格`, en: `${headings} cells` },
  cause: {
    zh: '该行的格数多于列名，可能有未加引号的分隔符，各格或已错位。',
    en: 'The row has more cells than there are headings: an unquoted delimiter may have shifted them.',
  },
  fix: { zh: '给含分隔符的格加上引号。', en: 'Quote the cell that holds the delimiter.' },
});

/**
 * Records of a CSV text with headings on its first line, in either language or by field name. A cell that cannot be read
 * is a fault of its row; a row with one is not judged.
 */
export const csvRows = (contract: Contract, text: string): Rows => {
  const { lines, faults: broken } = cellsOf(text);
  const [heading, ...body] = lines;
  if (heading === undefined) return { rows: [], faults: broken };
  const filled = (at: number) => body.some(({ cells }) => (cells[at] ?? '').trim() !== '');
  const { columns, headings, missing, faults: ofColumns } = columnsOf(contract, heading.cells, filled);
  if (headings.size === 0) {
    return { rows: [], faults: [noHeadings(contract, heading.line, heading.cells.join(',')), ...broken] };
  }
  const faults: LineFault[] = [...ofColumns, ...missing].map((fault) => ({ ...fault, line: heading.line }));
  const written = body.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));

  const rows = written.map(({ cells, line }, at): SourceRow => {
    const row = at + 1;
    if (missing.length > 0) return unreadRow(line);
    if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
      faults.push(cellsBeyond(row, line, cells.length, columns.length));
      return unreadRow(line);
    }
    const record: Record<string, unknown> = {};
    columns.forEach(({ name }, column) => {
      const cell = cells[column] ?? '';
      if (name !== undefined && cell.trim() !== '') record[name] = readCell(contract.fields[name]!, cell);
    });
    return { value: record, line };
  });
  return { rows, faults: [...faults, ...broken], headings };
};
