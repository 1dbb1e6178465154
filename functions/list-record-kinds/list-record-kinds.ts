import type { Contract } from '../../events/contract.ts';
import type { Text } from '../../events/fault.ts';
import { recordSchema } from '../../events/record-schema.ts';

export type RecordKind = {
  readonly kind: string;
  readonly sectors: readonly string[];
  readonly title: Text;
  /** JSON Schema of one record. */
  readonly schema: unknown;
};

/** What can be reported, by kind. */
export const listRecordKinds = (kinds: Readonly<Record<string, Contract>>): readonly RecordKind[] =>
  Object.values(kinds)
    .toSorted((a, b) => (a.kind < b.kind ? -1 : 1))
    .map((contract) => ({
      kind: contract.kind,
      sectors: contract.sectors,
      title: contract.title,
      schema: recordSchema(contract),
    }));
