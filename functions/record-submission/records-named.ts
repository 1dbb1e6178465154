import type { AnyRecord } from '../../events/contract.ts';
import type { RecordDeps } from './deps.ts';

/** Those of a submission's records that have these keys, by key. */
export const recordsNamed = async (
  submission: string,
  keys: ReadonlySet<string>,
  { records }: Pick<RecordDeps, 'records'>,
): Promise<ReadonlyMap<string, AnyRecord>> => {
  const named = new Map<string, AnyRecord>();
  if (keys.size === 0) return named;
  for await (const part of records(submission)) {
    for (const { record } of part) if (keys.has(record.recordId)) named.set(record.recordId, record);
  }
  return named;
};
