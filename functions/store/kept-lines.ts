import { appendFileSync, closeSync, existsSync, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { linesIn } from './spilled-lines.ts';

/** Written when so many have come. */
const together = 1_000;
const readBytes = 64 * 1024;

/**
 * What comes one after the other, put into a file of a directory as JSON; read from the first on each time. Whoever made
 * the directory removes it.
 */
export const keptLines = async <T>(directory: string, all: AsyncIterable<T>): Promise<() => Iterable<T>> => {
  const path = join(directory, 'lines');
  let waiting: string[] = [];
  const flush = (): void => {
    if (waiting.length > 0) appendFileSync(path, waiting.join(''));
    waiting = [];
  };
  for await (const one of all) if (waiting.push(`${JSON.stringify(one)}\n`) === together) flush();
  flush();
  return function* () {
    if (!existsSync(path)) return;
    const file = openSync(path, 'r');
    try {
      for (const line of linesIn(file, 0, fstatSync(file).size, readBytes)) yield JSON.parse(line) as T;
    } finally {
      closeSync(file);
    }
  };
};
