import { asChinaTime } from '../../events/instant.ts';
import type { JournalEntry } from '../../events/journal.ts';
import type { ListImport, ListReceipt } from '../../events/list-import.ts';
import type { ListName } from '../../events/lists.ts';
import {
  afterImport,
  type Effect,
  type Listed,
  type ListPart,
  noPart,
  settled,
  type Told,
} from '../../rules/listed.ts';
import type { ImportDeps } from './deps.ts';

/** Values read and written together: a transaction holds a hundred items, one of which is a check. */
const together = 99;
const lanes = 4;
const maxAttempts = 60;

const nothing: Effect = { added: 0, changed: 0, removed: 0, unchanged: 0 };

const sum = (one: Effect, other: Effect): Effect => ({
  added: one.added + other.added,
  changed: one.changed + other.changed,
  removed: one.removed + other.removed,
  unchanged: one.unchanged + other.unchanged,
});

/**
 * Works out what is to be written of each value and writes it, again from what is there where another authority wrote
 * about one of them meanwhile. Stops where it is written for an import that somebody else has finished.
 */
const rewrite = async (
  list: ListName,
  tokens: readonly string[],
  workOut: (token: string, listed: readonly Listed[]) => readonly Listed[],
  deps: ImportDeps,
  whileRecording?: string,
): Promise<void> => {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    if (attempt > 0) await deps.pause(attempt);
    const found = await deps.listed(list, tokens);
    const values = tokens.flatMap((token, n) => {
      const { version, listed } = found[n]!;
      const to = workOut(token, listed);
      return JSON.stringify(to) === JSON.stringify(listed) ? [] : [{ token, version, listed: to }];
    });
    if (values.length === 0 || (await deps.write(list, values, whileRecording))) return;
    if (whileRecording !== undefined && (await deps.listImport(whileRecording))?.status !== 'recording') return;
  }
  throw new Error(`values of ${list} were written by others ${maxAttempts} times in a row`);
};

const inLanes = async <T>(all: readonly T[], work: (batch: readonly T[]) => Promise<void>): Promise<void> => {
  const batches: (readonly T[])[] = [];
  for (let at = 0; at < all.length; at += together) batches.push(all.slice(at, at + together));
  const lane = async () => {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) await work(batch);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
};

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

/** Clears what the import took away or replaced: nobody sees it any more, and nobody needs it. */
const clear = async ({ receipt }: ListImport, told: ReadonlyMap<string, unknown>, deps: ImportDeps): Promise<void> => {
  const { list, authority, mode, removed } = receipt;
  if (removed === 0) return;
  const part = (await deps.parts(list)).parts[authority] ?? noPart;
  const clean = (_: string, listed: readonly Listed[]) => settled(listed, authority, part);
  if (mode === 'remove') {
    await inLanes([...told.keys()], (tokens) => rewrite(list, tokens, clean, deps));
    return;
  }
  for (let from: Parameters<ImportDeps['page']>[1] | undefined = [0, '']; from !== undefined; ) {
    const { values, next } = await deps.page(list, from, together);
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
  await clear(counting, told, deps);
  await deps.finish(id);
  return counting;
};
