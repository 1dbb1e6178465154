import { asChinaTime } from '../../events/instant.ts';
import type { JournalEntry } from '../../events/journal.ts';
import type { ListImport, ListReceipt } from '../../events/list-import.ts';
import { afterImport, type Effect, type ListPart, noPart, type Told } from '../../rules/listed.ts';
import { clearList } from './clear-list.ts';
import type { ImportDeps } from './deps.ts';
import { inLanes, rewrite } from './rewrite.ts';

const maxAttempts = 60;

const nothing: Effect = { added: 0, changed: 0, removed: 0, unchanged: 0 };

const sum = (one: Effect, other: Effect): Effect => ({
  added: one.added + other.added,
  changed: one.changed + other.changed,
  removed: one.removed + other.removed,
  unchanged: one.unchanged + other.unchanged,
});

const toldBy = async (id: string, deps: ImportDeps): Promise<ReadonlyMap<string, readonly Told[]>> => {
  const byToken = Map.groupBy(await deps.imported(id), ({ token }) => token);
  return new Map(
    [...byToken].map(([token, entries]) => [token, entries.map(({ token: _, ...told }) => told)] as const),
  );
};

const writeEntries = async (
  { receipt, sequence }: ListImport,
  told: ReadonlyMap<string, readonly Told[]>,
  part: ListPart,
  deps: ImportDeps,
): Promise<Effect> => {
  const { list, authority, mode } = receipt;
  const by = { authority, sequence, receivedAt: asChinaTime(Date.parse(receipt.receivedAt)) };
  const effects = new Map<string, Effect>();
  await inLanes([...told.keys()], (tokens) =>
    rewrite(
      list,
      tokens,
      (token, listed) => {
        const after = afterImport(listed, told.get(token)!, mode, by, part);
        effects.set(token, after.effect);
        return after.listed;
      },
      deps,
      receipt.id,
    ),
  );
  return [...effects.values()].reduce(sum, nothing);
};

const partAfter = (part: ListPart, { receipt, sequence }: ListImport): ListPart => {
  const { id, digest, receivedAt, mode, total } = receipt;
  const since = mode === 'replace' ? sequence : part.since;
  return { sequence, since, entries: total, last: { id, digest, receivedAt } };
};

const receiptWith = (receipt: ListReceipt, effect: Effect, part: ListPart): ListReceipt => {
  const stood = effect.changed + effect.unchanged;
  const removed = receipt.mode === 'replace' ? part.entries - stood : effect.removed;
  return { ...receipt, ...effect, removed, total: part.entries + effect.added - removed };
};

/** Makes the import count: gives it as it counts, whoever wrote that. */
const commit = async (begun: ListImport, effect: Effect, deps: ImportDeps): Promise<ListImport> => {
  const { id, list, authority } = begun.receipt;
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    if (attempt > 0) await deps.pause(attempt);
    const { version, parts } = await deps.parts(list);
    const part = parts[authority] ?? noPart;
    if (part.recording !== id) return (await deps.listImport(id))!;
    const receipt = receiptWith(begun.receipt, effect, part);
    const counting: ListImport = { ...begun, receipt, status: 'counting' };
    const to = { ...parts, [authority]: partAfter(part, counting) };
    const { purpose: _, reference: __, ...particulars } = receipt;
    const entry: JournalEntry = {
      id: 'list.imported',
      stream: id,
      type: 'list.imported',
      at: receipt.receivedAt,
      detail: { ...particulars, by: begun.by },
    };
    if (await deps.commit(counting, { list, version, to }, entry)) return counting;
  }
  throw new Error(`the parts of ${list} were moved by others ${maxAttempts} times in a row`);
};

/**
 * Takes an import from `recording` to `counting`, and clears what stands no more. Every step can be repeated after a
 * crash at any point, by anybody, and ends in the same state. Gives the import as it counts.
 * Throws when there is no such import.
 */
export const recordImport = async (id: string, deps: ImportDeps): Promise<ListImport> => {
  const begun = await deps.listImport(id);
  if (begun === undefined) throw new Error(`import ${id} was never begun`);
  const { list, authority } = begun.receipt;
  const told = await toldBy(id, deps);
  let counting = begun;
  if (begun.status === 'recording') {
    const part = (await deps.parts(list)).parts[authority] ?? noPart;
    // Somebody else has finished it in the meantime: what the part says now is what came of it.
    const isOurs = part.recording === id;
    const effect = isOurs ? await writeEntries(begun, told, part, deps) : nothing;
    counting = isOurs ? await commit(begun, effect, deps) : (await deps.listImport(id))!;
  }
  await clearList(counting, told, deps);
  await deps.finish(id);
  return counting;
};
