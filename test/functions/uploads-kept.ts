import type { JournalEntry } from '../../events/journal.ts';
import type { MovingUpload, Upload } from '../../events/upload.ts';
import type { MoveDeps } from '../../functions/run-upload/deps.ts';

/** Uploads in memory, as the store keeps them; `clock` is milliseconds, and whoever tests moves it. */
export const uploadsKept = (uploads: readonly Upload[]) => {
  const kept = new Map<string, MovingUpload>(
    uploads.map((one) => [one.id, { ...one, movedAt: one.createdAt, done: 0, slicesDone: 0, rowsJudged: 0 }]),
  );
  const entries: JournalEntry[] = [];
  const clock = { ms: Date.parse('2026-03-01T00:00:00.000Z') };
  const isAt = ({ id, state, run }: Upload): boolean => kept.get(id)?.state === state && kept.get(id)?.run === run;
  const deps: MoveDeps = {
    upload: async (id) => kept.get(id),
    move: async (from, to, movedAt, entry) => {
      if (!isAt(from)) return false;
      kept.set(to.id, { ...kept.get(to.id)!, ...to, movedAt, done: 0 });
      if (entry) entries.push(entry);
      return true;
    },
    progress: async (at, done, movedAt) => {
      if (!isAt(at)) return false;
      kept.set(at.id, { ...kept.get(at.id)!, done, movedAt });
      return true;
    },
    now: () => new Date(clock.ms),
  };
  return { deps, entries, clock, at: (id: string) => kept.get(id)!, put: (one: MovingUpload) => kept.set(one.id, one) };
};
