import { closeSync, existsSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import type { Room } from './scratch.ts';

// What a run counts is spilled in parts: entries of 32-bit numbers, each part's in blocks of one size, the blocks of all
// parts one after the other in one file of each writer. A file for each part would be hundreds of them open at once.

/** So many parts a run is counted in, one after the other: each fits into memory, however long the files are. */
export const partitions = 128;

export const partitionOf = (hash: number): number => hash % partitions;

/** A block waits in memory for each part; it begins with how many of its numbers are used. */
const blockLength = 4_096;
const bytesOf = (numbers: Uint32Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.length * 4);

/** In the list of whose the blocks are: what the block before did not hold. */
const goesOn = 0xff;
const ownersOf = (path: string): string => `${path}-owners`;

/** Writes entries of one writer. None is cut: one that is longer than a block has blocks of its own. */
export const partitionWriter = (path: string) => {
  let file: number | undefined;
  let waiting = new Uint32Array(0);
  const used = new Uint32Array(partitions);
  const owners: number[] = [];
  const write = (numbers: Uint32Array, partition: number): void => {
    file ??= openSync(path, 'w');
    const bytes = bytesOf(numbers);
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    for (let at = 0; at < numbers.length; at += blockLength) owners.push(at === 0 ? partition : goesOn);
  };
  const flush = (partition: number): void => {
    if (used[partition] === 0) return;
    const from = partition * blockLength;
    waiting[from] = used[partition]!;
    write(waiting.subarray(from, from + blockLength), partition);
    used[partition] = 0;
  };
  return {
    /** The first `length` of these numbers are one entry. */
    add: (partition: number, entry: Uint32Array, length: number): void => {
      if (waiting.length === 0) waiting = new Uint32Array(partitions * blockLength);
      if (length >= blockLength) {
        const own = new Uint32Array(Math.ceil((length + 1) / blockLength) * blockLength);
        own[0] = length;
        own.set(entry.subarray(0, length), 1);
        write(own, partition);
        return;
      }
      if (used[partition]! + length >= blockLength) flush(partition);
      let to = partition * blockLength + 1 + used[partition]!;
      for (let at = 0; at < length; at += 1, to += 1) waiting[to] = entry[at]!;
      used[partition]! += length;
    },
    /** Writes out what waits; nothing is added after that. */
    close: (): void => {
      for (let partition = 0; partition < partitions; partition += 1) flush(partition);
      waiting = new Uint32Array(0);
      if (file === undefined) return;
      closeSync(file);
      writeFileSync(ownersOf(path), Uint8Array.from(owners));
    },
  };
};

type Part = { readonly path: string; readonly owners: Uint8Array; readonly blocks: number };

/** Of one writer's file the blocks of a part. */
const partOf = (path: string, partition: number): Part => {
  const owners = readFileSync(ownersOf(path));
  let [blocks, isOwn] = [0, false];
  for (const owner of owners) {
    isOwn = owner === partition || (owner === goesOn && isOwn);
    if (isOwn) blocks += 1;
  }
  return { path, owners, blocks };
};

/** Reads them behind the first `used` numbers; gives how many are used then. */
const readInto = (numbers: Uint32Array, used: number, { path, owners }: Part, partition: number): number => {
  const file = openSync(path, 'r');
  let to = used;
  try {
    for (let n = 0; n < owners.length; n += 1) {
      if (owners[n] !== partition) continue;
      const first = n;
      while (owners[n + 1] === goesOn) n += 1;
      const bytes = bytesOf(numbers.subarray(to, to + (n - first + 1) * blockLength));
      for (let read = 0; read < bytes.length; ) {
        const got = readSync(file, bytes, read, bytes.length - read, first * blockLength * 4 + read);
        if (got === 0) throw new Error(`${path} is shorter than was written`);
        read += got;
      }
      // A block moves over the place where its length stands.
      const length = numbers[to]!;
      numbers.copyWithin(to, to + 1, to + 1 + length);
      to += length;
    }
  } finally {
    closeSync(file);
  }
  return to;
};

/** All entries of a part by those writers that have written any, one after the other, in some room for them. */
export const readPartition = (paths: readonly string[], partition: number, room: Room): Uint32Array => {
  const parts = paths.filter((path) => existsSync(path)).map((path) => partOf(path, partition));
  const numbers = room(parts.reduce((sum, { blocks }) => sum + blocks, 0) * blockLength);
  let used = 0;
  for (const part of parts) used = readInto(numbers, used, part, partition);
  return numbers.subarray(0, used);
};
