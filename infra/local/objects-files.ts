import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { refuse } from './objects-refusals.ts';

// One file an object: its bytes, then what is known of them as one JSON line, then that line's length in eight digits.
// So a file is whole or absent, and describes itself.

export type Described = {
  readonly etag: string;
  readonly length: number;
  readonly modifiedAtMs: number;
  /** Content type, encoding, `x-amz-meta-…` and checksums, by header name. */
  readonly headers: Readonly<Record<string, string>>;
};
export type Files = Awaited<ReturnType<typeof openFiles>>;

const MAX_KEY_BYTES = 1024;
const PIECE = 200;
const FOOTER_DIGITS = 8;
const FILE = '.o';
const FOLDER = '.d';

const isMissing = (error: NodeJS.ErrnoException) => error.code === 'ENOENT' || error.code === 'ENOTDIR';

/**
 * A key as a path below its bucket. Every byte but a-z, 0-9, `_` and `-` is escaped, so no key names a folder outside,
 * and two keys stay two on file systems that take A for a. Long names go into folders of 200 characters.
 */
export const pathOfKey = (key: string): string => {
  const bytes = Buffer.from(key, 'utf8');
  if (bytes.length > MAX_KEY_BYTES) throw refuse('KeyTooLongError', 'a key has at most 1024 bytes');
  const name = bytes.toString('latin1').replace(/[^a-z0-9_-]/g, (c) => {
    return `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
  const pieces = name.match(new RegExp(`.{1,${PIECE}}`, 'g')) ?? [];
  return join(...pieces.slice(0, -1).map((piece) => piece + FOLDER), pieces.at(-1) + FILE);
};

const keyOfPath = (path: string): string => {
  const name = path
    .split(sep)
    .map((piece) => piece.slice(0, -FILE.length))
    .join('');
  const latin = name.replace(/%([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(latin, 'latin1').toString('utf8');
};

const bucketName = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;

const syncFolder = async (path: string) => {
  if (process.platform === 'win32') return; // a folder cannot be opened there; the file system keeps its own journal
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
};

const footerOf = async (handle: FileHandle): Promise<Described> => {
  const { size } = await handle.stat();
  const digits = Buffer.alloc(FOOTER_DIGITS);
  await handle.read(digits, 0, FOOTER_DIGITS, size - FOOTER_DIGITS);
  const footer = Buffer.alloc(Number(digits.toString()));
  await handle.read(footer, 0, footer.length, size - FOOTER_DIGITS - footer.length);
  return JSON.parse(footer.toString('utf8'));
};

export const openFiles = async (directory: string) => {
  const unfinished = join(directory, 'unfinished');
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });

  const folderOf = async (bucket: string): Promise<string> => {
    if (!bucketName.test(bucket)) throw refuse('InvalidBucketName', `no bucket can be called ${bucket}`);
    const folder = join(directory, 'buckets', bucket);
    await stat(folder).catch(() => {
      throw refuse('NoSuchBucket', `no bucket ${bucket}`);
    });
    return folder;
  };

  const opened = async (bucket: string, key: string): Promise<FileHandle> =>
    open(join(await folderOf(bucket), pathOfKey(key)), 'r').catch((error) => {
      throw isMissing(error) ? refuse('NoSuchKey', `no object ${key}`) : error;
    });

  const describe = async (bucket: string, key: string): Promise<Described> => {
    const handle = await opened(bucket, key);
    return footerOf(handle).finally(() => handle.close());
  };

  return {
    makeBucket: async (bucket: string): Promise<void> => {
      if (!bucketName.test(bucket)) throw refuse('InvalidBucketName', `no bucket can be called ${bucket}`);
      const made = await mkdir(join(directory, 'buckets', bucket), { recursive: true });
      if (made === undefined) throw refuse('BucketAlreadyOwnedByYou', `bucket ${bucket} is there already`);
      await syncFolder(join(directory, 'buckets'));
      await syncFolder(directory);
    },
    hasBucket: async (bucket: string): Promise<void> => {
      await folderOf(bucket);
    },
    describe,

    /** Kept whole or not at all; on the disk when it resolves. `once` refuses to replace what is there. */
    keep: async (
      bucket: string,
      key: string,
      once: boolean,
      pieces: AsyncIterable<Buffer>,
      headersAtEnd: () => Readonly<Record<string, string>>,
      nowMs: number,
    ): Promise<Described> => {
      const path = join(await folderOf(bucket), pathOfKey(key));
      const exists = () =>
        refuse('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
      if (once && (await stat(path).catch(() => undefined))) throw exists();
      const temporary = join(unfinished, randomUUID());
      const handle = await open(temporary, 'wx');
      try {
        const md5 = createHash('md5');
        let length = 0;
        for await (const piece of pieces) {
          md5.update(piece);
          length += piece.length;
          await handle.appendFile(piece);
        }
        const described: Described = {
          etag: `"${md5.digest('hex')}"`,
          length,
          modifiedAtMs: nowMs,
          headers: headersAtEnd(),
        };
        const footer = Buffer.from(JSON.stringify(described));
        await handle.appendFile(footer);
        await handle.appendFile(String(footer.length).padStart(FOOTER_DIGITS, '0'));
        await handle.sync();
        await handle.close();
        const made = await mkdir(dirname(path), { recursive: true });
        if (once) {
          // A link, unlike a rename, refuses to replace: of two racing writers one is told.
          await link(temporary, path).catch((error) => {
            throw error.code === 'EEXIST' ? exists() : error;
          });
          await rm(temporary);
        } else await rename(temporary, path);
        await syncFolder(dirname(path));
        if (made)
          for (let folder = dirname(path); folder.length >= dirname(made).length; folder = dirname(folder))
            await syncFolder(folder);
        return described;
      } catch (error) {
        await handle.close().catch(() => {});
        await rm(temporary, { force: true });
        throw error;
      }
    },

    /** What is known of the object, and its bytes from `start` to before `end`, of one and the same version. */
    read: async (
      bucket: string,
      key: string,
      rangeOf: (described: Described) => { readonly start: number; readonly end: number },
    ) => {
      const handle = await opened(bucket, key);
      try {
        const described = await footerOf(handle);
        const { start, end } = rangeOf(described);
        const pieces = async function* (): AsyncGenerator<Buffer> {
          try {
            for (let at = start; at < end; ) {
              const piece = Buffer.alloc(Math.min(256 * 1024, end - at));
              const { bytesRead } = await handle.read(piece, 0, piece.length, at);
              at += bytesRead;
              yield piece.subarray(0, bytesRead);
            }
          } finally {
            await handle.close();
          }
        };
        return { described, start, end, pieces };
      } catch (error) {
        await handle.close();
        throw error;
      }
    },

    remove: async (bucket: string, key: string): Promise<void> => {
      const path = join(await folderOf(bucket), pathOfKey(key));
      await rm(path).then(
        () => syncFolder(dirname(path)),
        (error) => {
          if (!isMissing(error)) throw error; // S3 does not say whether there was one
        },
      );
    },

    /** Every key of the bucket that begins so, in the order of UTF-8. */
    keys: async (bucket: string, prefix: string): Promise<readonly string[]> => {
      const folder = await folderOf(bucket);
      const paths = await readdir(folder, { recursive: true });
      return paths
        .filter((path) => path.endsWith(FILE))
        .map(keyOfPath)
        .filter((key) => key.startsWith(prefix))
        .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    },
  };
};
