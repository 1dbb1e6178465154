import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { createInterface } from 'node:readline';
import type { AnyRecord, Contract } from '../events/contract.ts';
import { normalise } from '../events/normalise.ts';
import type { FactSource } from '../rules/facts/fact.ts';
import { CannotRun } from './audit-arguments.ts';
import { counted } from './audit-counting.ts';
import { auditFile } from './audit-file.ts';

/** A file to judge again, of which one of several readers takes its part. */
export type Part = {
  readonly files: readonly string[];
  readonly kind?: string;
  readonly part: number;
  readonly parts: number;
};

/** Records in normal form with what they are counted with, and the rows that cannot be read. */
export type Batch = {
  readonly contract: Contract;
  readonly branchId: string;
  readonly sources: readonly FactSource<AnyRecord>[];
  readonly unread: number;
};

type Kinds = Readonly<Record<string, Contract>>;
type Tokenise = (contract: Contract, record: AnyRecord) => AnyRecord;
type Rows = { readonly contract: Contract; readonly branchId: string; readonly rows: readonly unknown[] };

/** So many rows are read before they are judged. */
const atOnce = 2_000;

async function* linesOf(file: string, contract: Contract): AsyncGenerator<Rows> {
  let rows: unknown[] = [];
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    rows.push(rowOf(line));
    if (rows.length === atOnce) {
      yield { contract, branchId: file, rows };
      rows = [];
    }
  }
  if (rows.length > 0) yield { contract, branchId: file, rows };
}

const rowOf = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

async function* rowsOf(file: string, kind: string | undefined, kinds: Kinds): AsyncGenerator<Rows> {
  const contract = kind === undefined ? undefined : kinds[kind];
  if (contract !== undefined && ['.ndjson', '.jsonl'].includes(extname(file).toLowerCase())) {
    yield* linesOf(file, contract);
    return;
  }
  const read = auditFile(file, kind, kinds);
  if (read.contract === undefined) throw unread(file);
  for (let at = 0; at < read.rows.length; at += atOnce) {
    const rows = read.rows.slice(at, at + atOnce).map(({ value }) => value);
    yield { contract: read.contract, branchId: read.branchId ?? file, rows };
  }
}

const unread = (file: string): CannotRun =>
  new CannotRun({ zh: `读不了 ${file}。`, en: `${file} cannot be read; npm run audit says why.` });

const hashOf = (text: string): number => {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = (hash * 31 + text.charCodeAt(at)) | 0;
  return Math.abs(hash);
};

/** Whoever is counted together is read by one reader, however his number is written. */
const partOf = ({ holdings }: Contract, row: unknown, place: number): number => {
  const subject = holdings && (row as Record<string, unknown> | undefined)?.[holdings.subject];
  return typeof subject === 'string' ? hashOf(subject.replace(/[\s-]/g, '').toUpperCase()) : place;
};

/**
 * This reader's part of the records of the files. Kinds that are counted come at the end, all at once, since anybody may
 * hold another card in the last row; the others batch by batch.
 */
export async function* batchesOf(
  { files, kind, part, parts }: Part,
  kinds: Kinds,
  tokenise: Tokenise,
): AsyncGenerator<Batch> {
  const held = new Map<Contract, { readonly record: AnyRecord; readonly branchId: string }[]>();
  let place = 0;
  for (const file of files) {
    for await (const { contract, branchId, rows } of rowsOf(file, kind, kinds)) {
      const own = rows.filter((row) => {
        place += 1;
        return partOf(contract, row, place) % parts === part;
      });
      const { records } = normalise(contract, own, undefined, 0);
      const tokenised = records.map(({ record }) => tokenise(contract, record));
      const unread = own.length - records.length;
      if (contract.holdings === undefined) {
        yield { contract, branchId, sources: tokenised.map((record) => ({ record })), unread };
        continue;
      }
      const all = held.get(contract) ?? [];
      for (const record of tokenised) all.push({ record, branchId });
      held.set(contract, all);
      if (unread > 0) yield { contract, branchId, sources: [], unread };
    }
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
