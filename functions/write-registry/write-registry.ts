import type { JournalEntry } from '../../events/journal.ts';
import type { Principal } from '../../events/principal.ts';
import { Problem } from '../../events/problem.ts';
import type { Enterprise } from '../../events/registry.ts';
import { entryFaults } from './entry-faults.ts';
import { refuseOutside } from './jurisdiction.ts';
import type { Entry, ListName } from './lists.ts';
import { refuseRegrouping } from './refuse-regrouping.ts';

export type WriteDeps = {
  readonly kinds: ReadonlySet<string>;
  /** Whether the enterprise has any audited submission. */
  readonly hasReported: (uscc: string) => Promise<boolean>;
  readonly read: (
    list: ListName,
    id: string,
  ) => Promise<{ readonly version: number; readonly entry: Entry } | undefined>;
  /** False when somebody else changed it meanwhile. */
  readonly put: (list: ListName, id: string, entry: Entry, version: number, journal: JournalEntry) => Promise<boolean>;
  readonly now: () => Date;
};

/**
 * Registers or replaces one entry, with a journal entry that says by whom. A regulator changes only what lies in its
 * sectors × regions; branches elsewhere may stay in the entry as they are. The same entry again changes nothing.
 * Throws Problem INVALID_BODY, FORBIDDEN, CONFLICT.
 */
export const writeRegistry = async (
  list: ListName,
  id: string,
  entry: Entry,
  principal: Principal,
  deps: WriteDeps,
): Promise<{ readonly isNew: boolean; readonly entry: Entry }> => {
  const faults = entryFaults(list, id, entry, deps.kinds);
  if (faults.length > 0) throw new Problem('INVALID_BODY', { zh: '登记内容有误。', en: 'The entry is wrong.' }, faults);

  const before = await deps.read(list, id);
  refuseOutside(principal, list, before?.entry, entry);
  if (JSON.stringify(before?.entry) === JSON.stringify(entry)) return { isNew: false, entry };
  if (list === 'enterprise' && before !== undefined) {
    await refuseRegrouping(before.entry as Enterprise, entry as Enterprise, deps.hasReported);
  }
  const version = before?.version ?? 0;
  const written = await deps.put(list, id, entry, version, {
    id: `${list}#${id}#${version + 1}`,
    stream: 'registry',
    type: 'registry.changed',
    at: deps.now().toISOString(),
    detail: { list, id, version: version + 1, by: principal.sub, authority: principal.authority ?? null },
  });
  if (!written) {
    throw new Problem('CONFLICT', {
      zh: '他人刚刚修改了该登记；请重新读取后再改。',
      en: 'Somebody else has just changed it; read it again first.',
    });
  }
  return { isNew: version === 0, entry };
};
