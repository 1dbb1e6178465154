import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { filesStore } from './files.ts';

const partBytes = 16 * 1024 * 1024;

/** A file on this machine, and the directory that it has for itself. */
export type Fetched = { readonly path: string; readonly work: string; readonly size: number; readonly sha256: string };

/**
 * Fetches an upload's file to this machine, part by part, and tells of the bytes so far. Undefined where there is none.
 * Whoever asks for it removes its directory.
 */
export const fetchFile = async (
  id: string,
  { size: sizeOf, part }: Pick<ReturnType<typeof filesStore>, 'size' | 'part'>,
  told: (bytes: number) => Promise<void>,
): Promise<Fetched | undefined> => {
  const size = await sizeOf(id);
  if (size === undefined) return undefined;
  const work = await mkdtemp(join(tmpdir(), 'fanzha-upload-'));
  const path = join(work, 'file');
  const hash = createHash('sha256');
  try {
    const file = await open(path, 'wx');
    try {
      for (let from = 0; from < size; from += partBytes) {
        const bytes = await part(id, from, Math.min(size, from + partBytes));
        hash.update(bytes);
        await file.appendFile(bytes);
        await told(Math.min(size, from + bytes.length));
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    throw error;
  }
  return { path, work, size, sha256: hash.digest('hex') };
};

export const discardFile = ({ work }: Pick<Fetched, 'work'>): Promise<void> =>
  rm(work, { recursive: true, force: true });

/** Bytes of a file from one to before another. */
export const stretchOf = (path: string, from: number, to: number): Promise<Buffer> =>
  from === to ? Promise.resolve(Buffer.alloc(0)) : buffer(createReadStream(path, { start: from, end: to - 1 }));
