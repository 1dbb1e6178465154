import { expect, it } from 'vitest';
import type { Principal } from '../../events/principal.ts';
import type { Upload } from '../../events/upload.ts';
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
      .filter(({ state, movedAt, id }) => open.includes(state) === isOpen && movedAt < before && !cleared.includes(id));
  const deps: WatchDeps = {
    ...store.deps,
    unmovedBefore: async (before) => list(before, true),
    keptBefore: async (before) => list(before, false),
    size: async (id) => sizes[id],
    clear: async () => {},
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

it('a file is kept for a week after its audit, for the workbook that is given back, and no longer', async () => {
  const { store, deps, cleared } = watched([anUpload('u', { state: 'audited' })]);
  store.clock.ms += 6.9 * 24 * 60 * minute;
  await watchUploads(deps);
  expect(cleared).toEqual([]);
  store.clock.ms += 0.2 * 24 * 60 * minute;
  await watchUploads(deps);
  expect(cleared).toEqual(['u']);
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
