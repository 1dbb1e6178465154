import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnyRecord, Contract } from '../events/contract.ts';
import { isReadable } from '../functions/files/prepared.ts';
import { eachRow } from '../functions/judge-slice/each-row.ts';
import type { FactSource } from '../rules/facts/fact.ts';
import { CannotRun } from './audit-arguments.ts';
import { counted } from './audit-counting.ts';
import { preparedFile, readSlices } from './prepare-file.ts';

/** Files to judge again, of which one of several readers takes its part. */
export type Part = {
  readonly files: readonly string[];
  readonly kind?: string;
  readonly part: number;
  readonly parts: number;
};

/** Records in normal form with what they are counted with, and how many rows cannot be read. */
export type Batch = {
  readonly contract: Contract;
  readonly branchId: string;
  readonly sources: readonly FactSource<AnyRecord>[];
  readonly unread: number;
};

type Kinds = Readonly<Record<string, Contract>>;

const unreadable = (file: string): CannotRun =>
  new CannotRun({
    zh: `读不了 ${file}；用 npm run audit 可看到原因。`,
    en: `${file} cannot be read; npm run audit says why.`,
  });

const hashOf = (text: string): number => {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = (hash * 31 + text.charCodeAt(at)) | 0;
  return Math.abs(hash);
};

/** Whoever is counted together is read by one reader. */
const partOf = ({ holdings }: Contract, record: AnyRecord, place: number): number => {
  const subject = holdings && record[holdings.subject];
  return typeof subject === 'string' ? hashOf(subject) : place;
};

/**
 * This reader's part of the records of the files. Kinds that are counted come at the end, all at once, since anybody may
 * hold another card in the last row; the others slice by slice.
 */
export async function* batchesOf({ files, kind, part, parts }: Part, kinds: Kinds): AsyncGenerator<Batch> {
  const held = new Map<Contract, { readonly record: AnyRecord; readonly branchId: string }[]>();
  const work = mkdtempSync(join(tmpdir(), 'fanzha-replay-'));
  try {
    let place = 0;
    for (const [n, file] of files.entries()) {
      const read = await preparedFile(file, kind, kinds, join(work, `file-${n}`));
      const contract = kinds[(isReadable(read) ? read.kind : undefined) ?? kind ?? ''];
      if (!isReadable(read) || contract === undefined) throw unreadable(file);
      const branchId = read.said?.branchId || file;
      const reader = eachRow(contract, read.rows, 0);
      for (const slice of read.slices) {
        const own: AnyRecord[] = [];
        let unread = 0;
        readSlices([slice], reader, {
          row: ({ record }) => {
            place += 1;
            if ((record === undefined ? place : partOf(contract, record, place)) % parts !== part) return;
            if (record === undefined) unread += 1;
            else own.push(record);
          },
        });
        if (contract.holdings === undefined) {
          yield { contract, branchId, sources: own.map((record) => ({ record })), unread };
          continue;
        }
        const all = held.get(contract) ?? [];
        for (const record of own) all.push({ record, branchId });
        held.set(contract, all);
        if (unread > 0) yield { contract, branchId, sources: [], unread };
      }
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  for (const [contract, all] of held) {
    const sources = counted(
      contract,
      all.map(({ record }) => record),
    );
    for (const [branchId, own] of Map.groupBy(sources, (_, n) => all[n]!.branchId)) {
      yield { contract, branchId, sources: own, unread: 0 };
    }
  }
}
