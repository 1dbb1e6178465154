import { pipeline, type Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { isBomb, type Limits } from '../limits.ts';
import { notRead } from '../unreadable.ts';
import { archiveBomb, damaged, tooManyParts, truncated, unsafeArchive } from './container-faults.ts';
import { UnreadableWorkbook } from './unreadable-workbook.ts';

/** The parts of a workbook, each read as a stream and at will: a zip has them in no order that counts. */
export type Container = {
  /** Names in lower case: those of parts do not differ by case. */
  readonly names: ReadonlySet<string>;
  /** Throws UnreadableWorkbook while being read, where what is packed cannot be trusted. */
  readonly read: (name: string) => AsyncGenerator<Buffer, void, undefined>;
  readonly close: () => void;
};

const refuse = (fault: ConstructorParameters<typeof UnreadableWorkbook>[0], cause?: unknown): never => {
  throw new UnreadableWorkbook(fault, { cause });
};

const liesOfSize = unsafeArchive({
  zh: '部件的实际大小与所称不符',
  en: 'a part is not of the size that it claims',
});

/** What the library says of an archive, in words for a person. Its messages are the only thing that tells them apart. */
const faultOf = (error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  if (/end of central directory record signature not found|unexpected EOF|overflows file bounds/i.test(message)) {
    return truncated;
  }
  if (/relative path|absolute path|invalid characters in fileName/.test(message)) {
    return unsafeArchive({ zh: '部件路径指向包外', en: 'a part’s path leads out of it' });
  }
  if (/size mismatch/.test(message)) return liesOfSize;
  if (/encrypt/.test(message)) return notRead('encrypted-workbook');
  return damaged({ zh: '压缩结构无法读取', en: 'its archive cannot be read' });
};

const openZip = async (path: string): Promise<ZipFile> => {
  try {
    return await openPromise(path, { autoClose: false });
  } catch (error) {
    return refuse(faultOf(error), error);
  }
};

/** The library unpacks 16 KiB at a time, each by a turn of the thread pool; larger pieces take half as long. */
const unpackedAtOnce = 128 * 1024;

const unpacked = async (zip: ZipFile, entry: Entry): Promise<Readable> => {
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  if (entry.compressionMethod === 0) return packed;
  if (entry.compressionMethod !== 8) {
    return refuse(damaged({ zh: '使用了不常见的压缩方式', en: 'it is packed in an uncommon way' }));
  }
  // Whoever reads the end of the pipe hears of its errors.
  return pipeline(packed, createInflateRaw({ chunkSize: unpackedAtOnce }), () => {});
};

const entriesOf = async (zip: ZipFile, limits: Limits): Promise<ReadonlyMap<string, Entry>> => {
  // Before any is read: the number is a claim, and each entry costs memory.
  if (zip.entryCount > limits.entries) refuse(tooManyParts(zip.entryCount, limits.entries));
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (entries.has(name)) {
        refuse(unsafeArchive({ zh: '有两个同名部件', en: 'two parts have one name' }));
      }
      unpacked += entry.uncompressedSize;
      const isTooMuch = isBomb(limits, entry.compressedSize, entry.uncompressedSize);
      if (isTooMuch || unpacked > limits.unpackedBytes) refuse(archiveBomb(entry.fileName, entry.uncompressedSize));
      if (entry.isEncrypted()) refuse(notRead('encrypted-workbook'));
      entries.set(name, entry);
    }
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw error;
    refuse(faultOf(error), error);
  }
  return entries;
};

/**
 * Opens what should be a workbook's archive. Nothing is unpacked but the parts that are asked for, and none to disk.
 * Throws UnreadableWorkbook where it is no whole zip, or one that claims too much.
 */
export const openContainer = async (path: string, limits: Limits): Promise<Container> => {
  const zip = await openZip(path);
  const close = () => zip.close();
  try {
    const entries = await entriesOf(zip, limits);
    const read = async function* (name: string): AsyncGenerator<Buffer, void, undefined> {
      const entry = entries.get(name);
      if (entry === undefined) return refuse(damaged({ zh: `缺少部件 ${name}`, en: `its part ${name} is missing` }));
      let sum = 0;
      let size = 0;
      try {
        for await (const chunk of await unpacked(zip, entry)) {
          size += chunk.length;
          if (size > entry.uncompressedSize) refuse(liesOfSize);
          sum = crc32(chunk, sum);
          yield chunk;
        }
      } catch (error) {
        if (error instanceof UnreadableWorkbook) throw error;
        refuse(faultOf(error), error);
      }
      if (size < entry.uncompressedSize) refuse(liesOfSize);
      if (sum !== entry.crc32) refuse(damaged({ zh: `部件 ${name} 校验不符`, en: `the checksum of ${name} is wrong` }));
    };
    return { names: new Set(entries.keys()), read, close };
  } catch (error) {
    close();
    throw error;
  }
};
