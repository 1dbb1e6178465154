import { appendFileSync, closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

// Lines on the disk, written and read piece by piece: there may be more of them than memory has.

const pieceBytes = 256 * 1024;

/** Writes lines as they come; no file where none came. */
export const lineWriter = (path: string) => {
  let lines = '';
  const flush = (): void => {
    if (lines !== '') appendFileSync(path, lines);
    lines = '';
  };
  return {
    add: (line: string): void => {
      lines += `${line}\n`;
      if (lines.length >= pieceBytes) flush();
    },
    close: flush,
  };
};

/** The lines of a file. */
export function* readLines(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.alloc(pieceBytes);
    const decoder = new StringDecoder('utf8');
    let begun = '';
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      const lines = (begun + decoder.write(piece.subarray(0, read))).split('\n');
      begun = lines.pop()!;
      yield* lines;
    }
  } finally {
    closeSync(file);
  }
}
