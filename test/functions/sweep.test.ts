import { expect, it } from 'vitest';
import type { JournalEntry } from '../../events/journal.ts';
import { type SweepDeps, sweep } from '../../functions/sweep/sweep.ts';
import { audited } from './journalled.ts';

const now = '2026-03-01T01:00:00.000Z';
const entriesAt = (count: number, at: string): JournalEntry[] =>
  Array.from({ length: count }, (_, n) => ({ ...audited(`s${n}`), at }));

const placeOf = (stream: string): number => Number(/\d+$/.exec(stream)?.[0] ?? -1);

/** A journal and recordings left behind; `poison` never succeeds. */
const left = (
  entries: JournalEntry[],
  recordings: readonly [string, string][] = [],
  poison: readonly string[] = [],
  imports: readonly [string, string][] = [],
) => {
  const done: string[] = [];
  const tried: string[] = [];
  const deps: SweepDeps = {
    undispatchedBefore: async (before, limit, after) => {
      const due = entries.filter(
        ({ at, stream }) => at < before && (!after || placeOf(stream) > placeOf(after.stream)),
      );
      return due.slice(0, limit);
    },
    dispatch: async (some) => {
      tried.push(...some.map(({ stream }) => stream));
      for (const entry of some.filter(({ stream }) => !poison.includes(stream))) {
        entries.splice(entries.indexOf(entry), 1);
        done.push(entry.stream);
      }
      return new Set(some.filter(({ stream }) => poison.includes(stream)));
    },
    recordingBefore: async (before) => recordings.filter(([, at]) => at < before).map(([id]) => id),
    record: async (id) => {
      if (poison.includes(id)) throw new Error('again');
      done.push(id);
    },
    importsBefore: async (before) => imports.filter(([, at]) => at < before).map(([id]) => id),
    recordImport: async (id) => {
      if (poison.includes(id)) throw new Error('again');
      done.push(id);
    },
    now: () => new Date(now),
  };
  return { deps, done, tried };
};

it('a journal entry is picked up five minutes after nobody was woken by it, not before', async () => {
  const at = (instant: string) => ({ ...audited(instant), at: instant });
  const entries = ['2026-03-01T00:54:59.999Z', '2026-03-01T00:55:00.000Z'].map(at);
  const { deps, done } = left(entries);
  await sweep(deps);
  expect(done).toEqual(['2026-03-01T00:54:59.999Z']);
});

it('a recording is resumed two minutes after it began, before anything is dispatched', async () => {
  const { deps, done } = left(entriesAt(1, '2026-03-01T00:00:00.000Z'), [
    ['stuck', '2026-03-01T00:57:59.999Z'],
    ['under-way', '2026-03-01T00:58:00.000Z'],
  ]);
  await sweep(deps);
  expect(done).toEqual(['stuck', 's0']);
});

it('after an outage everything left behind is dispatched in one run, batch after batch', async () => {
  const { deps, done } = left(entriesAt(350, '2026-03-01T00:00:00.000Z'));
  await sweep(deps);
  expect(done).toHaveLength(350);
});

it('an import of a list that nobody goes on with is gone on with, and one that fails again is said', async () => {
  const imports: [string, string][] = ['bad', 'good'].map((id) => [id, '2026-03-01T00:57:59.999Z']);
  const { deps, done } = left([], [], ['bad'], [...imports, ['under-way', '2026-03-01T00:58:00.000Z']]);
  await expect(sweep(deps)).rejects.toThrow('left behind: import bad: Error');
  expect(done).toEqual(['good']);
});

it('what fails again holds up no other, and is said at the end', async () => {
  const recordings: [string, string][] = ['bad', 'good'].map((id) => [id, '2026-03-01T00:00:00.000Z']);
  const { deps, done } = left(entriesAt(250, '2026-03-01T00:00:00.000Z'), recordings, ['bad', 's0']);
  await expect(sweep(deps)).rejects.toThrow('left behind: recording bad: Error; dispatching s0 submission.audited');
  expect(done).toHaveLength(250);
  expect(done).toContain('good');
});

it('however many fail again, each is tried once a run, and those behind them are reached', async () => {
  const failing = Array.from({ length: 150 }, (_, n) => `s${n}`);
  const { deps, done, tried } = left(entriesAt(250, '2026-03-01T00:00:00.000Z'), [], failing);
  await expect(sweep(deps)).rejects.toThrow('left behind: dispatching s0');
  expect(done).toEqual(Array.from({ length: 100 }, (_, n) => `s${150 + n}`));
  expect(tried).toHaveLength(250);
});

it('a run ends before the next one begins: what it does not get to is left to that', async () => {
  let minutes = 0;
  const recordings: [string, string][] = ['a', 'b', 'c'].map((id) => [id, '2026-03-01T00:00:00.000Z']);
  const { deps, done } = left(entriesAt(500, '2026-03-01T00:00:00.000Z'), recordings);
  const slow =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    async (...args: A) => {
      minutes += 1;
      return work(...args);
    };
  await sweep({
    ...deps,
    record: slow(deps.record),
    dispatch: slow(deps.dispatch),
    now: () => new Date(Date.parse(now) + minutes * 60_000),
  });
  expect(done).toHaveLength(2 + 200);
});
