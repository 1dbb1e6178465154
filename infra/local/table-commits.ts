import { ClassicLevel } from 'classic-level';
import type { KeyRange } from './table-dynalite.ts';

/** What one operation writes: the value under each key, `undefined` to remove it. */
export type Writes = ReadonlyMap<string, string | undefined>;
/** Hears, right before and right after a batch is on the disk, which items are in it, and all that is written. */
export type OnCommit = (when: 'before' | 'after', items: readonly string[], writes: Writes) => void;
export type Commits = Awaited<ReturnType<typeof openCommits>>;

type Group = {
  readonly writes: Map<string, string | undefined>;
  readonly items: string[];
  readonly done: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
};

const newGroup = (): Group => {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  promise.catch(() => {}); // each waiter hears of it; a group nobody waits for is no unhandled rejection
  return { writes: new Map(), items: [], done: promise, resolve, reject };
};

/**
 * LevelDB with group commit. Operations are computed one after the other on what all earlier ones wrote (`latest`), and
 * everything that arrives while one batch is being synced goes into the next: one atomic batch, one fsync, many answers.
 * Nobody hears of a write before it is on the disk, and readers (`read`, `range`) see only what is.
 */
export const openCommits = async (directory: string, onCommit: OnCommit) => {
  const level = new ClassicLevel<string, string>(directory, {
    cacheSize: 32 * 1024 * 1024,
    writeBufferSize: 16 * 1024 * 1024,
  });
  await level.open();

  let flying: Group | undefined;
  let next: Group | undefined;

  const takeNext = (): Group | undefined => {
    const group = next;
    next = undefined;
    return group;
  };

  const flush = async () => {
    for (let group = takeNext(); group; group = takeNext()) {
      flying = group;
      const batch = [...group.writes].map(([key, value]) =>
        value === undefined ? { type: 'del' as const, key } : { type: 'put' as const, key, value },
      );
      try {
        onCommit('before', group.items, group.writes);
        await level.batch(batch, { sync: true });
      } catch (error) {
        // Whatever was computed on top of the lost batch is lost with it.
        flying = undefined;
        group.reject(error);
        takeNext()?.reject(error);
        return;
      }
      onCommit('after', group.items, group.writes);
      flying = undefined;
      group.resolve();
    }
  };

  const latest = (key: string): string | undefined => {
    if (next?.writes.has(key)) return next.writes.get(key);
    if (flying?.writes.has(key)) return flying.writes.get(key);
    return level.getSync(key);
  };

  const settled = () => (next ?? flying)?.done ?? Promise.resolve();

  return {
    /** As on the disk. */
    read: (key: string): string | undefined => level.getSync(key),
    /** Several keys as on the disk at one moment. */
    readTogether: (keys: readonly string[]): (string | undefined)[] => {
      const snapshot = level.snapshot();
      const values = keys.map((key) => level.getSync(key, { snapshot }));
      void snapshot.close();
      return values;
    },
    /** As after every operation so far, synced or not: what the next operation is computed on. */
    latest,
    /** Resolves once all of it is on the disk. `items` names what is written, for who listens. */
    commit: (writes: Writes, items: readonly string[] = []): Promise<void> => {
      if (writes.size === 0) return settled();
      next ??= newGroup();
      const group = next;
      for (const [key, value] of writes) group.writes.set(key, value);
      group.items.push(...items);
      if (!flying) void flush();
      return group.done;
    },
    /** Resolves when every operation so far is on the disk: a refusal that rests on one waits for it. */
    settled,
    /** Entries of a range in key order, as on the disk when it began; read `chunk` at a time. */
    range: async function* (range: KeyRange, chunk: number): AsyncGenerator<[string, string]> {
      const iterator = level.iterator({ ...range, highWaterMarkBytes: 1024 * 1024 });
      try {
        while (true) {
          const entries = await iterator.nextv(chunk);
          if (entries.length === 0) return;
          yield* entries;
        }
      } finally {
        await iterator.close();
      }
    },
    close: async () => {
      await settled().catch(() => {});
      await level.close();
    },
  };
};
