import type { JournalEntry } from '../../events/journal.ts';
import type { ListImport } from '../../events/list-import.ts';
import type { ListName } from '../../events/lists.ts';
import type { Imported, Listed, ListParts } from '../../rules/listed.ts';

type Parts = { readonly version: number; readonly parts: ListParts };
type Move = { readonly list: ListName; readonly version: number; readonly to: ListParts };
type Value = { readonly token: string; readonly version: number; readonly listed: readonly Listed[] };
type Position = readonly [shard: number, token: string];

/** What recording an import needs of the world. */
export type ImportDeps = {
  readonly parts: (list: ListName) => Promise<Parts>;
  readonly listImport: (id: string) => Promise<ListImport | undefined>;
  /** False where the parts have moved meanwhile, or the import was begun. */
  readonly begin: (begun: ListImport, parts: Move) => Promise<boolean>;
  /** False where the parts have moved meanwhile, or it counts already. */
  readonly commit: (counting: ListImport, parts: Move, entry: JournalEntry) => Promise<boolean>;
  readonly finish: (id: string) => Promise<void>;
  readonly keepImported: (id: string, entries: readonly Imported[]) => Promise<void>;
  readonly imported: (id: string) => Promise<readonly Imported[]>;
  /** In the order asked. */
  readonly listed: (list: ListName, tokens: readonly string[]) => Promise<readonly Omit<Value, 'token'>[]>;
  /** All or none, at most 99; false where one has changed meanwhile, or the import named is not being recorded. */
  readonly write: (list: ListName, values: readonly Value[], whileRecording?: string) => Promise<boolean>;
  readonly page: (
    list: ListName,
    from: Position,
    limit: number,
  ) => Promise<{ readonly values: readonly Value[]; readonly next: Position | undefined }>;
  readonly digest: (text: string) => string;
  readonly now: () => Date;
  /** Waits a little, more with each attempt. */
  readonly pause: (attempt: number) => Promise<void>;
};
