import type { AnyRecord, Contract } from '../events/contract.ts';
import type { FactSource } from '../rules/facts/fact.ts';
import { type Holding, heldAfter } from '../rules/holdings.ts';

/** What one record says of its subject's cards; undefined where subject, card or instant is unknown. */
const holdingOf = ({ holdings }: Contract, record: AnyRecord, place: number) => {
  if (holdings === undefined) return undefined;
  const { [holdings.subject]: subject, [holdings.card]: card, [holdings.openedAt]: openedAt } = record;
  if (typeof subject !== 'string' || typeof card !== 'string' || typeof openedAt !== 'string') return undefined;
  const keeps = holdings.keeps.flatMap((name) => (name in record ? [[name, record[name]]] : []));
  const holding: Holding = {
    card,
    enterprise: '',
    branchId: '',
    recordKey: record.recordId,
    submission: '',
    sequence: String(place).padStart(12, '0'),
    openedAt,
    record: Object.fromEntries(keeps),
  };
  return { subject, holding };
};

/**
 * The records with what their subjects hold, counted in memory over all of them as one counting group: files say
 * nothing about who reports. Personal fields are tokens already; of two records about one card the later one counts.
 */
export const counted = (contract: Contract, records: readonly AnyRecord[]): FactSource<AnyRecord>[] => {
  const placed = records.map((record, at) => ({ record, at: holdingOf(contract, record, at) }));
  const reported = new Map<string, Holding[]>();
  for (const { at } of placed) {
    if (at === undefined) continue;
    const known = reported.get(at.subject);
    if (known === undefined) reported.set(at.subject, [at.holding]);
    else known.push(at.holding);
  }
  const held = new Map([...reported].map(([subject, holdings]) => [subject, heldAfter([], holdings)] as const));
  return placed.map(({ record, at }) =>
    at === undefined ? { record } : { record, holdings: { card: at.holding.card, cards: held.get(at.subject)! } },
  );
};
