import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { fieldOfHeading, readCell } from '../../events/cells.ts';
import { examples } from '../../events/records/examples.generated.ts';
import { kinds } from '../../events/records/kinds.generated.ts';
import { letters } from '../../functions/files/column-styles.ts';
import { rowsBelowHeadings } from '../../functions/files/rows-below-headings.ts';
import { cellText } from '../../functions/files/safe-cell.ts';
import { choicesOf, exampleRow, headingRows } from '../../functions/files/template-cells.ts';
import { exampleVersion } from '../../functions/files/template-marks.ts';
import { readTemplateRows, templateOf, templateVersion } from '../../functions/files/template-version.ts';
import { readTemplate } from '../../functions/read-template/read-template.ts';

const all = Object.values(kinds);
const bytesOf = async (file: string) => (await readTemplate(file, { kinds, examples })).bytes;

it.each(all.map((contract) => [contract.kind, contract] as const))(
  'the template of %s has sheets, headings and an example that a reader takes for what they are',
  async (kind, contract) => {
    const { sheets } = await readXlsx(await bytesOf(`${kind}.xlsx`));
    expect(sheets.map(({ name, hidden, veryHidden }) => [name, hidden ?? false, veryHidden ?? false])).toEqual([
      ['填报说明', false, false],
      ['数据', false, false],
      ['_lists', true, false],
      ['_template', false, true],
    ]);
    const [guide, data, , made] = sheets;
    const names = Object.keys(contract.fields);
    const [zh, en, example] = data!.rows.map((row) => row.map((cell) => String(cell ?? '')));
    const columns = zh!.map((heading, at) => ({ at, heading, name: fieldOfHeading(contract, heading)! }));
    expect(columns.map(({ name }) => name)).toEqual(names);
    expect(rowsBelowHeadings(contract, columns, [en!, example!])).toEqual({ skipped: 2, examples: 1 });
    expect(exampleVersion(example![0]!)).toBe(templateVersion(contract));
    expect(readTemplateRows(made!.rows.map((row) => row.map((cell) => String(cell ?? ''))))).toEqual(
      templateOf(contract),
    );
    const told = guide!.rows.map((row) => row[2]);
    expect(names.filter((name) => !told.includes(name))).toEqual([]);
  },
);

it.each(all.map((contract) => [contract.kind, contract] as const))(
  'what the template of %s offers or shows is read as the value that it stands for',
  (kind, contract) => {
    const example = examples[kind]!;
    const cells = exampleRow(contract, example);
    for (const [at, [name, field]] of Object.entries(contract.fields).entries()) {
      for (const choice of choicesOf(field)) {
        expect(field.schema.safeParse(readCell(field, choice)).success, `${name} ${choice}`).toBe(true);
      }
      if (field.values !== undefined) {
        const codes = choicesOf(field).map((choice) => readCell(field, choice));
        expect(codes).toEqual([...Object.keys(field.values), ...(field.nullable ? [null] : [])]);
      }
      if (name === 'recordId' || cells[at] === null) continue;
      expect(readCell(field, String(cells[at])), name).toEqual(example[name]);
    }
  },
);

it('every number in an example that could be somebody’s is nobody’s', () => {
  for (const { kind, fields } of all) {
    for (const [name, { personal }] of Object.entries(fields)) {
      const value = examples[kind]![name];
      if (personal === undefined || value === undefined || value === null) continue;
      expect([value].flat().join(), `${kind} ${name}`).toMatch(/^[^1-9]*$|\bexample\.|示例/);
    }
  }
});

it('marks the columns that every record needs, in both languages', () => {
  const [zh, en] = headingRows(kinds['phone-card']!);
  const marked = (headings: readonly string[]) => headings.filter((heading) => heading.endsWith(' *'));
  expect(marked(zh!)).toEqual(['记录编号 *', '开户时间 *']);
  expect(marked(en!)).toEqual(['Record ID *', 'Opened at *']);
});

it('columns of numbers that name somebody are text, down to the last row; amounts are numbers', async () => {
  const contract = kinds['phone-card']!;
  const parts = unzipSync(await bytesOf('phone-card.xlsx'));
  const styles = [
    ...strFromU8(parts['xl/styles.xml']!)
      .split('<cellXfs')[1]!
      .matchAll(/<xf numFmtId="(\d+)"/g),
  ];
  const sheet = strFromU8(parts['xl/worksheets/sheet2.xml']!);
  const formatOf = (name: string): string | undefined => {
    const column = Object.keys(contract.fields).indexOf(name) + 1;
    const style = new RegExp(`<col min="${column}" max="${column}" style="(\\d+)"`).exec(sheet)?.[1];
    return style === undefined ? undefined : styles[Number(style)]![1];
  };
  for (const name of ['recordId', 'msisdn', 'iccid', 'subjectId', 'openedAt', 'idType'])
    expect(formatOf(name)).toBe('49');
  expect(formatOf('faceMatchScore')).toBeUndefined();
});

it('a template as CSV has both headings and the example, and no cell of it is a formula', async () => {
  for (const contract of all) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(`${contract.kind}.csv`));
    expect(text.startsWith('\uFEFF')).toBe(true);
    const lines = text.slice(1).split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[2]).toContain(`示例 ${templateVersion(contract)}`);
    expect(cellText(lines[0]!.split(',')[0]!)).toBe('记录编号 *');
  }
});

it('the same template has the same bytes, whenever it is asked for', async () => {
  expect(Buffer.from(await bytesOf('transfer.xlsx')).equals(Buffer.from(await bytesOf('transfer.xlsx')))).toBe(true);
});

it('a template of no kind, or in no form that there is, is not found', async () => {
  for (const file of ['fax-line.xlsx', 'phone-card.ods', 'phone-card', 'constructor.csv', '../phone-card.csv', '']) {
    await expect(bytesOf(file), file).rejects.toThrow('There is no such template.');
  }
});

it('columns are named as spreadsheets name them', () => {
  expect([1, 26, 27, 52, 53, 702, 703, 16_384].map(letters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA', 'XFD']);
});
