import { expect, it } from 'vitest';
import { type RunDeps, runUpload } from '../../functions/run-upload/run-upload.ts';
import { anUpload } from '../store-suite/examples.ts';
import { uploadsKept } from './uploads-kept.ts';

const recording = anUpload('u', { state: 'recording', stage: 'recording', run: 1, rows: 3, slices: 1 });

/** An upload that is recorded by `record`; everything else is never asked. */
const runs = (record: RunDeps['recordFile']) => {
  const store = uploadsKept([recording]);
  const failed: unknown[] = [];
  const cleared: string[] = [];
  const deps = {
    ...store.deps,
    alive: (_: unknown, work: () => Promise<unknown>) => work(),
    recordFile: record,
    clearFile: async () => {
      cleared.push('file');
    },
    clear: async () => {
      cleared.push('all');
    },
    failed: (_: string, error: unknown) => failed.push(error),
  } as unknown as RunDeps;
  return { store, deps, failed, cleared };
};
const done = { view: { counts: { violation: 0, undetermined: 0, faults: 0 } } } as Awaited<
  ReturnType<RunDeps['recordFile']>
>;

it('a stage that throws is begun anew once, under the next number', async () => {
  let tries = 0;
  const { store, deps, failed, cleared } = runs(async () => {
    tries += 1;
    if (tries === 1) throw new Error('once');
    return done;
  });
  await runUpload('u', deps);
  expect(store.at('u')).toMatchObject({ state: 'audited', run: 2, resumedByItself: true });
  expect([failed.length, store.entries, cleared]).toEqual([1, [], ['file']]);
});

it('a stage that throws again has failed: its sender is told how to go on, and the journal tells it', async () => {
  const { store, deps, failed } = runs(async () => {
    throw new Error('always');
  });
  await runUpload('u', deps);
  expect(store.at('u')).toMatchObject({ state: 'failed', stage: 'recording', run: 2, faultsTotal: 1 });
  expect(store.at('u').faults[0]!.fix.en).toContain('/resume');
  expect([failed.length, store.entries.map(({ id }) => id)]).toEqual([2, ['submission.failed#2']]);
});

it('who is overtaken by another worker stops and changes nothing', async () => {
  const { store, deps, failed } = runs(async (_, told) => {
    store.put({ ...store.at('u'), run: 2 });
    await told(1);
    return done;
  });
  await runUpload('u', deps);
  expect(store.at('u')).toMatchObject({ state: 'recording', run: 2, done: 0 });
  expect([failed, store.entries]).toEqual([[], []]);
});

it('what is made of a file after it was cancelled goes too', async () => {
  const { store, deps, cleared } = runs(async (_, told) => {
    store.put({ ...store.at('u'), state: 'cancelled' });
    await told(1);
    return done;
  });
  await runUpload('u', deps);
  expect([store.at('u').state, cleared]).toEqual(['cancelled', ['all']]);
});
