import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { kinds } from '../../../events/records/kinds.generated.ts';
import { defaultLimits, type Limits } from '../../../functions/files/limits.ts';
import { prepareFile } from '../../../functions/files/prepare-file.ts';
import { prepareWorkbook } from '../../../functions/files/prepare-workbook.ts';

// Workbooks written by hand, so that each has just the one thing in it that a test is about.

export const namespaces = {
  transitional: {
    main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    relation: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  },
  strict: {
    main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
    relation: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  },
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A cell as text, or as the XML of it with `@` where its reference belongs, such as `<c r="@" s="1"><v>1</v></c>`. */
export type Cell = string | { readonly xml: string };

export const number = (value: number | string, style = 0): Cell => ({
  xml: `<c r="@" s="${style}"><v>${value}</v></c>`,
});

const letters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26);

export const rowXml = (number: number, cells: readonly Cell[], attributes = ''): string => {
  const xml = cells.map((cell, at) => {
    const reference = `${letters(at)}${number}`;
    if (typeof cell !== 'string') return cell.xml.replace('@', reference);
    if (cell === '') return '';
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  });
  return `<row r="${number}"${attributes}>${xml.join('')}</row>`;
};

export type ASheet = {
  readonly name?: string;
  readonly state?: string;
  readonly rows?: readonly (readonly Cell[])[];
  /** Attributes of rows by number. */
  readonly rowAttributes?: Readonly<Record<number, string>>;
  /** Stands before the rows, and after them. */
  readonly before?: string;
  readonly after?: string;
  /** All of the part, instead. */
  readonly xml?: string;
};

export type AWorkbook = {
  readonly sheets?: readonly ASheet[];
  readonly sharedStrings?: string;
  /** Number formats of the styles 1, 2, …: codes, or numbers of those built in. */
  readonly formats?: readonly (string | number)[];
  readonly is1904?: boolean;
  readonly form?: keyof typeof namespaces;
  /** Parts to add, replace or, where undefined, leave out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | undefined>>;
};

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const stylesXml = (main: string, formats: readonly (string | number)[]): string => {
  const id = (at: number) => (typeof formats[at] === 'number' ? formats[at] : 164 + at);
  const own = formats.map((code, at) =>
    typeof code === 'number' ? '' : `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`,
  );
  const styles = formats.map((_, at) => `<xf numFmtId="${id(at)}" applyNumberFormat="1"/>`);
  return `${head}<styleSheet xmlns="${main}"><numFmts>${own.join('')}</numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
};

/** The parts of a workbook, before they are zipped. */
export const partsOf = ({
  sheets = [{}],
  sharedStrings,
  formats = [],
  is1904 = false,
  form = 'transitional',
  parts = {},
}: AWorkbook): Record<string, Uint8Array> => {
  const { main, relation } = namespaces[form];
  const relations = (all: readonly (readonly [id: string, type: string, target: string])[]): string =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
      .map(([id, type, target]) => `<Relationship Id="${id}" Type="${relation}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`;
  const written: Record<string, string | Uint8Array | undefined> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relation}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${escaped(name ?? `Sheet${at + 1}`)}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at) => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['rIdS', 'styles', 'styles.xml'],
      ...(sharedStrings === undefined ? [] : [['rIdT', 'sharedStrings', '/xl/sharedStrings.xml'] as const]),
    ]),
    'xl/styles.xml': stylesXml(main, formats),
    ...(sharedStrings === undefined
      ? {}
      : { 'xl/sharedStrings.xml': `${head}<sst xmlns="${main}">${sharedStrings}</sst>` }),
  };
  sheets.forEach(({ rows = [], rowAttributes = {}, before = '', after = '', xml }, at) => {
    const body = rows.map((cells, n) => rowXml(n + 1, cells, rowAttributes[n + 1] ?? ''));
    written[`xl/worksheets/sheet${at + 1}.xml`] =
      xml ??
      `${head}<worksheet xmlns="${main}" xmlns:r="${relation}">${before}<sheetData>${body.join('')}</sheetData>${after}</worksheet>`;
  });
  return Object.fromEntries(
    Object.entries({ ...written, ...parts }).flatMap(([name, content]) =>
      content === undefined ? [] : [[name, typeof content === 'string' ? strToU8(content) : content]],
    ),
  );
};

export const bytesOf = (workbook: AWorkbook): Uint8Array => zipSync(partsOf(workbook), { level: 6 });

export const headings = ['记录编号', '开户时间', '电话号码', '证件号码'];
export const record = (n: number): string[] => [`P-${n}`, '2023-04-01 09:10', '13800138000', '110101199001010015'];

export type Options = {
  readonly kind?: string | undefined;
  readonly limits?: Partial<Limits>;
  readonly sliceBytes?: number;
};

/** Prepares bytes as a file of its own. */
export const prepareBytes = (
  bytes: Uint8Array,
  { kind = 'phone-card', limits = {}, sliceBytes = 4 * 1024 * 1024 }: Options = {},
) => {
  const work = mkdtempSync(join(tmpdir(), 'a-workbook-'));
  const path = join(work, 'sent');
  writeFileSync(path, bytes);
  const contract = kind === 'unsaid' ? undefined : kinds[kind]!;
  const options = { contract, kinds, work, sliceBytes, limits: { ...defaultLimits, ...limits } };
  return prepareFile(path, options, { prepareWorkbook });
};

export const prepare = (workbook: AWorkbook, options?: Options) => prepareBytes(bytesOf(workbook), options);
