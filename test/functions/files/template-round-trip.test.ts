import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCell } from '../../../events/cells.ts';
import type { Contract } from '../../../events/contract.ts';
import { examples } from '../../../events/records/examples.generated.ts';
import { kinds } from '../../../events/records/kinds.generated.ts';
import { letters } from '../../../functions/files/column-styles.ts';
import { defaultLimits, defaultSliceBytes } from '../../../functions/files/limits.ts';
import { prepareWorkbook } from '../../../functions/files/prepare-workbook.ts';
import { isReadable, type Prepared } from '../../../functions/files/prepared.ts';
import { cellOf } from '../../../functions/files/template-cells.ts';
import { templateOf, templateVersion } from '../../../functions/files/template-version.ts';
import { templateXlsx } from '../../../functions/files/template-xlsx.ts';

let work: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'fanzha-template-'));
});
afterAll(() => rmSync(work, { recursive: true }));

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A template with one record under its example, as a person would type it in, and with another part changed. */
const filledIn = async (
  contract: Contract,
  record: Readonly<Record<string, unknown>>,
  change: (parts: Record<string, Uint8Array>) => void = () => undefined,
): Promise<string> => {
  const parts = unzipSync(await templateXlsx(contract, examples[contract.kind]!));
  const cells = Object.entries(contract.fields).flatMap(([name, field], at) => {
    const value = cellOf(field, record[name]);
    const place = `r="${letters(at + 1)}5"`;
    if (value === null) return [];
    return typeof value === 'number'
      ? [`<c ${place}><v>${value}</v></c>`]
      : [`<c ${place} t="inlineStr"><is><t>${escaped(value)}</t></is></c>`];
  });
  const part = 'xl/worksheets/sheet2.xml';
  const sheet = strFromU8(parts[part]!).replace('</sheetData>', `<row r="5">${cells.join('')}</row></sheetData>`);
  parts[part] = strToU8(sheet);
  change(parts);
  const file = join(work, `${contract.kind}.xlsx`);
  writeFileSync(file, zipSync(parts));
  return file;
};

/** What a file says that was sent with nothing said about it. */
const read = async (file: string): Promise<Prepared> => {
  const options = { contract: undefined, kinds, work, sliceBytes: defaultSliceBytes, limits: defaultLimits };
  const prepared = await prepareWorkbook(file, options);
  if (!isReadable(prepared)) throw new Error(JSON.stringify(prepared.faults));
  return prepared;
};

const recordsOf = ({ rows, slices }: Prepared, { fields }: Contract) => {
  if (rows.form !== 'csv') throw new Error('a workbook has rows of cells');
  const text = slices.map(({ path, from, to }) => readFileSync(path).subarray(from, to).toString()).join('');
  const lines: readonly (readonly string[])[] = parse(text, { relax_column_count: true });
  return lines.map(([line, ...cells]) => ({
    line,
    record: Object.fromEntries(
      rows.columns.flatMap(({ at, name }) =>
        name === undefined || (cells[at] ?? '') === '' ? [] : [[name, readCell(fields[name]!, cells[at]!)] as const],
      ),
    ),
  }));
};

it.each(Object.values(kinds).map((contract) => [contract.kind, contract] as const))(
  'a record typed into the template of %s is read as it is, and the example is not',
  async (kind, contract) => {
    const record = { ...examples[kind]!, recordId: 'K-1' };
    const prepared = await read(await filledIn(contract, record));
    expect([prepared.kind, prepared.sheet?.name, prepared.faults]).toEqual([kind, '数据', []]);
    expect(prepared.warnings.map(({ code }) => code)).toEqual(['EXAMPLE_ROW']);
    expect(recordsOf(prepared, contract)).toEqual([{ line: '5', record }]);
  },
);

it('a file from an older template is read, and what has changed since is told', async () => {
  const contract = kinds['phone-card']!;
  const file = await filledIn(contract, { ...examples['phone-card'], recordId: 'K-1' }, (parts) => {
    const strings = 'xl/sharedStrings.xml';
    const [version, older] = [templateVersion(contract), 'phone-card-0a1b2c3d'];
    parts[strings] = strToU8(
      strFromU8(parts[strings]!).replaceAll(version, older).replace('id-card temp-id household ', 'id-card '),
    );
  });
  const { warnings } = await read(file);
  const old = warnings.find(({ code }) => code === 'OLD_TEMPLATE');
  expect(old?.message.zh).toContain('旧模板 phone-card-0a1b2c3d');
  expect(old?.message.zh).toContain('“证件类型”（idType）新增取值 temp-id、household');
  expect(templateOf(contract).columns.length).toBeGreaterThan(20);
});
