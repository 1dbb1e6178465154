import { describe, expect, it } from 'vitest';
import { type AWorkbook, type Cell, headings, number, prepare, record } from './a-workbook.ts';
import { faultsOf, rowsOf, warningsOf } from './prepared-rows.ts';

/** What the cell of one column of the first record is read as; the column is one that nobody asked for. */
const read = async (cell: Cell, workbook: AWorkbook = {}, heading = '备忘') =>
  rowsOf(
    await prepare({
      ...workbook,
      sheets: [
        {
          rows: [
            [...headings, heading],
            [...record(1), cell],
          ],
        },
      ],
    }),
  )[0]?.[5];

const xml = (text: string): Cell => ({ xml: text });

describe('text in a cell', () => {
  it('is looked up among the shared strings, its runs joined and its reading left out', async () => {
    const sharedStrings =
      '<si><t>甲</t></si><si><r><rPr><b/></rPr><t>张</t></r><r><t xml:space="preserve"> 三</t></r><rPh sb="0" eb="1"><t>ちょう</t></rPh><phoneticPr fontId="1"/></si><si/>';
    expect(await read(xml('<c r="@" t="s"><v>0</v></c>'), { sharedStrings })).toBe('甲');
    expect(await read(xml('<c r="@" t="s"><v>1</v></c>'), { sharedStrings })).toBe('张 三');
    expect(await read(xml('<c r="@" t="s"><v>2</v></c>'), { sharedStrings })).toBeUndefined();
  });

  it('stands in the cell itself, whole where it is written in runs', async () => {
    expect(await read('a,"b"\nc')).toBe('a,"b"\nc');
    expect(await read(xml('<c r="@" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>'))).toBe('ab');
    expect(await read(xml('<c r="@" t="inlineStr"><is><t><![CDATA[a<b]]></t></is></c>'))).toBe('a<b');
  });

  it('may hold what XML cannot, escaped in the way of workbooks', async () => {
    expect(await read('a_x000D_b_x005F_x0041_')).toBe('a\rb_x0041_');
  });

  it('that is named but not among the shared strings makes the sheet unreadable', async () => {
    const file = await prepare({
      sharedStrings: '<si><t>甲</t></si>',
      sheets: [{ rows: [headings, [xml('<c r="@" t="s"><v>7</v></c>')]] }],
    });
    expect(faultsOf(file)).toEqual(['MALFORMED_XML']);
  });
});

describe('a number in a cell', () => {
  it.each([
    ['12', '12'],
    ['4.6010519900101E+17', '460105199001010000'],
    ['460105199001011234', '460105199001011234'],
    ['0.30000000000000004', '0.3'],
    ['1E-7', '0.0000001'],
    ['-1.25E-9', '-0.00000000125'],
    ['1E+300', '1e+300'],
    ['', undefined],
  ])('%s is read as %s', async (written, text) => {
    expect(await read(number(written))).toBe(text);
  });

  it('has the zeros before it that its format shows: codes are kept so', async () => {
    expect(await read(number(10001, 1), { formats: ['000000'] })).toBe('010001');
  });

  it('is a truth in a cell of truths', async () => {
    expect(await read(xml('<c r="@" t="b"><v>1</v></c>'))).toBe('是');
    expect(await read(xml('<c r="@" t="b"><v>0</v></c>'))).toBe('否');
  });

  it('is no number in a cell that says why', async () => {
    expect(await read(xml('<c r="@" t="e"><v>#N/A</v></c>'))).toBe('#N/A');
  });
});

describe('a date in a cell', () => {
  it.each<[string | number, string, string]>([
    [14, '45017', '2023-04-01'],
    [22, '45017.381944444445', '2023-04-01T09:10:00'],
    [58, '45017', '2023-04-01'],
    [20, '0.381944444444444', '09:10:00'],
    ['yyyy-mm-dd', '45017', '2023-04-01'],
    ['yyyy"年"m"月"d"日"', '45017', '2023-04-01'],
    ['[$-804]yyyy/m/d h:mm;@', '45017', '2023-04-01T00:00:00'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '45017', '2023-04-01'],
    ['yyyy-mm-dd', '45017.381944444445', '2023-04-01T09:10:00'],
    ['h:mm:ss AM/PM', '45017.5', '2023-04-01T12:00:00'],
    ['[h]:mm', '1.5', '36:00:00'],
    ['yyyy-mm-dd', '1', '1900-01-01'],
    ['yyyy-mm-dd', '59', '1900-02-28'],
    ['yyyy-mm-dd', '60', '1900-02-29'],
    ['yyyy-mm-dd', '61', '1900-03-01'],
    ['yyyy-mm-dd', '-1', '-1'],
    ['yyyy-mm-dd', '2958466', '2958466'],
    ['0.00E+00', '45017', '45017'],
    ['General', '45017', '45017'],
    ['#,##0.00"元"', '45017.5', '45017.5'],
    ['[Red]0.0', '45017.5', '45017.5'],
  ])('of the format %s, %s is read as %s', async (format, written, text) => {
    expect(await read(number(written, 1), { formats: [format] })).toBe(text);
  });

  it('counts from 1904 where the workbook says so', async () => {
    expect(await read(number('43555', 1), { formats: [14], is1904: true })).toBe('2023-04-01');
    expect(await read(number('0', 1), { formats: [14], is1904: true })).toBe('1904-01-01');
    expect(await read(number('0.5', 1), { formats: [20], is1904: true })).toBe('12:00:00');
  });

  it('is written out in strict workbooks', async () => {
    const form = 'strict';
    expect(await read(xml('<c r="@" t="d"><v>2023-04-01T09:10:00.000</v></c>'), { form })).toBe('2023-04-01T09:10:00');
    expect(await read(xml('<c r="@" t="d"><v>2023-04-01T00:00:00</v></c>'), { form })).toBe('2023-04-01');
  });

  it('is a day where the field wants one, whatever time its format adds to it or hides', async () => {
    const rows = (value: string, style: number) => [
      ['记录编号', '核查日期'],
      ['R-1', number(value, style)],
    ];
    const day = async (value: string, style: number) =>
      rowsOf(
        await prepare({ formats: [14, 22], sheets: [{ rows: rows(value, style) }] }, { kind: 'retention-policy' }),
      )[0]?.[2];
    expect(await day('45017.5', 1)).toBe('2023-04-01');
    expect(await day('45017', 2)).toBe('2023-04-01');
    expect(await day('45017.5', 2)).toBe('2023-04-01T12:00:00');
  });
});

describe('a formula in a cell', () => {
  it('is read by the result saved with it, and told once', async () => {
    const formula = (n: number) => xml(`<c r="@" t="str"><f>A${n}</f><v>P-${n}</v></c>`);
    const file = await prepare({
      sheets: [{ rows: [headings, [formula(9), ...record(1).slice(1)], [formula(8), ...record(2).slice(1)]] }],
    });
    expect(rowsOf(file).map((row) => row[1])).toEqual(['P-9', 'P-8']);
    expect(file).toMatchObject({ faults: [], warnings: [{ code: 'FORMULA_CELLS', line: 2, column: 'A' }] });
    expect(JSON.stringify(file)).toContain('2 个单元格是公式');
  });

  it('that was never reckoned is named, and blank', async () => {
    const file = await prepare({ sheets: [{ rows: [headings, ['P-1', xml('<c r="@"><f>NOW()</f></c>'), '1']] }] });
    expect(rowsOf(file)).toEqual([['2', 'P-1', '', '1']]);
    expect(file).toMatchObject({ faults: [{ code: 'FORMULA_WITHOUT_VALUE', line: 2, column: 'B' }] });
    expect(warningsOf(file)).toEqual(['FORMULA_CELLS']);
  });
});
