import { createReadStream } from 'node:fs';

/** Names of streams in the directory of an OLE compound file, which are UTF-16. */
const names = {
  encrypted: Buffer.from('EncryptedPackage', 'utf16le'),
  xls: Buffer.from('Workbook', 'utf16le'),
  book: Buffer.from('Book\0', 'utf16le'),
};
const longest = names.encrypted.length;

/**
 * What a compound file holds: an encrypted workbook, an old one, or something else. Its directory may be anywhere in it,
 * so all of it is looked through; that is a second for the largest file taken.
 */
export const compoundFormat = async (path: string): Promise<'encrypted' | 'xls' | 'other'> => {
  let before = Buffer.alloc(0);
  let format: 'xls' | 'other' = 'other';
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const bytes = Buffer.concat([before, chunk]);
    if (bytes.includes(names.encrypted)) return 'encrypted';
    if (bytes.includes(names.xls) || bytes.includes(names.book)) format = 'xls';
    before = bytes.subarray(-longest);
  }
  return format;
};
