import { closeSync, openSync, readSync } from 'node:fs';
import type { Slice } from '../files/prepared.ts';

const read = ({ path, from, to }: Slice, bytes: Uint8Array): Uint8Array => {
  const file = openSync(path, 'r');
  try {
    for (let done = 0; done < bytes.length; ) {
      const got = readSync(file, bytes, done, bytes.length - done, from + done);
      if (got === 0) throw new Error(`${path} ended at ${from + done}, before ${to}: it was cut while it was read`);
      done += got;
    }
  } finally {
    closeSync(file);
  }
  return bytes;
};

/** The bytes of a slice. Throws where its file has become shorter. */
export const bytesOf = (slice: Slice): Uint8Array => read(slice, new Uint8Array(slice.to - slice.from));

/** Reads slices one after the other, each into the room of the one before. */
export const sliceReader = (): ((slice: Slice) => Uint8Array) => {
  let room = new Uint8Array(0);
  return (slice) => {
    const length = slice.to - slice.from;
    if (room.length < length) room = new Uint8Array(length);
    return read(slice, room.subarray(0, length));
  };
};
