import { describe, expect, it } from 'vitest';
import { kinds } from '../../../events/records/kinds.generated.ts';
import { AUDIT_HEADING } from '../../../functions/files/audit-column.ts';
import { readHeadings } from '../../../functions/files/headings.ts';

const phoneCard = kinds['phone-card']!;

const read = (...rows: readonly (readonly string[])[]) =>
  readHeadings(
    phoneCard,
    rows.map((cells, at) => ({ cells, line: at + 1 })),
    1_000,
  );
const named = (found: ReturnType<typeof read>) => found.columns?.map(({ name }) => name);
const told = (found: ReturnType<typeof read>) => ('warnings' in found ? found.warnings.map(({ code }) => code) : []);

const headings = ['记录编号', '入网时间', '身份证号', '证件类型'];
const row = ['A-1', '2023-04-01 09:10', '46010519900101001X', '居民身份证'];

describe('the line of headings', () => {
  it('may have the column of an earlier answer, which is neither read nor told of', () => {
    const found = read([...headings, AUDIT_HEADING], [...row, '错误：…'], ['', '', '', '', '']);
    expect(found).toMatchObject({ faults: [], warnings: [] });
    expect(found.columns?.at(-1)).toEqual({ at: 4, heading: AUDIT_HEADING });
  });

  it('may have titles above it, in cells that were merged or not', () => {
    const found = read(['2026年10月电话卡自查表', '', '', ''], ['填报单位：', '甲公司', '', ''], headings, row);
    expect(found).toMatchObject({ at: 2, line: 3, recordsFrom: 3, faults: [], warnings: [] });
    expect(named(found)).toEqual(['recordId', 'openedAt', 'subjectId', 'idType']);
  });

  it('is told by synonyms, in any order and either language', () => {
    expect(named(read(['Document type', '证件号', 'openedAt', '流水号'], row.toReversed()))).toEqual([
      'idType',
      'subjectId',
      'openedAt',
      'recordId',
    ]);
  });

  it('is not sought below the twentieth row', () => {
    const titles = Array.from({ length: 20 }, () => ['说明', '', '']);
    expect(read(...titles.slice(1), headings, row)).toMatchObject({ at: 19 });
    expect(read(...titles, headings, row)).toMatchObject({ faults: [{ code: 'NO_HEADINGS', line: 1, found: '说明' }] });
  });

  it('without the columns that every record needs says which, and nothing can be judged', () => {
    expect(read(['证件号码', '证件类型'], ['1', '2'])).toMatchObject({
      faults: [
        { code: 'MISSING_COLUMN', column: 'recordId', line: 1 },
        { code: 'MISSING_COLUMN', column: 'openedAt', line: 1 },
      ],
    });
  });

  it('with one field twice reads the first and names both', () => {
    const found = read([...headings, '证件号码'], [...row, 'x']);
    expect(found).toMatchObject({ faults: [{ code: 'DUPLICATE_COLUMN', column: '证件号码' }] });
    expect(found.faults[0]!.cause.zh).toContain('“身份证号”');
    expect(named(found)).toEqual(['recordId', 'openedAt', 'subjectId', 'idType', undefined]);
  });

  it('with more columns than are read is refused by their number, known or not', () => {
    const wide = Array.from({ length: 16_384 }, (_, at) => `列${at}`);
    expect(read(wide)).toMatchObject({ faults: [{ code: 'TOO_MANY_COLUMNS', found: '16384' }] });
    expect(read([...headings, ...wide])).toMatchObject({ faults: [{ code: 'TOO_MANY_COLUMNS', found: '16388' }] });
  });
});

describe('columns that the kind does not have', () => {
  it('are kept; one that seems misspelt is named with the heading that is meant', () => {
    const found = read([...headings, '卡状态态', '客户经理姓名'], [...row, '在用', '某某']);
    expect(found.columns?.at(-2)).toEqual({ at: 4, heading: '卡状态态' });
    expect(found).toMatchObject({ faults: [], warnings: [{ code: 'UNKNOWN_COLUMN', column: '卡状态态' }, {}] });
    expect('warnings' in found && found.warnings[0]!.message.zh).toContain('是否应为“卡状态”');
    expect(told(found)).toEqual(['UNKNOWN_COLUMN', 'EXTRA_COLUMNS']);
  });

  it('are no columns where they are blank to the end', () => {
    const found = read([...headings, '', '', ''], [...row, '', ' ', '']);
    expect(found.columns).toHaveLength(4);
    expect(told(found)).toEqual([]);
  });

  it('that have cells and no heading are told by their place', () => {
    const found = read([...headings, '', ''], [...row, 'x', '']);
    expect(found.columns).toHaveLength(5);
    expect(found).toMatchObject({ warnings: [{ code: 'COLUMN_WITHOUT_HEADING', column: '5' }] });
  });

  it('are not made by a row that has more cells than the line of headings: its engine asks why', () => {
    expect(read(headings, [...row, 'x']).columns).toHaveLength(4);
  });
});

describe('rows under the headings', () => {
  it('that say the headings in the other language are no record', () => {
    const english = ['Record ID', 'Opened at', 'Document number', 'Document type'];
    expect(read(headings, english, row)).toMatchObject({ recordsFrom: 2 });
    expect(read(english, headings, row)).toMatchObject({ recordsFrom: 2 });
  });

  it('that say units, or what must be filled in, are no record', () => {
    expect(read(headings, ['（必填）', '（必填）', '', '选填'], row)).toMatchObject({ recordsFrom: 2 });
    expect(read(headings, ['-', '-', '-', '-'], row)).toMatchObject({ recordsFrom: 2 });
  });

  it.each(['示例', '示例-1', '（示例）', '例：A-1', '例:A-1', 'Example 1', '【示例】A-1'])(
    'marked %s are examples, which are counted and not read',
    (mark) => {
      const found = read(headings, [mark, ...row.slice(1)], [mark, ...row.slice(1)], row);
      expect(found).toMatchObject({ recordsFrom: 3, warnings: [{ code: 'EXAMPLE_ROW', line: 2 }] });
      expect('warnings' in found && found.warnings[0]!.message.zh).toMatch(/^2 行/);
    },
  );

  it('that are records stay records', () => {
    expect(read(headings, row, row)).toMatchObject({ recordsFrom: 1 });
    expect(read(headings, ['example.com-1', ...row.slice(1)])).toMatchObject({ recordsFrom: 1 });
    expect(read(headings)).toMatchObject({ recordsFrom: 1 });
  });
});
