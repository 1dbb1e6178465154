import type { ListImport } from '../../events/list-import.ts';
import { type Listed, noPart, settled } from '../../rules/listed.ts';
import type { ImportDeps } from './deps.ts';
import { batchSize, inLanes, rewrite } from './rewrite.ts';

/** Clears what the import took away or replaced: nobody sees it any more, and nobody needs it. */
export const clearList = async (
  { receipt }: ListImport,
  told: ReadonlyMap<string, unknown>,
  deps: ImportDeps,
): Promise<void> => {
  const { list, authority, mode, removed } = receipt;
  if (removed === 0) return;
  const part = (await deps.parts(list)).parts[authority] ?? noPart;
  const clean = (_: string, listed: readonly Listed[]) => settled(listed, authority, part);
  if (mode === 'remove') {
    await inLanes([...told.keys()], (tokens) => rewrite(list, tokens, clean, deps));
    return;
  }
  for (let from: Parameters<ImportDeps['page']>[1] | undefined = [0, '']; from !== undefined; ) {
    const { values, next } = await deps.page(list, from, batchSize);
    const stale = values.filter(({ listed }) => settled(listed, authority, part).length < listed.length);
    if (stale.length > 0) {
      await rewrite(
        list,
        stale.map(({ token }) => token),
        clean,
        deps,
      );
    }
    from = next;
  }
};
