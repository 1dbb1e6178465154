import { setTimeout } from 'node:timers/promises';
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
type RecordedFile = Awaited<ReturnType<RunDeps['recordFile']>>;
const recordedAs = (counts: object): RecordedFile => ({
  manifest: { view: { counts } } as RecordedFile['manifest'],
  settle: async () => {},
});
const done = recordedAs({ violation: 0, undetermined: 0, faults: 0 });
const manyMarked = recordedAs({ violation: 2, undetermined: 0, faults: 1 });

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

it('copies that fail as often as they are tried leave the audit as it stands, and say so', async () => {
  const { store, deps, failed, cleared } = runs(async () => manyMarked);
  store.put({ ...store.at('u'), isTable: true, resumedByItself: true });
  let tries = 0;
  const fetch = async () => {
    tries += 1;
    throw new Error('no answer');
  };
  await runUpload('u', { ...deps, cut: async () => ({ rows: { form: 'csv' } }) as never, fetch });
  expect(store.at('u')).toMatchObject({ state: 'audited', faults: [], copies: { state: 'failed', made: [] } });
  const [fault] = store.at('u').copies!.faults;
  expect([fault!.code, fault!.fix.en.includes('/resume')]).toEqual(['COPIES_FAILED', true]);
  // The file stays, for when they are made anew.
  expect([tries, failed.length, store.entries, cleared]).toEqual([2, 2, [], []]);
});

it('what has no table, nothing to mark, or too many bytes has no copies, and its file goes at once', async () => {
  const of = async (over: object, counts = manyMarked) => {
    const { store, deps, cleared } = runs(async () => counts);
    store.put({ ...store.at('u'), isTable: true, ...over });
    await runUpload('u', deps);
    const { copies } = store.at('u');
    return [store.at('u').state, copies!.state, copies!.faults.map(({ code }) => code), cleared];
  };
  expect(await of({}, done)).toEqual(['audited', 'none', [], ['file']]);
  expect(await of({ isTable: false })).toEqual(['audited', 'none', ['NO_COPY_OF_JSON'], ['file']]);
  expect(await of({ size: 257 * 2 ** 20 })).toEqual(['audited', 'none', ['FILE_TOO_LARGE_TO_MARK'], ['file']]);
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

it('where a slice cannot be judged, all who judge beside are done before the stage is begun anew', async () => {
  const { store, deps } = runs(async () => done);
  store.put({ ...store.at('u'), state: 'judging', stage: 'judging', slices: 100 });
  const begun: number[] = [];
  let [working, tries] = [0, 0];
  const cut = async () => {
    tries += 1;
    begun.push(working);
    await setTimeout(5);
    throw new Error('no answer');
  };
  const beside = async () => {
    working += 1;
    await setTimeout(tries === 1 ? 20 : 1);
    working -= 1;
  };
  const judgedSlices = async () => new Set<number>();
  await runUpload('u', { ...deps, cut, judgedSlices, judgeBeside: [beside, beside] });
  expect([store.at('u').state, tries, begun, working]).toEqual(['failed', 2, [0, 0], 0]);
});
