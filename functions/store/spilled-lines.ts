import { closeSync, readSync, writeSync } from 'node:fs';
import { unnamedFiles } from './unnamed-files.ts';

/** The lines of a stretch of a file, read some bytes at a time. Every line ends with a newline. */
export function* linesIn(file: number, from: number, to: number, bytes: number): Generator<string> {
  let rest = Buffer.alloc(0);
  for (let at = from; at < to; ) {
    const piece = Buffer.allocUnsafe(Math.min(bytes, to - at));
    const got = readSync(file, piece, 0, piece.length, at);
    if (got === 0) throw new Error(`a file ends at ${at}, not at ${to}`);
    at += got;
    const read = rest.length === 0 ? piece.subarray(0, got) : Buffer.concat([rest, piece.subarray(0, got)]);
    const end = read.lastIndexOf('\n') + 1;
    if (end > 0) yield* read.toString('utf8', 0, end - 1).split('\n');
    rest = read.subarray(end);
  }
}

/**
 * Lines in so many parts, each a file of this machine; gone when they are discarded, or their process ends. A part is
 * written when so much of it has come together, and read so many bytes at a time.
 */
export const spilledLines = (parts: number, flushed = 64 * 1024) => {
  const { files, remove } = unnamedFiles('fanzha-parts-', parts);
  const sizes = files.map(() => 0);
  const waiting = files.map(() => '');
  const flush = (part: number): void => {
    const bytes = Buffer.from(waiting[part]!);
    waiting[part] = '';
    sizes[part]! += writeSync(files[part]!, bytes);
  };
  return {
    add: (part: number, line: string): void => {
      waiting[part] += `${line}\n`;
      if (waiting[part]!.length > flushed) flush(part);
    },
    lines: (part: number): Iterable<string> => {
      flush(part);
      return linesIn(files[part]!, 0, sizes[part]!, flushed);
    },
    discard: (): void => {
      for (const file of files) closeSync(file);
      remove();
    },
  };
};
