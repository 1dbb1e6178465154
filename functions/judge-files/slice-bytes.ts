import { closeSync, openSync, readSync } from 'node:fs';
import type { Slice } from '../files/prepared.ts';

/** The bytes of a slice. Throws where its file has become shorter. */
export const bytesOf = ({ path, from, to }: Slice): Uint8Array => {
  const bytes = new Uint8Array(to - from);
  const file = openSync(path, 'r');
  try {
    for (let read = 0; read < bytes.length; ) {
      const got = readSync(file, bytes, read, bytes.length - read, from + read);
      if (got === 0) throw new Error(`${path} ended at ${from + read}, before ${to}: it was cut while it was read`);
      read += got;
    }
  } finally {
    closeSync(file);
  }
  return bytes;
};
