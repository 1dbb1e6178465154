import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from '../../events/contract.ts';
import type { Holding } from '../../rules/holdings.ts';
import type { HeldInSlice } from '../judge-slice/judge-slice.ts';
import type { HeldEntries } from './count-held.ts';
import { heldWriter, subjectOf } from './held-cards.ts';
import { partitionOf, partitionWriter, readPartition } from './partitions.ts';
import type { Rooms } from './scratch.ts';

// Cards of a kind on the disk, by writer: entries in partitions by whose they are, and what the entries name by number.

const heldFile = (work: string, kind: string, writer: number): string => join(work, `held-${kind}-${writer}`);
const keptFile = (work: string, kind: string, writer: number): string => join(work, `kept-${kind}-${writer}.json`);

export const heldSpill = (work: string, contract: Contract, writer: number) => {
  const { kind } = contract;
  const to = partitionWriter(heldFile(work, kind, writer));
  const { kept, hold } = heldWriter(contract, (entry, length) => {
    to.add(partitionOf(entry[subjectOf(0)]!), entry, length);
  });
  return {
    hold: (slice: number, held: HeldInSlice): void => hold(slice, held),
    close: (): void => {
      to.close();
      writeFileSync(keptFile(work, kind, writer), JSON.stringify(kept));
    },
  };
};

/** Reads all cards of everybody in a partition; what it gives is valid until the next. */
export const heldPartitions = (work: string, kind: string, writers: number, room: Rooms) => {
  const all = Array.from({ length: writers }, (_, writer) => writer)
    .filter((writer) => existsSync(keptFile(work, kind, writer)))
    .map((writer) => ({
      path: heldFile(work, kind, writer),
      kept: JSON.parse(readFileSync(keptFile(work, kind, writer), 'utf8')) as readonly Holding['record'][],
      own: room(`entries of ${writer}`),
    }));
  return (partition: number): readonly HeldEntries[] =>
    all.map(({ path, kept, own }) => ({ numbers: readPartition([path], partition, own), kept }));
};
