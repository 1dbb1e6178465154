import { appendFileSync, closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import type { SliceFault } from '../judge-slice/judge-slice.ts';

// Faults of slices on the disk, one a line. They are written and read piece by piece: where no row of a slice is right,
// what is told of it is a hundred times as long as the slice.

const pieceBytes = 256 * 1024;

const fileOf = (work: string, slice: number): string => join(work, `faults-${slice}`);

/** Writes the faults of a slice as they come. */
export const faultWriter = (work: string, slice: number) => {
  let lines = '';
  const flush = (): void => {
    if (lines !== '') appendFileSync(fileOf(work, slice), lines);
    lines = '';
  };
  return {
    add: (fault: SliceFault): void => {
      lines += `${JSON.stringify(fault)}\n`;
      if (lines.length >= pieceBytes) flush();
    },
    close: flush,
  };
};

/** The faults of a slice in their order; none where none were written. */
export function* readFaults(work: string, slice: number): Generator<SliceFault> {
  if (!existsSync(fileOf(work, slice))) return;
  const file = openSync(fileOf(work, slice), 'r');
  try {
    const piece = Buffer.alloc(pieceBytes);
    const decoder = new StringDecoder('utf8');
    let begun = '';
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      const lines = (begun + decoder.write(piece.subarray(0, read))).split('\n');
      begun = lines.pop()!;
      for (const line of lines) yield JSON.parse(line) as SliceFault;
    }
  } finally {
    closeSync(file);
  }
}
