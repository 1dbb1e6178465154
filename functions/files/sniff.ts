import { open } from 'node:fs/promises';

/** What a file is by its bytes, whatever its name says. `text` is whatever is told by no mark: the decoder decides. */
export type Look =
  | 'empty'
  | 'text'
  | 'gzip'
  | 'xlsx'
  | 'xlsb'
  | 'xls'
  | 'encrypted-workbook'
  | 'ods'
  | 'docx'
  | 'doc'
  | 'pptx'
  | 'zip'
  | 'archive'
  | 'pdf'
  | 'image'
  | 'html'
  | 'xml-workbook'
  | 'mail';

const headBytes = 64 * 1024;

const starts = (bytes: Buffer, ...start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte);
const says = (bytes: Buffer, at: number, text: string): boolean =>
  bytes.toString('latin1', at, at + text.length) === text;

const images: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];

/** Which office's ZIP it is, by the names of its parts: they stand in its head, and all of them in its tail. */
const zipOf = (head: Buffer, tail: Buffer): Look => {
  const has = (name: string) => head.includes(name) || tail.includes(name);
  if (has('xl/workbook.bin')) return 'xlsb';
  if (has('xl/workbook.xml') || has('xl/worksheets/') || has('xl/_rels/')) return 'xlsx';
  if (has('application/vnd.oasis.opendocument.spreadsheet')) return 'ods';
  if (has('word/document.xml')) return 'docx';
  if (has('ppt/presentation.xml')) return 'pptx';
  return 'zip';
};

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** Which of the files in the old Office container: its directory, where the header says, has the names of its streams. */
const oleOf = (head: Buffer, directory: Buffer): Look => {
  const has = (name: string) => directory.includes(utf16(name)) || head.includes(utf16(name));
  if (has('EncryptedPackage') || has('EncryptionInfo')) return 'encrypted-workbook';
  if (has('WordDocument')) return 'doc';
  return 'xls';
};

const markupOf = (head: Buffer): Look | undefined => {
  const text = head
    .toString('latin1', 0, 4_096)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .replaceAll('\0', '')
    .replace(/^\u00ff\u00fe/, '')
    .trimStart();
  if (/^<\?xml[\s\S]*?(?:Excel\.Sheet|urn:schemas-microsoft-com:office:spreadsheet)/i.test(text)) return 'xml-workbook';
  if (/^<(?:!doctype html|html|head|meta|table|style|body|div|\?xml|!--)/i.test(text)) return 'html';
  return /^MIME-Version:/i.test(text) ? 'mail' : undefined;
};

const lookAt = (head: Buffer, tail: Buffer): Look => {
  if (head.length === 0) return 'empty';
  if (says(head, 0, 'PK\u0003\u0004') || says(head, 0, 'PK\u0005\u0006')) return zipOf(head, tail);
  if (starts(head, 0x1f, 0x8b)) return 'gzip';
  if (says(head, 0, '%PDF-')) return 'pdf';
  if (images.some((start) => starts(head, ...start))) return 'image';
  if (says(head, 0, 'RIFF') && says(head, 8, 'WEBP')) return 'image';
  if (says(head, 0, 'Rar!') || says(head, 0, '7z\u00bc\u00af') || starts(head, 0x28, 0xb5, 0x2f, 0xfd))
    return 'archive';
  if (says(head, 0, 'BZh') || starts(head, 0xfd, 0x37, 0x7a, 0x58) || says(head, 257, 'ustar')) return 'archive';
  return markupOf(head) ?? 'text';
};

/** Sector of the directory of an old Office container, as its header says (MS-CFB 2.2). */
const directoryOffset = (head: Buffer): number =>
  head.length < 512 ? 0 : (head.readUInt32LE(48) + 1) * 2 ** Math.min(head.readUInt16LE(30), 12);

/** What the file is by its first and last bytes, of which no more than 64 KiB each are read. */
export const sniff = async (path: string): Promise<Look> => {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const read = async (from: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, Math.max(0, from));
      return buffer.subarray(0, bytesRead);
    };
    const head = await read(0);
    if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) return oleOf(head, await read(directoryOffset(head)));
    return lookAt(head, head[0] === 0x50 ? await read(size - headBytes) : head);
  } finally {
    await file.close();
  }
};
