import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../../events/records/kinds.generated.ts';
import type { Column } from '../../../functions/files/prepared.ts';
import { eachCsvRow, linesOf, UnusualQuotes, unixLines } from '../../../functions/judge-slice/csv-rows.ts';
import { eachRow } from '../../../functions/judge-slice/each-row.ts';
import { cellRowReader, type ReadRow } from '../../../functions/judge-slice/row-reader.ts';

type Found = { readonly line: number; readonly cells: readonly string[] };

const quickly = (text: string, delimiter: string): readonly Found[] | 'unusual' => {
  const rows: Found[] = [];
  try {
    eachCsvRow(text, delimiter, (cells, line) => rows.push({ line, cells }));
    return rows;
  } catch (error) {
    if (error instanceof UnusualQuotes) return 'unusual';
    throw error;
  }
};

const newlines = (text: string): number => text.split('\n').length - 1;

/** What a parser of others makes of it, each row by the line on which it begins. */
const byParser = (text: string, delimiter: string): readonly Found[] => {
  const parsed = parse(text, {
    ...{ delimiter, record_delimiter: '\n', info: true },
    ...{ relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
  }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
  return parsed.map(({ record, info: { lines } }) => ({
    line: lines - record.reduce((sum, cell) => sum + newlines(cell), 0),
    cells: record,
  }));
};

const delimiter = fc.constantFrom(',', ';', '\t', '，');
const piece = (by: string) =>
  fc.constantFrom('"', '""', by, by, '\n', '\n', '\n\n', 'a', '甲乙', ' ', '"a"', `"a${by}\nb""c"`, '😀', "'");
const anyText = delimiter.chain((by) =>
  fc.tuple(
    fc.array(piece(by), { maxLength: 24 }).map((parts) => parts.join('')),
    fc.constant(by),
  ),
);

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
/** A table as RFC 4180 has it: ragged, with blank lines, whatever needs quotes in quotes, and some that does not. */
const soundText = delimiter.chain((by) => {
  const cell = fc
    .tuple(fc.array(fc.constantFrom('"', by, '\n', 'a', '乙', ' '), { maxLength: 4 }), fc.boolean())
    .map(([parts, always]) => [parts.join(''), always] as const);
  const row = fc.array(cell, { minLength: 1, maxLength: 4 });
  const written = (cells: readonly (readonly [text: string, always: boolean])[]) =>
    cells.map(([text, always]) => (always || /["\n]/.test(text) || text.includes(by) ? quoted(text) : text)).join(by);
  const lines = fc.array(fc.tuple(row, fc.constantFrom('\n', '\n', '\n\n')), { maxLength: 6 });
  return lines.map((rows) => ({
    by,
    text: rows.map(([cells, end]) => written(cells) + end).join(''),
    cells: rows.map(([cells]) => cells).filter((cells) => cells.length > 1 || cells[0]![0] !== '' || cells[0]![1]),
  }));
});

describe('the quick scanner of tables', () => {
  it('splits any text as a parser of others does, or says that its quotes are unusual', () => {
    let split = 0;
    fc.assert(
      fc.property(anyText, ([text, by]) => {
        const rows = quickly(text, by);
        if (rows === 'unusual') return;
        split += 1;
        expect(rows).toEqual(byParser(text, by));
      }),
      { numRuns: 2_000 },
    );
    expect(split).toBeGreaterThan(200);
  });

  it('reads every sound table itself: nothing in it is unusual', () => {
    fc.assert(
      fc.property(soundText, ({ text, by, cells }) => {
        const rows = quickly(text, by);
        expect(rows).not.toBe('unusual');
        expect(rows).toEqual(byParser(text, by));
        expect((rows as readonly Found[]).map((row) => row.cells)).toEqual(
          cells.map((row) => row.map(([cell]) => cell)),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes line ends of every system for the same, once they are written alike', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('\r\n', '\r'), ([text, by], end) => {
        const other = unixLines(text.replaceAll('\n', end));
        expect(quickly(other, by)).toEqual(quickly(text, by));
        expect(linesOf(other)).toBe(linesOf(text));
      }),
      { numRuns: 500 },
    );
  });

  it('counts a last line whether or not it is ended', () => {
    expect(['', 'a', 'a\n', 'a\nb', '\n\n'].map(linesOf)).toEqual([0, 1, 1, 2, 2]);
  });
});

const phoneCard = kinds['phone-card']!;
const names = ['recordId', 'openedAt', 'addressRecorded', undefined];
const columns = names.map((name, at): Column => ({ at, heading: name ?? '备注', ...(name !== undefined && { name }) }));

const told = ({ record, refused }: ReadRow) => ({
  read: Object.entries(record ?? refused.read).filter(([, value]) => value !== undefined),
  codes: refused?.faults.map(({ code }) => code) ?? [],
});

const rowsOf = (text: string, by: string) => {
  const found: (ReturnType<typeof told> & { readonly line: number })[] = [];
  const form = { form: 'csv', delimiter: by, columns, numbered: false } as const;
  const taken = eachRow(
    phoneCard,
    form,
    50,
  )(new TextEncoder().encode(text), ({ row, line, ...one }) => {
    expect(row).toBe(found.length + 1);
    found.push({ line, ...told(one) });
  });
  return { found, lines: taken.lines };
};

const isBlank = (cell: string) => cell.trim() === '';

describe('the rows of a table', () => {
  it('are those of a parser of others where quotes are unusual, each on the line where it begins', () => {
    fc.assert(
      fc.property(anyText, ([text, by]) => {
        // What its parser refuses altogether is a fault of its own, tried below.
        let expected: readonly Found[];
        try {
          expected = byParser(text, by);
        } catch {
          return;
        }
        const read = cellRowReader(phoneCard, columns);
        const { found, lines } = rowsOf(text, by);
        const rows = expected.filter(({ cells }) => !cells.every(isBlank));
        expect(found).toEqual(
          rows.map(({ cells, line }, at) =>
            cells.slice(columns.length).every(isBlank)
              ? { line, ...told(read(cells, at + 1, 50)) }
              : { line, read: [], codes: ['TOO_MANY_CELLS'] },
          ),
        );
        expect(lines).toBe(linesOf(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are read before and after one whose quote is never closed, which is a fault by its line', () => {
    const { found } = rowsOf(
      'A-1,2023-04-01T09:10:00+08:00,是,x\n\nA-2,2023-04-01T09:10:00+08:00,是,"x"y\nA-3,"2023',
      ',',
    );
    expect(found.at(-1)).toEqual({ line: 4, read: [], codes: ['MALFORMED_CSV'] });
    const ids = found.map(({ line, read }) => [line, read[0]?.[1]]);
    expect(ids).toEqual([
      [1, 'A-1'],
      [3, 'A-2'],
      [4, undefined],
    ]);
  });

  it('are faults where they have more cells than there are headings, unless those are blank', () => {
    const row = 'A-1,2023-04-01T09:10:00+08:00,是,x';
    expect(rowsOf(`${row},,\n${row},y\n${row}`, ',').found.map(({ codes }) => codes)).toEqual([
      [],
      ['TOO_MANY_CELLS'],
      [],
    ]);
  });
});
