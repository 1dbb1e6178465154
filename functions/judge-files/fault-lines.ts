import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SliceFault } from '../judge-slice/judge-slice.ts';
import { lineWriter, readLines } from './lines.ts';

// Faults of slices on the disk, one a line: where no row of a slice is right, what is told of it is a hundred times as
// long as the slice.

const fileOf = (work: string, slice: number): string => join(work, `faults-${slice}`);

/** Writes the faults of a slice as they come. */
export const faultWriter = (work: string, slice: number) => {
  const { add, close } = lineWriter(fileOf(work, slice));
  return { add: (fault: SliceFault): void => add(JSON.stringify(fault)), close };
};

/** The faults of a slice in their order; none where none were written. */
export function* readFaults(work: string, slice: number): Generator<SliceFault> {
  if (!existsSync(fileOf(work, slice))) return;
  for (const line of readLines(fileOf(work, slice))) yield JSON.parse(line) as SliceFault;
}
