import type { Commits } from './table-commits.ts';
import type { Table } from './table-dynalite.ts';
import { expiryOf, keyOf, type Session } from './table-session.ts';

const AT_A_TIME = 100;

/**
 * Remove what is due: items whose `expiresAt` has passed, in tables that ask for it, and tokens of old transactions.
 * Out: how many items were removed. An item written anew in the meantime is judged by what it says now.
 */
export const sweepDue = async (
  commits: Commits,
  tableOf: (name: string) => Table | undefined,
  inSession: (run: (session: Session) => void) => Promise<unknown>,
  nowSeconds: number,
): Promise<number> => {
  let removed = 0;
  let batch: string[] = [];
  const sweep = async () => {
    const due = batch;
    batch = [];
    await inSession((session) => {
      for (const entry of due) {
        const key = entry.slice(keyOf.due(0).length);
        if (key.startsWith(keyOf.token(''))) {
          const token = session.read(key);
          if (token !== undefined && JSON.parse(token).until <= nowSeconds) session.note(key, undefined);
          session.note(entry, undefined);
          continue;
        }
        const table = tableOf(key.split('~')[1] ?? '');
        const item = session.itemAt(key);
        const expiry = item && expiryOf(item);
        if (!table?.expires || expiry === undefined || expiry > nowSeconds) continue;
        session.remove(table, key);
        removed += 1;
      }
    });
  };
  for await (const [entry] of commits.range({ gt: keyOf.due(0), lt: keyOf.due(nowSeconds + 1) }, AT_A_TIME)) {
    batch.push(entry);
    if (batch.length === AT_A_TIME) await sweep();
  }
  if (batch.length > 0) await sweep();
  return removed;
};
