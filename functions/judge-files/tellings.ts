import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// What is told of findings but the day, each thing once: a list of each writer, one a line, of JSON without its opening
// brace.

/** So many different tellings a writer keeps by number; what comes later is written out. */
export const mostNumbered = 8_000;

export const tellingsFile = (work: string, writer: number): string => join(work, `tellings-${writer}`);

const linesIn = (file: string): readonly Buffer[] => {
  const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const lines: Buffer[] = [];
  for (let from = 0, end = bytes.indexOf(10); end !== -1; from = end + 1, end = bytes.indexOf(10, from)) {
    lines.push(bytes.subarray(from, end));
  }
  return lines;
};

const listsOf = (work: string, writers: number): readonly (readonly Buffer[])[] =>
  Array.from({ length: writers }, (_, writer) => linesIn(tellingsFile(work, writer)));

/** What the names of `writers` writers stand for, in UTF-8. */
export const tellingReader = (work: string, writers: number): ((telling: string) => Buffer) => {
  const lists = listsOf(work, writers);
  return (telling) => {
    if (telling.startsWith('=')) return Buffer.from(telling.slice(1));
    const dot = telling.indexOf('.');
    return lists[Number(telling.slice(0, dot))]![Number(telling.slice(dot + 1))]!;
  };
};

/**
 * All that `writers` writers tell under numbers, each thing once and in the same order whoever found it first; none where
 * any of them may have had more to tell than it keeps: which of it has a number would be chance.
 */
export const toldOnce = (work: string, writers: number): readonly Buffer[] => {
  const sorted = listsOf(work, writers).flat().sort(Buffer.compare);
  const once = sorted.filter((one, n) => n === 0 || !one.equals(sorted[n - 1]!));
  return once.length < mostNumbered ? once : [];
};
