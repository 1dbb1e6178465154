import { open } from 'node:fs/promises';

const chunkBytes = 1024 * 1024;

/** A piece of a file and where it begins; its bytes are good only until the next piece is asked for. */
export type Chunk = { readonly bytes: Buffer; readonly at: number };

/** The bytes of a file from `from` on, a megabyte at a time into one buffer: a file of gigabytes needs no more memory. */
export const chunksOf = async function* (path: string, from = 0): AsyncGenerator<Chunk> {
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafeSlow(chunkBytes);
    for (let at = from; ; ) {
      const { bytesRead } = await file.read(buffer, 0, chunkBytes, at);
      if (bytesRead === 0) return;
      yield { bytes: buffer.subarray(0, bytesRead), at };
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
};

/** The first bytes of a file from `from` on, up to `most`. */
export const headOf = async (path: string, from: number, most: number): Promise<Buffer> => {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.max(0, Math.min(most, size - from));
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};

/** The line, from 1, on which the byte at `to` stands in text that begins at `from`. Read only where something is wrong. */
export const lineAt = async (path: string, from: number, to: number): Promise<number> => {
  let line = 1;
  let before = 0;
  for await (const { bytes, at } of chunksOf(path, from)) {
    const end = Math.min(bytes.length, to - at);
    for (let place = 0; place < end; place += 1) {
      const byte = bytes[place]!;
      // A carriage return alone ends a line, and one before a line feed ends it together with that.
      if (byte === 0x0d || (byte === 0x0a && before !== 0x0d)) line += 1;
      before = byte;
    }
    if (at + bytes.length >= to) break;
  }
  return line;
};
