import { open } from 'node:fs/promises';
import type { Slice } from './prepared.ts';

const lineEnd = Buffer.from('\n');

/** JSON may be broken over lines between its words; within a string a line break is none that is valid. */
const onOneLine = (part: Buffer): Buffer => {
  if (!part.includes(0x0a) && !part.includes(0x0d)) return part;
  return Buffer.from(part).map((byte) => (byte === 0x0a || byte === 0x0d ? 0x20 : byte)) as Buffer;
};

/** Writes records one a line, each behind the number of the line on which it stood and a tab, and cuts them into slices. */
export const numberedLines = async (path: string, sliceBytes: number) => {
  const file = await open(path, 'w');
  const slices: Slice[] = [];
  let parts: Buffer[] = [];
  let from = 0;
  let to = 0;

  const cut = (): void => {
    if (to > from) slices.push({ path, from, to });
    from = to;
  };
  return {
    /** Takes one record; `flush` before the bytes are used for something else. */
    add: (line: number, record: readonly Buffer[]): void => {
      const written = [Buffer.from(`${line}\t`), ...record.map(onOneLine), lineEnd];
      for (const part of written) to += part.length;
      parts.push(...written);
      if (to - from >= sliceBytes) cut();
    },
    flush: async (): Promise<void> => {
      await file.writeFile(Buffer.concat(parts));
      parts = [];
    },
    close: async (): Promise<readonly Slice[]> => {
      await file.close();
      cut();
      return slices;
    },
  };
};
