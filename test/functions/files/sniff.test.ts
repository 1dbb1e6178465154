import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { codesOf, prepare } from './written.ts';

const utf16 = (text: string) => Buffer.from(text, 'utf16le');

/** A container of old Office files: a header that says in which sector the directory is, and the names in it. */
const ole = (...names: readonly string[]) => {
  const header = Buffer.alloc(512);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(200, 48);
  const directory = Buffer.concat(names.map((name) => Buffer.concat([utf16(name), Buffer.alloc(128)])));
  return Buffer.concat([header, Buffer.alloc(200 * 512), directory]);
};

const zip = (...names: readonly string[]) => Buffer.from(`PK\u0003\u0004\u0014\0${names.join('\0')}`, 'latin1');

describe('what a file is', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['a workbook of the old form, renamed or not', ole('Root Entry', 'Workbook'), 'OLD_WORKBOOK', 'XLS'],
    [
      'a workbook with a password',
      ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage'),
      'PASSWORD_PROTECTED',
      '密码',
    ],
    ['an old document of Word', ole('Root Entry', 'WordDocument'), 'NOT_A_TABLE', 'Word'],
    ['a binary workbook', zip('[Content_Types].xml', 'xl/workbook.bin'), 'BINARY_WORKBOOK', 'XLSB'],
    ['an OpenDocument sheet', zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), 'OPEN_DOCUMENT', 'ODS'],
    ['a document of Word', zip('[Content_Types].xml', 'word/document.xml'), 'NOT_A_TABLE', 'Word'],
    ['a presentation', zip('ppt/presentation.xml'), 'NOT_A_TABLE', '演示'],
    ['a ZIP of something else', zip('cards.csv'), 'ARCHIVE', 'ZIP'],
    ['a RAR archive', Buffer.from('Rar!\u001a\u0007'), 'ARCHIVE', 'RAR'],
    ['a TAR archive', Buffer.concat([Buffer.alloc(257, 'a'), Buffer.from('ustar')]), 'ARCHIVE', 'TAR'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'NOT_A_TABLE', 'PDF'],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), 'NOT_A_TABLE', '图片'],
    ['a web page under the name of a workbook', Buffer.from('\ufeff <html><table><tr>'), 'HTML_TABLE', '网页'],
    ['a web page in UTF-16', utf16('\ufeff<table><tr>'), 'HTML_TABLE', '网页'],
    [
      'an XML sheet',
      Buffer.from('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>'),
      'XML_WORKBOOK',
      'XML',
    ],
    ['a web archive', Buffer.from('MIME-Version: 1.0\n'), 'HTML_TABLE', 'MHTML'],
  ])('is told by its bytes and with what to do: %s', async (_, bytes, code, name) => {
    const file = await prepare(bytes);
    expect(file).toMatchObject({ format: 'unread', faults: [{ code }] });
    expect(file.faults[0]!.found).toContain(name);
    // So it is when it was compressed.
    expect(codesOf(await prepare(gzipSync(bytes)))).toEqual([code]);
  });

  it.each([
    ['an ordinary one', zip('[Content_Types].xml', 'xl/workbook.xml')],
    ['one cut short, of which only the beginning is there', zip('[Content_Types].xml', 'xl/_rels/workbook.xml.rels')],
    [
      'one whose parts are told at its end',
      Buffer.concat([zip('docProps/app.xml'), Buffer.alloc(200_000), zip('xl/workbook.xml')]),
    ],
  ])('a workbook is given to the reader of workbooks: %s', async (_, bytes) => {
    expect(await prepare(bytes)).toMatchObject({ format: 'xlsx' });
    expect(await prepare(gzipSync(bytes))).toMatchObject({ format: 'xlsx' });
  });

  it('nothing at all, or nothing but blanks, is a file without records', async () => {
    const blanks = ['', '\ufeff', '\n', ' \r\n\t\n', ',,,\n,,,\n', ',,,,,,\n'.repeat(1_000_000)];
    for (const text of blanks) expect(codesOf(await prepare(text))).toEqual(['EMPTY_FILE']);
    expect(codesOf(await prepare(gzipSync('')))).toEqual(['EMPTY_FILE']);
  });

  it('a table of headings alone has no records', async () => {
    expect(await prepare('记录编号,开户时间\n')).toMatchObject({ format: 'csv', faults: [{ code: 'EMPTY_FILE' }] });
    expect(await prepare('记录编号,开户时间')).toMatchObject({ format: 'csv', faults: [{ code: 'EMPTY_FILE' }] });
  });

  it('a table of which nobody says the kind is told which one it seems to be', async () => {
    const file = await prepare('记录编号,开户时间,人像比对通过,代办,再次核验结果\nA-1,,,,\n', { kind: '' });
    expect(file.faults).toMatchObject([{ code: 'KIND_NOT_SAID' }]);
    expect(file.faults[0]!.fix.zh).toContain('phone-card');
  });
});

describe('limits', () => {
  const table = Buffer.from(`记录编号,开户时间\n${'A-1,2023-04-01 09:10\n'.repeat(1_000)}`);

  it('a file larger than is read is refused before it is opened', async () => {
    expect(codesOf(await prepare(table, { limits: { bytes: 1_000 } }))).toEqual(['FILE_TOO_LARGE']);
  });

  it('what grows beyond all tables when it is unpacked is stopped at once', async () => {
    const zeros = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    expect(codesOf(await prepare(zeros))).toEqual(['COMPRESSED_TOO_FAR']);
    expect(codesOf(await prepare(gzipSync(table), { limits: { unpackedBytes: 1_000 } }))).toEqual([
      'COMPRESSED_TOO_FAR',
    ]);
  });

  it('a small table of repetitions is no bomb', async () => {
    expect(await prepare(gzipSync(Buffer.from(`${table}${',\n'.repeat(3_000_000)}`)))).toMatchObject({ faults: [] });
  });

  it('a compressed file that is cut short, damaged or compressed twice is named so', async () => {
    const bytes = gzipSync(table);
    expect(codesOf(await prepare(bytes.subarray(0, -20)))).toEqual(['FILE_CUT_SHORT']);
    expect(codesOf(await prepare(bytes.subarray(0, 12)))).toEqual(['FILE_CUT_SHORT']);
    const wrong = Buffer.from(bytes);
    wrong[wrong.length - 6]! ^= 0xff;
    expect(codesOf(await prepare(wrong))).toEqual(['FILE_DAMAGED']);
    expect(codesOf(await prepare(gzipSync(bytes)))).toEqual(['ARCHIVE']);
  });
});
