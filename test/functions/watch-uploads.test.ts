import { expect, it } from 'vitest';
import type { Principal } from '../../events/principal.ts';
import { hasCopiesDue, type Upload } from '../../events/upload.ts';
import { stateOf } from '../../functions/read-submission/submission-state.ts';
import { resumeUpload } from '../../functions/resume-upload/resume-upload.ts';
import { type WatchDeps, watchUploads } from '../../functions/watch-uploads/watch-uploads.ts';
import { anUpload } from '../store-suite/examples.ts';
import { uploadsKept } from './uploads-kept.ts';

const minute = 60_000;
const judging = anUpload('u', {
  state: 'judging',
  stage: 'judging',
  run: 1,
  slices: 4,
  startedAt: '2026-03-01T00:00:00.000Z',
});
const us = {
  ...{ sub: 's', role: 'enterprise', enterprise: judging.chain.enterprise },
  ...{ branches: [], sectors: [], regions: [] },
} as Principal;

const watched = (uploads: readonly Upload[], sizes: Readonly<Record<string, number>> = {}) => {
  const store = uploadsKept(uploads);
  const cleared: string[] = [];
  const open = ['waiting', 'reading', 'judging', 'counting', 'recording'];
  const list = (before: string, isOpen: boolean) =>
    uploads
      .map(({ id }) => store.at(id))
      .filter(
        ({ movedAt, id, ...one }) =>
          (open.includes(one.state) || hasCopiesDue(one)) === isOpen && movedAt < before && !cleared.includes(id),
      );
  const deps: WatchDeps = {
    ...store.deps,
    unmovedBefore: async (before) => list(before, true),
    keptBefore: async (before) => list(before, false),
    size: async (id) => sizes[id],
    clear: async () => {},
    copyDays: 7,
    forget: async (id) => {
      cleared.push(id);
    },
  };
  return { store, deps, cleared };
};

it('work that has not moved for two minutes is seen to be stuck, goes on once by itself, and then has failed', async () => {
  const { store, deps } = watched([judging]);
  const seen = () => stateOf(store.at('u'), undefined, store.deps.now());
  store.clock.ms += 2 * minute;
  await watchUploads(deps);
  expect([seen().status, seen().upload!.stuck, seen().upload!.attempts]).toEqual(['judging', false, 1]);
  store.clock.ms += 1_000;
  expect(seen().upload!.stuck).toBe(true);
  await watchUploads(deps);
  expect([seen().status, seen().upload!.stuck, seen().upload!.attempts]).toEqual(['judging', false, 2]);
  expect(store.entries.map(({ id, detail }) => [id, detail.run])).toEqual([['upload.resumed#2', 2]]);
  store.clock.ms += 3 * minute;
  await watchUploads(deps);
  expect([seen().status, seen().upload!.stage, seen().upload!.faults[0]!.code]).toEqual([
    'failed',
    'judging',
    'WORK_FAILED',
  ]);
  expect(store.entries.at(-1)!.type).toBe('submission.failed');
});

it('what has failed goes on where it stopped when its sender says so, and has its one more try again', async () => {
  const failed: Upload = { ...judging, state: 'failed', run: 2, resumedByItself: true, faultsTotal: 1 };
  const { store, deps } = watched([failed]);
  const resumed = await resumeUpload('u', us, { ...store.deps, move: store.deps.move as never });
  expect([resumed.status, resumed.upload!.attempts, resumed.upload!.faultsTotal]).toEqual(['judging', 3, 0]);
  expect(store.entries.map(({ id }) => id)).toEqual(['upload.resumed#3']);
  await expect(resumeUpload('u', us, { ...store.deps, move: store.deps.move as never })).rejects.toThrow('judging');
  store.clock.ms += 3 * minute;
  await watchUploads(deps);
  expect(store.at('u')).toMatchObject({ state: 'judging', run: 4 });
});

it('bytes that came and woke nobody are found; a file that never came is cancelled a day after its link has ended', async () => {
  const { store, deps } = watched([anUpload('came'), anUpload('late')], { came: 1_000 });
  store.clock.ms += 3 * minute;
  await watchUploads(deps);
  expect(store.at('came')).toMatchObject({ state: 'reading', stage: 'reading', run: 1 });
  expect(store.at('late').state).toBe('waiting');
  store.clock.ms += 26 * 60 * minute;
  await watchUploads(deps);
  expect(store.at('late').state).toBe('cancelled');
});

it('the file of what ended is kept for a week, so that work on it can go on, and no longer', async () => {
  const { store, deps, cleared } = watched([anUpload('u', { state: 'audited' })]);
  store.clock.ms += 6.9 * 24 * 60 * minute;
  await watchUploads(deps);
  expect(cleared).toEqual([]);
  store.clock.ms += 0.2 * 24 * 60 * minute;
  await watchUploads(deps);
  expect(cleared).toEqual(['u']);
});

it('copies are removed when their days are over, sooner or later than a week', async () => {
  const day = 24 * 60 * minute;
  const made = (until: string) =>
    anUpload('u', { state: 'audited', copies: { state: 'made', made: [], until, notes: [], faults: [] } });
  for (const days of [2, 9]) {
    const start = Date.parse('2026-03-01T00:00:00.000Z');
    const { store, deps, cleared } = watched([made(new Date(start + days * day).toISOString())]);
    store.clock.ms += days * day - minute;
    await watchUploads({ ...deps, copyDays: days });
    expect(cleared).toEqual([]);
    store.clock.ms += 2 * minute;
    await watchUploads({ ...deps, copyDays: days });
    expect(cleared).toEqual(['u']);
  }
});

it('copies that nobody goes on with are begun anew once, then they have failed; the audit stands, and they can be resumed', async () => {
  const due = anUpload('u', {
    state: 'audited',
    stage: 'recording',
    run: 1,
    copies: { state: 'due', made: [], until: null, notes: [], faults: [] },
  });
  const { store, deps } = watched([due]);
  store.clock.ms += 3 * minute;
  await watchUploads(deps);
  expect(store.at('u')).toMatchObject({ state: 'audited', run: 2, copies: { state: 'due' } });
  expect(store.entries.map(({ id }) => id)).toEqual(['upload.resumed#2']);
  store.clock.ms += 3 * minute;
  await watchUploads(deps);
  expect(store.at('u')).toMatchObject({
    state: 'audited',
    run: 2,
    copies: { state: 'failed', faults: [{ code: 'COPIES_FAILED' }] },
  });
  const resumed = await resumeUpload('u', us, { ...store.deps, move: store.deps.move as never });
  expect([resumed.status, resumed.upload!.copies!.state, resumed.upload!.attempts]).toEqual(['audited', 'due', 3]);
  expect(store.entries.map(({ id }) => id)).toEqual(['upload.resumed#2', 'upload.resumed#3']);
});

it('one upload that cannot be seen to holds up no other, and somebody is alarmed', async () => {
  const { store, deps } = watched([anUpload('bad'), anUpload('came')], { came: 1 });
  store.clock.ms += 3 * minute;
  const size = async (id: string) => (id === 'bad' ? Promise.reject(new Error('no answer')) : 1);
  await expect(watchUploads({ ...deps, size })).rejects.toThrow('1 uploads could not be seen to');
  expect(store.at('came').state).toBe('reading');
});

it('the time left is told from how far it has come, and not at the very first', () => {
  const at = (over: object, seconds: number) =>
    stateOf(
      { ...judging, movedAt: judging.startedAt!, done: 0, slicesDone: 0, rowsJudged: 0, ...over },
      undefined,
      new Date(Date.parse(judging.startedAt!) + seconds * 1_000),
    ).upload!.secondsLeft;
  expect(at({ state: 'reading', stage: 'reading' }, 1)).toBeNull();
  expect(at({ slicesDone: 4 }, 16)).toBe(84);
  expect(at({ state: 'recording', stage: 'recording', rows: 100, done: 100 }, 100)).toBe(0);
  expect(at({ state: 'audited' }, 100)).toBeNull();
});
