import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { isBomb, type Limits } from './limits.ts';
import type { LineFault } from './prepared.ts';
import { bomb, cutShort, damaged } from './unreadable.ts';

class IsBomb extends Error {
  readonly fault: LineFault;
  constructor(packed: number, unpacked: number) {
    super('unpacking was stopped');
    this.fault = bomb(packed, unpacked);
  }
}

/** What went wrong while unpacking; undefined where it was something else than the file, such as a full disk. */
const faultOf = (error: unknown): LineFault | undefined => {
  if (error instanceof IsBomb) return error.fault;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') return cutShort();
  return code === 'Z_DATA_ERROR' || code === 'Z_NEED_DICT' ? damaged() : undefined;
};

/**
 * Writes what a gzip file holds into the directory `work`; the path of it, or the fault. What grows beyond the limits is
 * stopped at once, so that a bomb costs no more than a table would.
 */
export const unpack = async (path: string, work: string, limits: Limits): Promise<string | LineFault> => {
  const to = join(work, 'unpacked');
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  let unpacked = 0;
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      unpacked += chunk.length;
      if (isBomb(limits, gunzip.bytesWritten, unpacked)) throw new IsBomb(gunzip.bytesWritten, unpacked);
      yield chunk;
    }
  };
  try {
    await pipeline(createReadStream(path, { highWaterMark: 64 * 1024 }), gunzip, counted, createWriteStream(to));
    return to;
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    return fault;
  }
};
