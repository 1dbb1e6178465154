import { describe, expect, it } from 'vitest';
import { kinds } from '../../../events/records/kinds.generated.ts';
import { exampleId } from '../../../functions/files/template-marks.ts';
import { templateOf, templateRows, templateVersion } from '../../../functions/files/template-version.ts';
import { headings, prepare, record, rowXml } from './a-workbook.ts';
import { faultsOf, rowsOf, warningsOf } from './prepared-rows.ts';

const records = [headings, record(1), record(2)];
const guide = { name: '填报说明', rows: [['本表由各单位填报'], headings, ['说明', '说明']] };
const lines = (file: Awaited<ReturnType<typeof prepare>>) => rowsOf(file).map(([line]) => line);

describe('the sheet with the records', () => {
  it('is the one with headings, whatever stands before it', async () => {
    const sheets = [
      guide,
      { name: '空' },
      { name: '隐藏', state: 'hidden', rows: records },
      { name: '很隐藏', state: 'veryHidden', rows: records },
      {
        name: '统计',
        rows: [
          ['本月', '合计'],
          ['3', '4'],
        ],
      },
      { name: '十月', rows: [['电话卡自查表'], [], ...records] },
    ];
    const file = await prepare({ sheets });
    expect(lines(file)).toEqual(['4', '5']);
    expect(file).toMatchObject({
      format: 'xlsx',
      encoding: 'utf-8',
      isGzipped: false,
      sheet: { name: '十月', part: 'xl/worksheets/sheet6.xml', headingRow: 3 },
      faults: [],
      warnings: [],
    });
  });

  it('is not guessed where two have records', async () => {
    const file = await prepare({
      sheets: [
        { name: '九月', rows: records },
        { name: '十月', rows: records },
      ],
    });
    expect(file).toMatchObject({ format: 'xlsx', faults: [{ code: 'TWO_SHEETS', found: '九月、十月' }] });
    expect(file).not.toHaveProperty('slices');
  });

  it('is the template’s own where one of two is, and the other is named', async () => {
    const file = await prepare({
      sheets: [
        { name: '备份', rows: records },
        { name: '数据', rows: records },
      ],
    });
    expect(file).toMatchObject({ sheet: { name: '数据' }, warnings: [{ code: 'SHEETS_PASSED_OVER' }] });
    expect(JSON.stringify(file)).toContain('“备份”');
  });

  it('has no rival in one that lacks a required column, or that has headings alone', async () => {
    const lacking = {
      name: '名单',
      rows: [
        ['记录编号', '证件号码'],
        ['P-1', '1'],
      ],
    };
    const blank = { name: '待填', rows: [headings] };
    const file = await prepare({ sheets: [lacking, blank, { name: '十月', rows: records }] });
    expect(file).toMatchObject({ sheet: { name: '十月' }, warnings: [{ code: 'SHEETS_PASSED_OVER' }] });
    expect(faultsOf(await prepare({ sheets: [lacking, blank] }))).toEqual(['MISSING_COLUMN']);
  });

  it('is missed where no sheet has headings, is shown, or has anything', async () => {
    expect(
      await prepare({
        sheets: [
          {
            rows: [
              ['甲', '乙'],
              ['1', '2'],
            ],
          },
        ],
      }),
    ).toMatchObject({
      faults: [{ code: 'NO_HEADINGS', line: 1, found: '甲,乙' }],
    });
    expect(faultsOf(await prepare({ sheets: [guide] }))).toEqual(['NO_SHEET']);
    const hidden = await prepare({ sheets: [{ name: '隐藏', state: 'hidden', rows: records }] });
    expect(hidden).toMatchObject({ faults: [{ code: 'NO_SHEET', found: '隐藏' }] });
    expect(faultsOf(await prepare({ sheets: [{}, {}] }))).toEqual(['EMPTY_FILE']);
  });

  it('is of no kind where nobody said which', async () => {
    const file = await prepare({ sheets: [{ rows: records }] }, { kind: 'unsaid' });
    expect(file).toMatchObject({ faults: [{ code: 'KIND_NOT_SAID' }] });
  });

  it('may carry the template that it was made from', async () => {
    const template = templateOf(kinds['phone-card']!);
    const sheets = (columns: typeof template.columns) => [
      { name: '数据', rows: [headings, ['示例 phone-card-00000000', '1'], record(1)] },
      {
        name: '_template',
        state: 'veryHidden',
        rows: templateRows({ ...template, version: `phone-card-${columns.length}`, columns }),
      },
    ];
    const file = await prepare({ sheets: sheets(template.columns.slice(1)) }, { kind: 'unsaid' });
    expect(file).toMatchObject({ kind: 'phone-card', warnings: [{ code: 'OLD_TEMPLATE' }, { code: 'EXAMPLE_ROW' }] });
    expect(JSON.stringify(file)).toContain('新增“记录编号”');
    expect(faultsOf(await prepare({ sheets: sheets([]) }, { kind: 'bank-account' }))).toEqual(['OTHER_KIND']);
  });
});

describe('the rows of a sheet', () => {
  it('keep their numbers, and blank ones are none', async () => {
    const rows = [[], headings, [], record(1), ['', ' ', ''], [], record(2), []];
    expect(lines(await prepare({ sheets: [{ rows }] }))).toEqual(['4', '7']);
  });

  it('begin below the headings of the other language, and the example', async () => {
    const english = ['Record ID', 'Opened at', 'Phone number', 'Document number'];
    const example = [exampleId(templateVersion(kinds['phone-card']!)), ...record(0).slice(1)];
    const file = await prepare({ sheets: [{ rows: [headings, english, example, record(1)] }] });
    expect(lines(file)).toEqual(['4']);
    expect(warningsOf(file)).toEqual(['EXAMPLE_ROW']);
  });

  it('are none where only headings were filled in, or an example', async () => {
    const file = await prepare({ sheets: [{ rows: [headings, ['示例', '1']] }] });
    expect(faultsOf(file)).toEqual(['EMPTY_FILE']);
  });

  it('that are hidden or filtered are read, and counted', async () => {
    const rowAttributes = { 3: ' hidden="1"', 4: ' hidden="true"' };
    const rows = [...records, []];
    const hidden = await prepare({ sheets: [{ rows, rowAttributes }] });
    expect(lines(hidden)).toEqual(['2', '3']);
    expect(hidden).toMatchObject({ faults: [], warnings: [{ code: 'HIDDEN_ROWS', line: 3 }] });
    expect(JSON.stringify(hidden)).toContain('1 行记录被隐藏');
    const filtered = await prepare({ sheets: [{ rows, rowAttributes, after: '<autoFilter ref="A1:D3"/>' }] });
    expect(JSON.stringify(filtered)).toContain('1 行记录被筛选或隐藏');
  });

  it('with cells merged among them are named, but not the titles above', async () => {
    const title = '<mergeCell ref="A1:D1"/>';
    const merges = Array.from({ length: 12 }, (_, at) => `<mergeCell ref="D${at + 3}:D${at + 4}"/>`);
    const rows = [['电话卡自查表'], ...records];
    const titled = await prepare({ sheets: [{ rows, after: `<mergeCells>${title}</mergeCells>` }] });
    expect(faultsOf(titled)).toEqual([]);
    const file = await prepare({ sheets: [{ rows, after: `<mergeCells>${title}${merges.join('')}</mergeCells>` }] });
    expect(file).toMatchObject({ faults: [{ code: 'MERGED_CELLS', line: 3 }] });
    expect(file.faults[0]!.found).toMatch(/^D3:D4、.*D12:D13…$/);
    expect(lines(file)).toEqual(['3', '4']);
  });

  it('may be a million that are blank but for their format', async () => {
    const rows = records.map((cells, at) => rowXml(at + 1, cells)).join('');
    const blank = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 4}" s="1" customFormat="1"/>`);
    const xml = `<worksheet><sheetData>${rows}${blank.join('')}</sheetData></worksheet>`;
    expect(lines(await prepare({ sheets: [{ xml }] }))).toEqual(['2', '3']);
  });
});

describe('the columns of a sheet', () => {
  it('stand where the sheet has them, from A', async () => {
    const shifted = (cells: readonly string[]) => ['', '', ...cells];
    const file = await prepare({ sheets: [{ rows: [shifted(headings), shifted(record(1))] }] });
    expect(rowsOf(file)).toEqual([['2', '', '', ...record(1)]]);
    const columns = 'slices' in file && file.rows.form === 'csv' ? file.rows.columns : [];
    expect(columns.filter(({ name }) => name !== undefined)).toEqual([
      { at: 2, heading: '记录编号', name: 'recordId' },
      { at: 3, heading: '开户时间', name: 'openedAt' },
      { at: 4, heading: '电话号码', name: 'msisdn' },
      { at: 5, heading: '证件号码', name: 'subjectId' },
    ]);
  });

  it('that are hidden are read, and named', async () => {
    const before = '<cols><col min="3" max="16384" hidden="1"/></cols>';
    const file = await prepare({ sheets: [{ rows: records, before }] });
    expect(rowsOf(file)[0]).toEqual(['2', ...record(1)]);
    expect(file).toMatchObject({ warnings: [{ code: 'HIDDEN_COLUMNS' }] });
    expect(JSON.stringify(file)).toContain('“电话号码”、“证件号码”');
  });

  it('that say the same twice are named', async () => {
    const rows = [
      [...headings, '身份证号'],
      [...record(1), '1'],
    ];
    expect(faultsOf(await prepare({ sheets: [{ rows }] }))).toEqual(['DUPLICATE_COLUMN']);
  });

  it('are refused where they are too many, by their number', async () => {
    const wide = Array.from({ length: 16_384 }, (_, at) => `列${at}`);
    const file = await prepare({ sheets: [{ rows: Array.from({ length: 20 }, () => wide) }] });
    expect(file).toMatchObject({ faults: [{ code: 'TOO_MANY_COLUMNS', line: 1, found: '16384' }] });
  });

  it('end with the headings: what stands beside the table later is told, not read', async () => {
    const rows = [headings, ...Array.from({ length: 50 }, (_, at) => record(at)), [...record(51), '', '见附件']];
    const file = await prepare({ sheets: [{ rows }] });
    expect(rowsOf(file).at(-1)).toEqual(['52', ...record(51)]);
    expect(file).toMatchObject({ warnings: [{ code: 'CELLS_BESIDE_TABLE', line: 52, column: 'F' }] });
  });
});
