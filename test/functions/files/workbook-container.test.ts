import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesOf, headings, namespaces, partsOf, prepare, prepareBytes, record, rowXml } from './a-workbook.ts';
import { faultsOf, rowsOf } from './prepared-rows.ts';

const sheet = { rows: [headings, record(1)] };
const good = bytesOf({ sheets: [sheet] });
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytes = (latin1: string): Uint8Array => Buffer.from(latin1, 'latin1');
const main = namespaces.transitional.main;
const sheetOf = (rows: string, before = ''): string =>
  `<?xml version="1.0"?>${before}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;

/** What is told of a file that nothing was read of. */
const told = async (file: Uint8Array, limits = {}) => {
  const answer = await prepareBytes(file, { limits });
  for (const { cause, fix } of answer.faults) {
    for (const sentence of [cause.zh, cause.en, fix.zh, fix.en]) expect(sentence.length).toBeGreaterThan(4);
  }
  expect(answer).not.toHaveProperty('slices');
  return faultsOf(answer);
};

describe('a file that is no workbook', () => {
  const archive = (...names: readonly string[]) =>
    zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<a/>')])));

  it('is told by its parts, whatever its name says', async () => {
    expect(await told(archive('[Content_Types].xml', 'xl/workbook.bin'))).toEqual(['BINARY_WORKBOOK']);
    expect(await told(archive('word/document.xml'))).toEqual(['NOT_A_TABLE']);
    expect(await told(archive('ppt/presentation.xml'))).toEqual(['NOT_A_TABLE']);
    expect(await told(archive('一月.xlsx', '二月.xlsx'))).toEqual(['ARCHIVE']);
    const compound = Buffer.concat([bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.alloc(600)]);
    const encrypted = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await told(compound)).toEqual(['OLD_WORKBOOK']);
    expect(await told(encrypted)).toEqual(['PASSWORD_PROTECTED']);
  });

  it('is told by what it says of itself where its parts lie', async () => {
    const rels = partsOf({})['_rels/.rels']!;
    const binary = Buffer.from(rels).toString().replace('workbook.xml', 'workbook.bin');
    const parts = { '_rels/.rels': binary, 'xl/workbook.bin': 'BIFF12', 'xl/workbook.xml': undefined };
    expect(await told(bytesOf({ sheets: [sheet], parts }))).toEqual(['BINARY_WORKBOOK']);
  });
});

describe('a workbook that was damaged', () => {
  it('is said to be cut where its end is missing, wherever it was cut', async () => {
    for (const length of [good.length - 1, good.length - 500, good.length >> 1]) {
      expect(await told(good.subarray(0, length))).toEqual(['FILE_CUT_SHORT']);
    }
  });

  it('is noticed by its checksums', async () => {
    const stored = zipSync(partsOf({ sheets: [sheet] }), { level: 0 });
    expect(await told(bytes(text(stored).replace('P-1<', 'P-2<')))).toEqual(['FILE_DAMAGED']);
  });

  it('is noticed where what is packed cannot be unpacked', async () => {
    const at = text(good).indexOf('xl/worksheets/sheet1.xml') + 40;
    const changed = Buffer.from(good);
    changed.fill(0xff, at, at + 40);
    expect(await told(changed)).toEqual(['FILE_DAMAGED']);
  });

  it('is noticed where a part is missing', async () => {
    expect(await told(bytesOf({ sheets: [sheet], parts: { 'xl/workbook.xml': undefined } }))).toEqual(['FILE_DAMAGED']);
    const parts = { 'xl/worksheets/sheet1.xml': undefined };
    expect(await told(bytesOf({ sheets: [sheet], parts }))).toEqual(['FILE_DAMAGED']);
  });

  it.each([
    ['', 'empty'],
    ['<worksheet><sheetData><row r="1">', 'ends too soon'],
    ['<worksheet><sheetData></row></worksheet>', 'is crossed'],
    [sheetOf('&nbsp;'), 'has an unknown entity'],
    [sheetOf('<row r="0"/>'), 'has a row that there is not'],
    [sheetOf('<row r="2"/><row r="2"/>'), 'has a row twice'],
    [sheetOf('<row r="1"><c r="XFE1"/></row>'), 'has a column that there is not'],
    [sheetOf('<row r="1"><c r="1"/></row>'), 'has a cell without a column'],
  ])('is noticed where its XML %s %s', async (xml) => {
    expect(await told(bytesOf({ sheets: [{ xml }] }))).toEqual(['MALFORMED_XML']);
  });

  it('is noticed where its text is of no known encoding', async () => {
    const parts = (xml: string) => ({ 'xl/worksheets/sheet1.xml': bytes(xml) });
    expect(await told(bytesOf({ parts: parts('<worksheet>\xff\xff</worksheet>') }))).toEqual(['MALFORMED_XML']);
    const unknown = '<?xml version="1.0" encoding="X-NONE"?><worksheet/>';
    expect(await told(bytesOf({ parts: parts(unknown) }))).toEqual(['MALFORMED_XML']);
  });
});

describe('a workbook that is a trap', () => {
  it('is refused for a part that grows out of all proportion', async () => {
    const xml = sheetOf(' '.repeat(30_000_000));
    const file = bytesOf({ sheets: [{ xml }] });
    expect(await told(file)).toEqual(['COMPRESSED_TOO_FAR']);
    expect(await told(file, { ratio: 2_000, unpackedBytes: 20_000_000 })).toEqual(['COMPRESSED_TOO_FAR']);
  });

  it('is refused where all its parts together are too much', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`xl/media/${at}.bin`, new Uint8Array(1_000_000)]),
    );
    expect(await told(bytesOf({ sheets: [sheet], parts }), { unpackedBytes: 20_000_000 })).toEqual([
      'COMPRESSED_TOO_FAR',
    ]);
    expect(await told(bytesOf({ sheets: [sheet], parts }), { entries: 20 })).toEqual(['TOO_MANY_PARTS']);
  });

  it('is refused where a part is larger or smaller than it says', async () => {
    const lying = (size: number): Uint8Array => {
      const changed = Buffer.from(good);
      const at = changed.lastIndexOf('xl/worksheets/sheet1.xml');
      changed.writeUInt32LE(size, at - 46 + 24);
      return changed;
    };
    expect(await told(lying(50))).toEqual(['UNSAFE_ARCHIVE']);
    expect(await told(lying(5_000))).toEqual(['UNSAFE_ARCHIVE']);
  });

  it('is refused for paths that lead out of it, and for two parts of one name', async () => {
    const parts = { 'xx/passwd.xml': '<a/>', 'xl/stylez.xml': '<a/>' };
    const plain = text(bytesOf({ sheets: [sheet], parts }));
    expect(await told(bytes(plain.replaceAll('xx/passwd.xml', '../passwd.xml')))).toEqual(['UNSAFE_ARCHIVE']);
    expect(await told(bytes(plain.replaceAll('xx/passwd.xml', '/x/passwd.xml')))).toEqual(['UNSAFE_ARCHIVE']);
    expect(await told(bytes(plain.replaceAll('xl/stylez.xml', 'xl/Styles.xml')))).toEqual(['UNSAFE_ARCHIVE']);
  });

  it('is refused for a document type, however harmless', async () => {
    const laughs = '<!DOCTYPE worksheet [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    expect(await told(bytesOf({ sheets: [{ xml: sheetOf('&b;', laughs) }] }))).toEqual(['UNSAFE_XML']);
    const endless = `<!DOCTYPE worksheet [${'<!ENTITY a "aaaa">'.repeat(200_000)}`;
    expect(await told(bytesOf({ sheets: [{ xml: endless }] }))).toEqual(['UNSAFE_XML']);
  });

  it('is refused for elements within elements without end', async () => {
    expect(await told(bytesOf({ sheets: [{ xml: sheetOf('<a>'.repeat(100_000)) }] }))).toEqual(['UNSAFE_XML']);
  });

  it('is refused for an attribute, a comment or a text that goes on and on', async () => {
    const long = 'x'.repeat(5_000_000);
    expect(await told(bytesOf({ sheets: [{ xml: sheetOf(`<row a="${long}"/>`) }] }))).toEqual(['UNSAFE_XML']);
    expect(await told(bytesOf({ sheets: [{ xml: sheetOf(`<!--${long}-->`) }] }))).toEqual(['UNSAFE_XML']);
    expect(await told(bytesOf({ sheets: [{ rows: [[long]] }] }))).toEqual(['UNSAFE_XML']);
    const sharedStrings = `<si><t>${long}</t></si>`;
    expect(await told(bytesOf({ sheets: [sheet], sharedStrings }))).toEqual(['UNSAFE_XML']);
  });

  it('is refused for a row that goes on and on in many cells, or names one long text in each', async () => {
    const cells = Array.from({ length: 200 }, () => 'y'.repeat(10_000));
    expect(await told(bytesOf({ sheets: [{ rows: [headings, cells] }] }))).toEqual(['ROW_TOO_LONG']);
    const named = Array.from({ length: 200 }, () => ({ xml: '<c r="@" t="s"><v>0</v></c>' }));
    const sharedStrings = `<si><t>${'y'.repeat(10_000)}</t></si>`;
    expect(await told(bytesOf({ sheets: [{ rows: [headings, named] }], sharedStrings }))).toEqual(['ROW_TOO_LONG']);
    const runs = `<si>${`<r><t>${'z'.repeat(1_000)}</t></r>`.repeat(2_000)}</si>`;
    expect(await told(bytesOf({ sheets: [sheet], sharedStrings: runs }))).toEqual(['TEXT_TOO_LONG']);
  });

  it('a row that is too long is told in words of a sheet, which has cells and no quotes', async () => {
    const cells = Array.from({ length: 200 }, () => 'y'.repeat(10_000));
    const { faults } = await prepareBytes(bytesOf({ sheets: [{ rows: [headings, cells] }] }));
    expect(faults).toMatchObject([{ code: 'ROW_TOO_LONG', line: 2 }]);
    const { expected, cause, fix } = faults[0]!;
    expect(cause.en).toContain('cells of this row');
    expect(JSON.stringify([expected, cause, fix])).not.toMatch(/字节|换行|引号|bytes|line break|quote/);
  });

  it('never opens what is packed within it', async () => {
    const parts = { 'xl/embeddings/a.xlsx': bytesOf({ sheets: [{ xml: sheetOf(' '.repeat(5_000_000)) }] }) };
    expect(rowsOf(await prepare({ sheets: [sheet], parts }))).toEqual([['2', ...record(1)]]);
  });

  it('is refused before it is opened where it is too large', async () => {
    expect(await told(good, { bytes: 100 })).toEqual(['FILE_TOO_LARGE']);
  });

  it('is refused for a password on its parts', async () => {
    const changed = Buffer.from(good);
    const at = changed.lastIndexOf('xl/worksheets/sheet1.xml');
    changed.writeUInt16LE(1, at - 46 + 8);
    expect(await told(changed)).toEqual(['PASSWORD_PROTECTED']);
  });
});

describe('a workbook of an uncommon make', () => {
  it('is read in the strict format', async () => {
    expect(rowsOf(await prepare({ sheets: [sheet], form: 'strict' }))).toEqual([['2', ...record(1)]]);
  });

  it('is read with prefixes before its elements, and in UTF-16', async () => {
    const cells = sheet.rows.map((row, at) => rowXml(at + 1, row)).join('');
    const prefixed = sheetOf(cells)
      .replaceAll(/<(\/?)(\w)/g, '<$1x:$2')
      .replace('xmlns=', 'xmlns:x=');
    expect(rowsOf(await prepare({ sheets: [{ xml: prefixed }] }))).toEqual([['2', ...record(1)]]);
    const wide = Buffer.from(`\ufeff${sheetOf(cells)}`, 'utf16le');
    expect(rowsOf(await prepare({ parts: { 'xl/worksheets/sheet1.xml': wide } }))).toEqual([['2', ...record(1)]]);
  });

  it('is read where rows and cells do not say where they stand, and where the sheet lies of its size', async () => {
    const cell = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const rows = sheet.rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
    const xml = sheetOf(rows).replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>');
    expect(rowsOf(await prepare({ sheets: [{ xml }] }))).toEqual([['2', ...record(1)]]);
  });

  it('is read where it has macros, or names its parts in its own way', async () => {
    const { 'xl/worksheets/sheet1.xml': part } = partsOf({ sheets: [sheet] });
    const parts = {
      'xl/vbaProject.bin': new Uint8Array(10),
      'xl/worksheets/sheet1.xml': undefined,
      'xl/Worksheets/Sheet1.xml': part,
    };
    const file = await prepare({ sheets: [sheet], parts });
    expect(rowsOf(file)).toEqual([['2', ...record(1)]]);
    expect(file).toMatchObject({ sheet: { part: 'xl/worksheets/sheet1.xml' } });
  });
});
