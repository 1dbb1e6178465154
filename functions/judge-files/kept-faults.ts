import { appendFileSync, closeSync, existsSync, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { LineFault } from '../files/prepared.ts';
import { linesIn } from '../store/spilled-lines.ts';

/** Written when so many have come. */
const together = 1_000;
const readBytes = 64 * 1024;

/** Faults of a file's rows, put onto the disk in the order in which they come; read from the first on each time. */
export const keptFaults = async (
  work: string,
  faults: AsyncIterable<LineFault>,
): Promise<() => Iterable<LineFault>> => {
  const path = join(work, 'faults');
  let waiting: string[] = [];
  const flush = (): void => {
    if (waiting.length > 0) appendFileSync(path, waiting.join(''));
    waiting = [];
  };
  for await (const fault of faults) if (waiting.push(`${JSON.stringify(fault)}\n`) === together) flush();
  flush();
  return function* () {
    if (!existsSync(path)) return;
    const file = openSync(path, 'r');
    try {
      for (const line of linesIn(file, 0, fstatSync(file).size, readBytes)) yield JSON.parse(line) as LineFault;
    } finally {
      closeSync(file);
    }
  };
};
