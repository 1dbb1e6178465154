import { brotliCompressSync, crc32, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { kinds } from '../../events/records/kinds.generated.ts';
import { encodeText } from '../../functions/files/encode-text.ts';
import { cellOf, sampleRecords } from '../events/any-cell.ts';
import { type AWorkbook, bytesOf, partsOf, rowXml } from '../functions/files/a-workbook.ts';

/**
 * How reading a mangled file ends. `judged`: its rows were, whatever was wrong with them; a code: it was refused with
 * that fault; `either`: which of both depends on where the damage fell, but one it is.
 */
export type End = 'judged' | 'either' | `${Uppercase<string>}`;

export type Mangled = { readonly name: string; readonly end: End; readonly bytes: () => Uint8Array };

const phoneCard = kinds['phone-card']!;
const fields = Object.entries(phoneCard.fields);
const samples = sampleRecords('phone-card');
const records = Array.from({ length: 40 }, (_, n) => ({
  ...samples[n % samples.length],
  recordId: `K-${n}`,
  msisdn: `1390876${1_000 + n}`,
}));

const headings = fields.map(([, { zh }]) => zh);
const rows = records.map((record: Readonly<Record<string, unknown>>) =>
  fields.map(([name]) => (record[name] === undefined ? '' : cellOf(record[name]))),
);
const lineOf = (cells: readonly string[], by = ','): string => cells.join(by);
const heading = lineOf(headings);
const first = lineOf(rows[0]!);
const table = [headings, ...rows].map((cells) => lineOf(cells)).join('\n');
const body = {
  recordKind: 'phone-card',
  branchId: 'b-1',
  period: { from: '2026-01-01', to: '2026-12-31' },
  mode: 'roster',
  records,
};

export const good = {
  csv: Buffer.from(`\ufeff${table}\n`),
  json: Buffer.from(JSON.stringify(body, null, 1)),
  ndjson: Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join('')),
  gzip: gzipSync(table),
  xlsx: Buffer.from(bytesOf({ sheets: [{ rows: [headings, ...rows] }] })),
};
const utf8 = (text: string): Buffer => Buffer.from(text);
const joined = (...parts: readonly (string | Uint8Array)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? utf8(part) : part)));

const one = (name: string, end: End, bytes: () => string | Uint8Array): Mangled => ({
  ...{ name, end },
  bytes: () => {
    const made = bytes();
    return typeof made === 'string' ? utf8(made) : made;
  },
});

/** Cut at `count` places, evenly from its first byte to its last. */
const truncated = (what: keyof typeof good, count: number, end: (share: number) => End): readonly Mangled[] =>
  Array.from({ length: count }, (_, n) => {
    const to = 1 + Math.floor(((good[what].length - 2) * n) / (count - 1));
    return one(`${what} cut after ${to} bytes`, end(n / (count - 1)), () => good[what].subarray(0, to));
  });

/** A few bytes of it changed at places that are always the same. */
const damaged = (what: keyof typeof good, count: number): readonly Mangled[] =>
  Array.from({ length: count }, (_, n) => {
    const at = Math.imul(n + 1, 2_654_435_761) >>> 0;
    return one(`${what} with bytes changed, the ${n + 1}. time`, 'either', () => {
      const changed = Buffer.from(good[what]);
      for (let turn = 0; turn < 3; turn += 1) {
        const place = (at + Math.imul(turn, 40_503)) % changed.length;
        changed[place] = changed[place]! ^ (1 + ((n * 37 + turn) % 255));
      }
      return changed;
    });
  });

const ole = (...streams: readonly string[]): Buffer => {
  const header = Buffer.alloc(1_536);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  header.writeUInt16LE(9, 30);
  for (const [at, name] of streams.entries()) header.write(name, 512 + at * 128, 'utf16le');
  return header;
};

const archive = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );

/** The workbook with numbers of its archive written over: of the directory’s entry of its sheet, or of its end. */
const lying = (change: (bytes: Buffer, entry: number, end: number) => void): Buffer => {
  const changed = Buffer.from(good.xlsx);
  change(changed, changed.lastIndexOf('xl/worksheets/sheet1.xml') - 46, changed.lastIndexOf('PK\u0005\u0006'));
  return changed;
};
const workbook = (over: AWorkbook): Uint8Array => bytesOf(over);
const sheet = { rows: [headings, ...rows] };
const sheetXml = (inside: string, before = ''): string =>
  `<?xml version="1.0"?>${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${inside}</sheetData></worksheet>`;

const truncations: readonly Mangled[] = [
  ...truncated('csv', 24, (share) => (share > 0.3 ? 'judged' : 'either')),
  ...truncated('ndjson', 12, (share) => (share > 0.3 ? 'judged' : 'either')),
  ...truncated('json', 12, () => 'either'),
  ...truncated('gzip', 12, (share) => (share > 0.1 ? 'FILE_CUT_SHORT' : 'either')),
  ...truncated('xlsx', 16, (share) => (share > 0.1 ? 'FILE_CUT_SHORT' : 'either')),
];

const damages: readonly Mangled[] = (['csv', 'ndjson', 'json', 'gzip', 'xlsx'] as const).flatMap((what) =>
  damaged(what, 8),
);

const utf16 = encodeText(table, 'utf-16le');
const encodings: readonly Mangled[] = [
  one('GB18030', 'judged', () => encodeText(table, 'gb18030')),
  one('UTF-16 little-endian with a mark', 'judged', () => joined(Uint8Array.of(0xff, 0xfe), utf16)),
  one('UTF-16 little-endian without one', 'judged', () => utf16),
  one('UTF-16 big-endian with a mark', 'judged', () =>
    joined(Uint8Array.of(0xfe, 0xff), encodeText(table, 'utf-16be')),
  ),
  one('UTF-16 of an odd number of bytes', 'WRONG_ENCODING', () => joined(Uint8Array.of(0xff, 0xfe), utf16, 'x')),
  one('UTF-16 behind the mark of the other order', 'WRONG_ENCODING', () => joined(Uint8Array.of(0xfe, 0xff), utf16)),
  one('UTF-8 behind a mark of UTF-16', 'WRONG_ENCODING', () => joined(Uint8Array.of(0xff, 0xfe), table)),
  one('UTF-16 with lone surrogates', 'WRONG_ENCODING', () =>
    joined(Uint8Array.of(0xff, 0xfe), utf16, Uint8Array.of(0x00, 0xd8, 0x41, 0x00, 0x00, 0xdc)),
  ),
  one('UTF-8 with lone surrogates', 'BROKEN_TEXT', () => joined(table, '\n', Uint8Array.of(0xed, 0xa0, 0x80))),
  one('UTF-8 with bytes too long for what they say', 'BROKEN_TEXT', () =>
    joined(table, '\n', Uint8Array.of(0xc0, 0xaf)),
  ),
  one('UTF-32', 'WRONG_ENCODING', () =>
    Buffer.concat(
      [...table].map((mark) => {
        const four = Buffer.alloc(4);
        four.writeUInt32LE(mark.codePointAt(0)!);
        return four;
      }),
    ),
  ),
  one('half UTF-8, half GB18030', 'BROKEN_TEXT', () =>
    joined(heading, '\n', first, '\n', encodeText(rows.map((cells) => lineOf(cells)).join('\n'), 'gb18030')),
  ),
  one('UTF-8 read as Latin-1 and written again', 'NO_HEADINGS', () =>
    Buffer.from(Buffer.from(table).toString('latin1')),
  ),
  one('bytes of Latin-1', 'BROKEN_TEXT', () => joined(table, '\n', Buffer.from('é à ü', 'latin1'))),
  one('three marks before the text', 'judged', () => joined('\ufeff\ufeff\ufeff', table)),
  one('a mark of UTF-8 before each line', 'judged', () => joined('\ufeff', table.replaceAll('\n', '\n\ufeff'))),
  one('JSON in UTF-16', 'judged', () =>
    joined(Uint8Array.of(0xff, 0xfe), encodeText(JSON.stringify(records), 'utf-16le')),
  ),
  one('JSON in GB18030', 'judged', () =>
    encodeText(
      JSON.stringify(records.map((record) => ({ ...record, alternativeMethod: '国家网络身份认证' }))),
      'gb18030',
    ),
  ),
  one('JSON with half a surrogate pair in it', 'judged', () => JSON.stringify(records).replace('K-0', 'K\\ud800')),
  one('EBCDIC', 'WRONG_ENCODING', () => Buffer.from(table.slice(0, 400)).map((byte) => (byte + 0x40) % 256)),
];

const renamed: readonly Mangled[] = [
  one('an old Excel workbook', 'OLD_WORKBOOK', () => ole('Workbook')),
  one('an old Word document', 'NOT_A_TABLE', () => ole('WordDocument')),
  one('an old Office file whose directory is nowhere', 'OLD_WORKBOOK', () => {
    const file = ole('Workbook');
    file.writeUInt32LE(0xfffffff0, 48);
    return file;
  }),
  one('the first eight bytes of an old Office file', 'OLD_WORKBOOK', () => ole().subarray(0, 8)),
  one('a workbook with a password', 'PASSWORD_PROTECTED', () => ole('EncryptionInfo', 'EncryptedPackage')),
  one('a workbook whose parts have a password', 'PASSWORD_PROTECTED', () =>
    lying((bytes, entry) => bytes.writeUInt16LE(bytes.readUInt16LE(entry + 8) | 1, entry + 8)),
  ),
  one('a binary workbook', 'BINARY_WORKBOOK', () => archive({ 'xl/workbook.bin': 'x' })),
  one('an OpenDocument sheet', 'OPEN_DOCUMENT', () =>
    zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }] }),
  ),
  one('a Word document', 'NOT_A_TABLE', () => archive({ 'word/document.xml': '<a/>' })),
  one('a presentation', 'NOT_A_TABLE', () => archive({ 'ppt/presentation.xml': '<a/>' })),
  one('an archive of tables', 'ARCHIVE', () => archive({ 'a.csv': table, 'b.csv': table })),
  one('an archive of nothing', 'ARCHIVE', () => archive({})),
  one('a workbook in an archive', 'ARCHIVE', () => archive({ 'a.xlsx': good.xlsx })),
  one('RAR', 'ARCHIVE', () => 'Rar!\u001a\u0007\u0001 and so on'),
  one('7z', 'ARCHIVE', () => joined(Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), 'and so on')),
  one('bzip2', 'ARCHIVE', () => 'BZh91AY&SY and so on'),
  one('zstd', 'ARCHIVE', () => Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 1, 2, 3)),
  one('TAR', 'ARCHIVE', () => {
    const file = Buffer.alloc(1_024);
    file.write('a.csv');
    file.write('ustar', 257);
    return file;
  }),
  one('zlib without its gzip', 'WRONG_ENCODING', () => deflateSync(table)),
  one('Brotli', 'WRONG_ENCODING', () => brotliCompressSync(table)),
  one('PDF', 'NOT_A_TABLE', () => '%PDF-1.7\n1 0 obj'),
  one('PNG', 'NOT_A_TABLE', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)),
  one('JPEG', 'NOT_A_TABLE', () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)),
  one(
    'a web page saved as .xls',
    'HTML_TABLE',
    () => `<html><table><tr><td>${headings.join('</td><td>')}</td></tr></table></html>`,
  ),
  one('a mail', 'HTML_TABLE', () => 'MIME-Version: 1.0\nContent-Type: multipart/related\n'),
  one(
    'an XML spreadsheet of Excel 2003',
    'XML_WORKBOOK',
    () => '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
  ),
  one('a program', 'NO_HEADINGS', () => joined('MZ', Buffer.alloc(512, 7))),
  one('a database', 'ZERO_BYTES', () => joined('SQLite format 3\0', Buffer.alloc(512))),
  one('a columnar file', 'NO_HEADINGS', () => joined('PAR1', Buffer.alloc(64, 0x15), 'PAR1')),
  one('noise', 'WRONG_ENCODING', () =>
    Buffer.from(Array.from({ length: 5_000 }, (_, n) => Math.imul(n + 7, 2_654_435_761) >>> 24)),
  ),
  one('prose', 'NO_HEADINGS', () => '各位同事：\n附件是本月的开户记录，请查收。\n\n此致\n'),
  one('the two letters of a ZIP alone', 'NO_HEADINGS', () => 'PK'),
  one('the four bytes of a ZIP alone', 'ARCHIVE', () => 'PK\u0003\u0004'),
  one('the two bytes of gzip alone', 'FILE_CUT_SHORT', () => Uint8Array.of(0x1f, 0x8b)),
];

const nothing: readonly Mangled[] = [
  one('no byte', 'EMPTY_FILE', () => ''),
  one('a mark alone', 'EMPTY_FILE', () => '\ufeff'),
  one('a mark of UTF-16 alone', 'EMPTY_FILE', () => Uint8Array.of(0xff, 0xfe)),
  one('one line end', 'EMPTY_FILE', () => '\n'),
  one('blanks', 'EMPTY_FILE', () => ' \t \r\n　\n'),
  one('delimiters', 'EMPTY_FILE', () => ',,,,\n,,,,\n'),
  one('headings', 'EMPTY_FILE', () => heading),
  one('headings and blank rows', 'EMPTY_FILE', () => `${heading}\n\n${','.repeat(fields.length)}\n \n`),
  one('a gzip of nothing', 'EMPTY_FILE', () => gzipSync('')),
  one('a gzip of headings', 'EMPTY_FILE', () => gzipSync(heading)),
  one('a workbook of headings', 'EMPTY_FILE', () => workbook({ sheets: [{ rows: [headings] }] })),
  one('a workbook with a sheet of nothing', 'EMPTY_FILE', () => workbook({ sheets: [{}] })),
  one('a workbook with no sheet', 'NO_SHEET', () => workbook({ sheets: [] })),
  one('a workbook with hidden sheets alone', 'NO_SHEET', () => workbook({ sheets: [{ ...sheet, state: 'hidden' }] })),
  ...['[]', '[ ]\n', '{"recordKind":"phone-card","period":{"from":"2026-01-01","to":"2026-01-31"},"records":[]}'].map(
    (json) => one(`JSON ${json}`, 'EMPTY_FILE', () => json),
  ),
  ...['{}', 'null', 'true', '1', '""', '[[]]', '[null]', '[1, "a", [], {}]', '{"records":null}', '{"records":{}}'].map(
    (json) => one(`JSON ${json}`, 'either', () => json),
  ),
];

const quotes: readonly Mangled[] = [
  one('a quote never closed in the headings', 'MALFORMED_CSV', () => `"${table}`),
  one('a quote never closed in the first row', 'MALFORMED_CSV', () => `${heading}\n"${first}\n${first}`),
  one('a quote never closed in the last row', 'judged', () => `${table}\n"K-99,2026`),
  one('quotes within cells', 'judged', () => table.replaceAll('K-', 'K"-"')),
  one('a quote closed within a cell', 'judged', () => table.replaceAll('K-', '"K"-')),
  one('cells within quotes within quotes', 'judged', () => `${heading}\n"""${first.replaceAll(',', '"",""')}"""`),
  one('nothing but quotes', 'MALFORMED_CSV', () => '"'.repeat(100_001)),
  one('nothing but pairs of quotes', 'EMPTY_FILE', () => '""\n'.repeat(20_000)),
  one('a quote on every line, closed on the next', 'judged', () => `${heading}\n${`"${first}\n`.repeat(40)}`),
  one('curly quotes', 'judged', () => table.replaceAll('K-', '“K-').replaceAll(',2026', '”,2026')),
  one('apostrophes for quotes', 'judged', () => table.replace(/[^,\n]+/g, "'$&'").replace(/^.*/, heading)),
  one('a line end in a quoted heading', 'judged', () => table.replace('开户时间', '"开户\n时间"')),
  one('20,000 lines in one quoted cell', 'judged', () => `${table}\n"K-99${'\n'.repeat(20_000)}",x`),
];

const zeros: readonly Mangled[] = [
  one('a zero byte first', 'ZERO_BYTES', () => `\0${table}`),
  one('a zero byte in a cell', 'ZERO_BYTES', () => table.replace('K-20', 'K-\0')),
  one('a zero byte last', 'ZERO_BYTES', () => `${table}\0`),
  one('a zero byte after each', 'WRONG_ENCODING', () => [...table].join('\0')),
  one('a zero byte in JSON', 'ZERO_BYTES', () => JSON.stringify(records).replace('K-20', 'K-\0')),
  one('a zero byte written out in JSON', 'judged', () => JSON.stringify(records).replace('K-20', 'K-\\u0000')),
  one('a zero byte in a line of JSON', 'ZERO_BYTES', () => good.ndjson.toString().replace('K-20', 'K-\0')),
  one('a zero byte in a sheet', 'MALFORMED_XML', () => workbook({ sheets: [{ xml: sheetXml(rowXml(1, ['a\0b'])) }] })),
  one('a megabyte of zero bytes', 'ZERO_BYTES', () => Buffer.alloc(1_000_000)),
  one('zero bytes to the end, as from a disk that was full', 'ZERO_BYTES', () => {
    const bytes = Buffer.from(good.csv);
    bytes.fill(0, bytes.length >> 1);
    return bytes;
  }),
  one('a zero byte in a gzip', 'ZERO_BYTES', () => gzipSync(table.replace('K-20', 'K-\0'))),
];

const wide = (count: number, name: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => name(at)).join(',');
const shapes: readonly Mangled[] = [
  one(
    '16,384 columns, most of them of no kind',
    'TOO_MANY_COLUMNS',
    () => `${heading},${wide(16_384 - headings.length, (at) => `c${at}`)}\n${first}\n`,
  ),
  one(
    '16,384 columns without headings',
    'judged',
    () => `${table.replaceAll('\n', `${','.repeat(16_384 - headings.length)}\n`)}`,
  ),
  one('16,384 columns of one name', 'TOO_MANY_COLUMNS', () => `${wide(16_384, () => '记录编号')}\n`),
  one('16,384 columns in a sheet', 'TOO_MANY_COLUMNS', () =>
    workbook({
      sheets: [
        { rows: [[...headings, ...Array.from({ length: 16_384 - headings.length }, (_, at) => `c${at}`)], rows[0]!] },
      ],
    }),
  ),
  one('16,384 cells in a row of a sheet of few columns', 'TOO_MANY_COLUMNS', () =>
    workbook({ sheets: [{ rows: [headings, Array.from({ length: 16_384 }, () => 'x')] }] }),
  ),
  one('a column beyond those that a sheet has', 'MALFORMED_XML', () =>
    workbook({ sheets: [{ xml: sheetXml('<row r="1"><c r="XFE1" t="str"><v>1</v></c></row>') }] }),
  ),
  one('a cell beyond the rows that a sheet has', 'MALFORMED_XML', () =>
    workbook({
      sheets: [
        { xml: sheetXml(`${rowXml(1, headings)}<row r="4294967297"><c r="A4294967297" t="str"><v>1</v></c></row>`) },
      ],
    }),
  ),
  one('one column', 'MISSING_COLUMN', () => `记录编号\nK-1\nK-2\n`),
  one('rows of other kinds', 'NO_HEADINGS', () => 'foo,bar,baz\n1,2,3\n'),
  one('rows longer and shorter than the headings', 'judged', () => `${heading}\n${first},x,y,z\nK-1\n\n${first}`),
  one('semicolons, with commas in the headings', 'judged', () =>
    [headings, ...rows].map((cells) => lineOf(cells, ';')).join('\n'),
  ),
  one('tabs', 'judged', () => [headings, ...rows].map((cells) => lineOf(cells, '\t')).join('\n')),
  one('full-width commas', 'judged', () => [headings, ...rows].map((cells) => lineOf(cells, '，')).join('\n')),
  one('delimiters that change from line to line', 'judged', () =>
    [headings, ...rows].map((cells, n) => lineOf(cells, [',', ';', '\t'][n % 3])).join('\n'),
  ),
  one('the line that tells Excel the delimiter', 'judged', () => `sep=,\n${table}`),
  one('carriage returns alone', 'judged', () => table.replaceAll('\n', '\r')),
  one('line ends of three systems', 'judged', () =>
    table
      .split('\n')
      .map((line, n) => line + ['\n', '\r\n', '\r'][n % 3])
      .join(''),
  ),
  one('a title of three lines above the headings', 'judged', () => `某某公司,,\n开户明细表,,\n制表：,,\n${table}`),
  one('the headings a second time in the middle', 'judged', () => `${table}\n${table}`),
  one('every record twice', 'judged', () => `${table}\n${table.slice(table.indexOf('\n') + 1)}`),
  one('a cell of 900,000 characters', 'judged', () => `${table}\n${first.replace('outlet', 'x'.repeat(900_000))}`),
  one('a row of two megabytes', 'judged', () => `${table}\n${'x'.repeat(2_000_000)}`),
  one('a heading of 300,000 characters', 'judged', () => `${heading},${'长'.repeat(300_000)}\n${first}`),
  one('marks that turn the text around', 'judged', () => table.replaceAll('K-', '\u202eK-')),
  one('formulas', 'judged', () => table.replaceAll('K-', '=HYPERLINK("http://example.invalid")&"K-')),
  one('a blank row after each', 'judged', () => table.replaceAll('\n', '\n\n,,,\n')),
];

const members = (json: string): string => JSON.stringify(body).replace(/"records":\[.*$/, json);
const json: readonly Mangled[] = [
  one('a comma too many', 'MALFORMED_JSON', () => JSON.stringify(records).replace(/\]$/, ',]')),
  one('a bracket too many', 'MALFORMED_JSON', () => `${JSON.stringify(records)}]`),
  one('two arrays', 'MALFORMED_JSON', () => JSON.stringify(records).repeat(2)),
  one('comments', 'MALFORMED_JSON', () => `// cards\n${JSON.stringify(records)}`),
  one('apostrophes for quotes', 'MALFORMED_JSON', () => JSON.stringify(records).replaceAll('"', "'")),
  one('a number that is none', 'MALFORMED_JSON', () => JSON.stringify(records).replace('0.94', 'NaN')),
  one('a number beyond all numbers', 'judged', () => JSON.stringify(records).replace('0.94', '1e999')),
  one('a name twice', 'judged', () =>
    JSON.stringify(records).replace('"recordId":"K-0"', '"recordId":"X","recordId":"K-0"'),
  ),
  one('names of every object', 'judged', () =>
    JSON.stringify(records).replaceAll('"iccid"', '"__proto__"').replaceAll('"channel"', '"constructor"'),
  ),
  one('records within records', 'judged', () => JSON.stringify(records.map((record) => [record]))),
  one('no records', 'NULL_NOT_ALLOWED', () => members('"records":null}')),
  one('records as text', 'WRONG_TYPE', () => members('"records":"K-1"}')),
  one('records twice', 'MALFORMED_JSON', () =>
    members(`"records":${JSON.stringify(records)},"records":${JSON.stringify(records)}}`),
  ),
  one('a period that ends before it begins', 'BACKWARDS_DATES', () =>
    JSON.stringify({ ...body, period: { from: '2026-12-31', to: '2026-01-01' } }),
  ),
  one('no period', 'MISSING_FIELD', () => JSON.stringify({ ...body, period: undefined })),
  one('100,000 brackets', 'MALFORMED_JSON', () => '['.repeat(100_000)),
  one(
    '100,000 brackets and as many that close them',
    'MALFORMED_JSON',
    () => '['.repeat(100_000) + ']'.repeat(100_000),
  ),
  one(
    'a record as deep as 50,000 objects',
    'MALFORMED_JSON',
    () => `[${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}]`,
  ),
  one(
    'a line as deep as 50,000 objects',
    'judged',
    () => `${JSON.stringify(records[0])}\n${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}\n`,
  ),
  one('a record of two megabytes', 'ROW_TOO_LONG', () =>
    JSON.stringify([{ ...records[0], channel: 'x'.repeat(2_000_000) }]),
  ),
  one('a record of 30,000 names', 'judged', () =>
    JSON.stringify([Object.fromEntries(Array.from({ length: 30_000 }, (_, n) => [`n${n}`, n]))]),
  ),
  one('lines of JSON that are no objects', 'NO_HEADINGS', () => '1\n"a"\nnull\n[]\n{}\n'),
  one('lines of JSON with a comma after each', 'judged', () => good.ndjson.toString().replaceAll('}\n', '},\n')),
  one('JSON after its callback', 'MALFORMED_JSON', () => `callback(${JSON.stringify(records)})`),
];

const archives: readonly Mangled[] = [
  one('a part larger than it says', 'UNSAFE_ARCHIVE', () =>
    lying((bytes, entry) => bytes.writeUInt32LE(50, entry + 24)),
  ),
  one('a part smaller than it says', 'UNSAFE_ARCHIVE', () =>
    lying((bytes, entry) => bytes.writeUInt32LE(bytes.readUInt32LE(entry + 24) + 1, entry + 24)),
  ),
  one('a part that claims four gigabytes', 'COMPRESSED_TOO_FAR', () =>
    lying((bytes, entry) => bytes.writeUInt32LE(0xfffffffe, entry + 24)),
  ),
  one('a part packed smaller than it is', 'FILE_DAMAGED', () =>
    lying((bytes, entry) => bytes.writeUInt32LE(20, entry + 20)),
  ),
  one('a part packed beyond the end', 'FILE_CUT_SHORT', () =>
    lying((bytes, entry) => bytes.writeUInt32LE(0x7fffffff, entry + 20)),
  ),
  one('a wrong checksum', 'FILE_DAMAGED', () => lying((bytes, entry) => bytes.writeUInt32LE(1, entry + 16))),
  one('an unknown way of packing', 'FILE_DAMAGED', () => lying((bytes, entry) => bytes.writeUInt16LE(99, entry + 10))),
  one('stored, it says, though it is packed', 'UNSAFE_ARCHIVE', () =>
    lying((bytes, entry) => bytes.writeUInt16LE(0, entry + 10)),
  ),
  one('a part that begins nowhere', 'FILE_CUT_SHORT', () =>
    lying((bytes, entry) => bytes.writeUInt32LE(0x7ffffff0, entry + 42)),
  ),
  one('a part that begins within another', 'FILE_DAMAGED', () =>
    lying((bytes, entry) => bytes.writeUInt32LE(5, entry + 42)),
  ),
  one('a directory that begins nowhere', 'FILE_CUT_SHORT', () =>
    lying((bytes, _, end) => bytes.writeUInt32LE(0x7ffffff0, end + 16)),
  ),
  one('more parts than there are', 'FILE_CUT_SHORT', () =>
    lying((bytes, _, end) => bytes.writeUInt16LE(500, end + 10)),
  ),
  one('65,535 parts, it says', 'TOO_MANY_PARTS', () => lying((bytes, _, end) => bytes.writeUInt16LE(0xffff, end + 10))),
  one('fewer parts than there are', 'FILE_DAMAGED', () => lying((bytes, _, end) => bytes.writeUInt16LE(2, end + 10))),
  one('a path that leads out of it', 'UNSAFE_ARCHIVE', () =>
    archive({ ...partsOf({ sheets: [sheet] }), '../x.xml': '<a/>' }),
  ),
  one('bytes before it', 'WRONG_ENCODING', () => joined('#!/bin/sh\n', good.xlsx)),
  one('bytes after it', 'FILE_DAMAGED', () => joined(good.xlsx, 'x'.repeat(100))),
  one('two workbooks, one after the other', 'judged', () => joined(good.xlsx, good.xlsx)),
  one('parts without what says what they are', 'judged', () =>
    workbook({ sheets: [sheet], parts: { '[Content_Types].xml': undefined } }),
  ),
  one('no workbook part', 'FILE_DAMAGED', () => workbook({ sheets: [sheet], parts: { 'xl/workbook.xml': undefined } })),
  one('a sheet that is missing', 'FILE_DAMAGED', () =>
    workbook({ sheets: [sheet], parts: { 'xl/worksheets/sheet1.xml': undefined } }),
  ),
  one('texts that are missing', 'MALFORMED_XML', () =>
    workbook({ sheets: [{ xml: sheetXml('<row r="1"><c r="A1" t="s"><v>7</v></c></row>') }] }),
  ),
  one('a sheet that is no XML', 'MALFORMED_XML', () => workbook({ sheets: [{ xml: 'PK' }] })),
  one('a sheet that breaks off', 'MALFORMED_XML', () =>
    workbook({ sheets: [{ xml: sheetXml(rowXml(1, headings)).slice(0, -40) }] }),
  ),
  one('a document type', 'UNSAFE_XML', () =>
    workbook({ sheets: [{ xml: sheetXml('&b;', '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>') }] }),
  ),
  one('elements within elements', 'UNSAFE_XML', () => workbook({ sheets: [{ xml: sheetXml('<a>'.repeat(100_000)) }] })),
  one('a gzip within a gzip', 'ARCHIVE', () => gzipSync(good.gzip)),
  one('a workbook within a gzip', 'judged', () => gzipSync(good.xlsx)),
  one('an archive within a gzip', 'ARCHIVE', () => gzipSync(archive({ 'a.csv': table }))),
  one('two gzips, one after the other', 'judged', () => joined(good.gzip, gzipSync(`\n${first}`))),
  one('bytes after a gzip', 'FILE_DAMAGED', () => joined(good.gzip, 'x'.repeat(50))),
  one('a gzip with a wrong checksum', 'FILE_DAMAGED', () => {
    const bytes = Buffer.from(good.gzip);
    bytes.writeUInt32LE(1, bytes.length - 8);
    return bytes;
  }),
  one('a gzip with a wrong size', 'FILE_DAMAGED', () => {
    const bytes = Buffer.from(good.gzip);
    bytes.writeUInt32LE(1, bytes.length - 4);
    return bytes;
  }),
  one('a gzip of an unknown way of packing', 'FILE_DAMAGED', () => {
    const bytes = Buffer.from(good.gzip);
    bytes[2] = 7;
    return bytes;
  }),
];

/** Every small mangled file, by what is wrong with it. */
export const groups: readonly (readonly [what: string, files: readonly Mangled[]])[] = [
  ['a file cut short', truncations],
  ['a file with damage in it', damages],
  ['a file in another encoding', encodings],
  ['a file that is something else', renamed],
  ['a file with nothing in it', nothing],
  ['a table with quotes gone astray', quotes],
  ['a file with zero bytes', zeros],
  ['a table of an odd shape', shapes],
  ['JSON of an odd form', json],
  ['an archive that lies', archives],
];

const MiB = 1024 * 1024;

/** Deflated again and again: a block of 16 MiB of one byte, `times` over, that costs nothing to write. */
const endless = (byte: number, times: number) => {
  const block = Buffer.alloc(16 * MiB, byte);
  const last = deflateRawSync(block);
  const flushed = deflateRawSync(block, { finishFlush: 3 });
  return {
    packed: Buffer.concat([...Array.from({ length: times - 1 }, () => flushed), last]),
    size: times * block.length,
  };
};

/** A workbook’s sheet packed as given, behind sizes that somebody claims. */
const packedSheet = (packed: Buffer, size: number, sum = 0): Buffer => {
  const parts = partsOf({ sheets: [sheet] });
  const whole = Buffer.from(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': [strToU8('PLACE'), { level: 0 }] }));
  const at = whole.indexOf('PLACE');
  const before = Buffer.from(whole.subarray(0, at));
  const after = Buffer.from(whole.subarray(at + 5));
  const grown = packed.length - 5;
  const local = before.lastIndexOf('PK\u0003\u0004');
  before.writeUInt16LE(8, local + 8);
  before.writeUInt32LE(sum, local + 14);
  before.writeUInt32LE(packed.length, local + 18);
  before.writeUInt32LE(size, local + 22);
  const end = after.lastIndexOf('PK\u0005\u0006');
  const directory = after.indexOf('PK\u0001\u0002');
  for (let entry = directory; after.readUInt32LE(entry) === 0x02014b50; ) {
    const [name, extra, comment] = [28, 30, 32].map((place) => after.readUInt16LE(entry + place)) as [
      number,
      number,
      number,
    ];
    if (after.toString('latin1', entry + 46, entry + 46 + name) === 'xl/worksheets/sheet1.xml') {
      after.writeUInt16LE(8, entry + 10);
      after.writeUInt32LE(sum, entry + 16);
      after.writeUInt32LE(packed.length, entry + 20);
      after.writeUInt32LE(size, entry + 24);
    } else if (after.readUInt32LE(entry + 42) > at)
      after.writeUInt32LE(after.readUInt32LE(entry + 42) + grown, entry + 42);
    entry += 46 + name + extra + comment;
  }
  after.writeUInt32LE(after.readUInt32LE(end + 16) + grown, end + 16);
  return Buffer.concat([before, packed, after]);
};

const manyRows = (row: (n: number) => string, count = 1_000_000): string => {
  const parts: string[] = [];
  for (let n = 0; n < count; n += 1) parts.push(row(n));
  return parts.join('');
};

const sheetOfMany = (row: (n: number) => string): Uint8Array => {
  const xml = Buffer.from(sheetXml(rowXml(1, headings) + rowXml(2, rows[0]!) + manyRows((n) => row(n + 3))));
  return packedSheet(deflateRawSync(xml, { level: 6 }), xml.length, crc32(xml));
};

/** Those that are large, or grow large: each is read in a process of its own, whose memory is looked at. */
export const large: readonly Mangled[] = [
  one('a gzip bomb of a gigabyte of zero bytes', 'either', () =>
    Buffer.concat(Array(64).fill(gzipSync(Buffer.alloc(16 * MiB)))),
  ),
  one('a gzip bomb of a gigabyte of blank lines', 'COMPRESSED_TOO_FAR', () =>
    joined(gzipSync(`${table}\n`), ...Array<Uint8Array>(64).fill(gzipSync(Buffer.alloc(16 * MiB, '\n')))),
  ),
  one('a zip bomb that says so', 'COMPRESSED_TOO_FAR', () => {
    const { packed, size } = endless(0x20, 64);
    return packedSheet(packed, size);
  }),
  one('a zip bomb that says that it is none', 'UNSAFE_ARCHIVE', () => packedSheet(endless(0x20, 64).packed, 50_000)),
  one('a million blank lines', 'judged', () => `${table}${'\n'.repeat(1_000_000)}`),
  one('a million blank lines and no record', 'EMPTY_FILE', () => `${heading}${'\n'.repeat(1_000_000)}`),
  one(
    'a million rows of blank cells',
    'judged',
    () => `${table}\n${`${' ,'.repeat(headings.length - 1)}\n`.repeat(1_000_000)}`,
  ),
  one('a million blank lines among lines of JSON', 'judged', () =>
    good.ndjson.toString().replaceAll('\n', '\n'.repeat(25_000)),
  ),
  one('a million blank rows of a sheet', 'judged', () => sheetOfMany((n) => `<row r="${n}" ht="15"/>`)),
  one('a million rows of a sheet with styles alone', 'judged', () =>
    sheetOfMany((n) => `<row r="${n}"><c r="A${n}" s="1"/><c r="B${n}" s="1"/></row>`),
  ),
  one('a line of 100 megabytes', 'either', () => joined(table, '\n', Buffer.alloc(100 * MiB, 'x'))),
  one('a quote never closed for 100 megabytes', 'either', () => joined(table, '\n"', Buffer.alloc(100 * MiB, 'x\n'))),
  one('a line of JSON of 100 megabytes', 'either', () =>
    joined(good.ndjson, '{"recordId":"', Buffer.alloc(100 * MiB, 'x')),
  ),
  one('a record of JSON of 100 megabytes', 'ROW_TOO_LONG', () =>
    joined('[{"recordId":"', Buffer.alloc(100 * MiB, 'x'), '"}]'),
  ),
  one(
    '16,384 columns over 1,000 rows',
    'TOO_MANY_COLUMNS',
    () =>
      `${heading},${wide(16_384 - headings.length, (at) => `c${at}`)}\n${`${first}${','.repeat(16_384 - headings.length)}\n`.repeat(1_000)}`,
  ),
  one('half a million rows of an id alone', 'judged', () => `${heading}\n${manyRows((n) => `${n}\n`, 500_000)}`),
  one('rows of which none is right', 'judged', () => `${heading}\n${manyRows((n) => `${n},x,y,z\n`, 100_000)}`),
];
