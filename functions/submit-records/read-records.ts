import type { AnyRecord, Contract } from '../../events/contract.ts';
import type { KeptRecord, Manifest, Reading } from '../../events/manifest.ts';
import { normalise } from '../../events/normalise.ts';
import { Problem } from '../../events/problem.ts';
import { maxFaultsKept, type Submission } from '../../events/submission.ts';
import type { Admitted } from './admit.ts';
import { rosterKept } from './roster-kept.ts';

type Read = {
  /** In normal form, as sent: these leave the edge for the sealed store alone. */
  readonly raw: readonly KeptRecord[];
  /** The same with tokens in place of personal values: what may be kept. */
  readonly kept: readonly KeptRecord[];
  readonly reading: Reading;
  readonly unread: Manifest['unread'];
};

/** A row that cannot be read says nothing of its record, least of all that it is gone. */
const unreadOf = (contract: Contract, records: readonly unknown[], raw: readonly KeptRecord[]): Manifest['unread'] => {
  const readable = new Set(raw.map(({ row }) => row));
  const ids = records.flatMap((record, at) => {
    if (readable.has(at + 1)) return [];
    const id = contract.fields.recordId!.schema.safeParse((record as { recordId?: unknown } | null)?.recordId);
    return [id.success ? String(id.data) : undefined];
  });
  if (ids.length === 0) return undefined;
  const named = ids.filter((id) => id !== undefined);
  return named.length === ids.length ? named : 'all';
};

/** Reads the rows against the contract and tokenises them; throws Problem NO_VALID_RECORDS when none can be judged. */
export const readRecords = (
  { contract, chain }: Pick<Admitted, 'contract' | 'chain'>,
  { records }: Submission,
  tokenise: (contract: Contract, record: AnyRecord) => AnyRecord,
): Read => {
  const { period, mode } = chain;
  const { records: raw, ...reading } = normalise(contract, records, { period, mode }, maxFaultsKept);
  if (records.length > 0 && raw.length === 0) {
    throw new Problem(
      'NO_VALID_RECORDS',
      {
        zh: `${records.length} 条记录均无法判定，未保存任何内容；请按所列逐条改正。`,
        en: `None of the ${records.length} records can be judged and nothing was stored; correct them as listed.`,
      },
      reading.faults,
      reading.faultsTotal,
    );
  }
  const kept = raw.map(({ row, record }) => ({ row, record: tokenise(contract, record) }));
  const unread = mode === 'roster' ? unreadOf(contract, records, raw) : undefined;
  const warnings = unread === 'all' ? [rosterKept, ...reading.warnings] : reading.warnings;
  return { raw, kept, reading: { ...reading, warnings }, unread };
};
