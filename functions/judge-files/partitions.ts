import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** So many parts a run is counted in, one after the other: each fits into memory, however long the files are. */
export const partitions = 128;

/** Written to the disk when so much has come together. */
const flushed = 64 * 1024;

export const partitionOf = (hash: number): number => hash % partitions;

const fileOf = (work: string, kind: string, what: string, partition: number, writer: number): string =>
  join(work, `${what}-${kind}-${partition}-${writer}`);

/** Text of lines for each partition of a kind, by one of several writers. */
export const partitionedLines = (work: string, kind: string, what: string, writer: number) => {
  const waiting = new Array<string>(partitions).fill('');
  const flush = (partition: number): void => {
    if (waiting[partition] === '') return;
    appendFileSync(fileOf(work, kind, what, partition, writer), waiting[partition]!);
    waiting[partition] = '';
  };
  return {
    add: (partition: number, line: string): void => {
      waiting[partition] += line;
      if (waiting[partition]!.length > flushed) flush(partition);
    },
    close: (): void => {
      for (let partition = 0; partition < partitions; partition += 1) flush(partition);
    },
  };
};

/** Numbers of 32 bits for each partition of a kind, by one of several writers; `width` of them belong together. */
export const partitionedNumbers = (work: string, kind: string, what: string, writer: number, width: number) => {
  const capacity = Math.floor(flushed / 4 / width) * width;
  const waiting = Array.from({ length: partitions }, () => ({ numbers: new Uint32Array(0), used: 0 }));
  const flush = (partition: number): void => {
    const part = waiting[partition]!;
    if (part.used === 0) return;
    const bytes = new Uint8Array(part.numbers.buffer, 0, part.used * 4);
    appendFileSync(fileOf(work, kind, what, partition, writer), bytes);
    part.used = 0;
  };
  return {
    /** The `width` numbers of one entry, to be filled in from `at` on. */
    entry: (partition: number): { readonly numbers: Uint32Array; readonly at: number } => {
      const part = waiting[partition]!;
      if (part.numbers.length === 0) part.numbers = new Uint32Array(capacity);
      if (part.used === capacity) flush(partition);
      const at = part.used;
      part.used += width;
      return { numbers: part.numbers, at };
    },
    close: (): void => {
      for (let partition = 0; partition < partitions; partition += 1) flush(partition);
    },
  };
};

/** What all writers have written of a partition, one after the other. */
export const readPartition = (work: string, kind: string, what: string, partition: number, writers: number): Buffer => {
  const files = Array.from({ length: writers }, (_, writer) => fileOf(work, kind, what, partition, writer));
  return Buffer.concat(files.filter((file) => existsSync(file)).map((file) => readFileSync(file)));
};
