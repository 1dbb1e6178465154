import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Superseded } from '../../functions/run-upload/ends.ts';
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

const manySlices = 12;

type JudgedBy = { readonly slice: number; readonly by: string; readonly run: number };

/** An upload of many slices that are judged by us and `beside` us, each of whom hears of a slice before it is judged. */
const judges = (
  beside: readonly ((slice: number, run: number) => Promise<void>)[],
  { slices = manySlices, before = [] as readonly number[], own = async (_slice: number) => {} } = {},
) => {
  const { store, deps, failed, cleared } = runs(async () => done);
  store.put({ ...store.at('u'), state: 'judging', stage: 'judging', slices });
  const judged = new Set(before);
  const log: JudgedBy[] = [];
  const judge = (slice: number, by: string, run: number): void => {
    log.push({ slice, by, run });
    judged.add(slice);
  };
  const result = { ...{ rows: 1, lines: 1, faulty: 0, faults: [], withoutOffset: [], worst: [] }, kept: [], raw: [] };
  return {
    ...{ store, failed, cleared, log },
    slices: () => log.map(({ slice }) => slice).toSorted((a, b) => a - b),
    deps: {
      ...deps,
      kinds: {},
      cut: async () => ({ rows: {}, slices: [] }) as never,
      sliceBytes: async (_: string, slice: number) => {
        await own(slice);
        return new Uint8Array([slice]);
      },
      judge: () => result as never,
      keepJudged: async () => {},
      sliceJudged: async ({ run }: { readonly run: number }, slice: number) => {
        if (store.at('u').run !== run || store.at('u').state !== 'judging') return false;
        judge(slice, 'us', run);
        return true;
      },
      judgedSlices: async () => new Set(judged),
      judgeBeside: beside.map((work, n) => async ({ run, slices }: { run: number; slices: readonly number[] }) => {
        for (const slice of slices) {
          await work(slice, run);
          judge(slice, `beside-${n}`, run);
        }
      }),
      // Nothing is counted here: that the stage is reached is all that is asked.
      head: async () => ({}),
      alive: (upload: { readonly state: string }, work: () => Promise<unknown>) => {
        if (upload.state !== 'counting') return work();
        throw new Superseded('u');
      },
    } as unknown as RunDeps,
  };
};
const all = Array.from({ length: manySlices }, (_, slice) => slice);

it('each slice is judged once, by whoever is free: who is quick judges more of them', async () => {
  const slow = judges([async () => {}, () => setTimeout(30).then(() => {})], { own: () => setTimeout(30) });
  await runUpload('u', slow.deps);
  expect([slow.slices(), slow.store.at('u').state]).toEqual([all, 'counting']);
  const by = Object.groupBy(slow.log, ({ by }) => by);
  expect(by['beside-0']!.length).toBeGreaterThan(by.us!.length);
  expect(Object.keys(by).toSorted()).toEqual(['beside-0', 'beside-1', 'us']);
});

it('what was judged before is not judged again, and of few slices nobody beside us hears', async () => {
  const rest = judges([async () => {}], { before: all.slice(0, 3) });
  await runUpload('u', rest.deps);
  expect(rest.slices()).toEqual(all.slice(3));
  const few = judges([async () => {}], { slices: 5 });
  await runUpload('u', few.deps);
  expect(new Set(few.log.map(({ by }) => by))).toEqual(new Set(['us']));
  expect([few.slices(), few.store.at('u').state]).toEqual([[0, 1, 2, 3, 4], 'counting']);
});

it('an error of one who judges has the stage begun anew under the next number, for the slices that are left', async () => {
  let errors = 0;
  const once = judges([
    async (slice) => {
      if (slice < 3 || errors > 0) return;
      errors += 1;
      throw new Error('a thread that died');
    },
  ]);
  await runUpload('u', once.deps);
  expect(once.store.at('u')).toMatchObject({ state: 'counting', run: 2, resumedByItself: true });
  expect([once.failed.length, [...new Set(once.slices())]]).toEqual([1, all]);
  const under = (run: number) => once.log.filter((one) => one.run === run).map(({ slice }) => slice);
  expect(under(2).filter((slice) => under(1).includes(slice))).toEqual([]);
});

it('an error of one who judges as often as it is tried has failed the upload', async () => {
  const always = judges([
    async () => {
      throw new Error('always');
    },
  ]);
  await runUpload('u', always.deps);
  expect(always.store.at('u')).toMatchObject({ state: 'failed', stage: 'judging', run: 2 });
  expect(always.failed.length).toBe(2);
});

it('who is overtaken while slices are judged stops, whoever of those who judge is at it then', async () => {
  const overtake = async () => judging.store.put({ ...judging.store.at('u'), run: 2 });
  let judging = judges([async () => {}], { own: async () => void (await overtake()) });
  await runUpload('u', judging.deps);
  expect(judging.store.at('u')).toMatchObject({ state: 'judging', run: 2 });
  expect([judging.failed, judging.log.some(({ by }) => by === 'us')]).toEqual([[], false]);

  judging = judges([async () => void (await overtake())]);
  await runUpload('u', judging.deps);
  expect(judging.store.at('u')).toMatchObject({ state: 'judging', run: 2 });
  expect([judging.failed, judging.store.entries]).toEqual([[], []]);
});

it('slices that nobody judged, though nobody said so, keep the upload from being counted', async () => {
  const { deps, store, failed } = judges([async () => {}]);
  // As whoever judges beside us leaves slices alone once the upload has gone on.
  const judgeBeside = [async () => {}];
  await runUpload('u', { ...deps, judgeBeside });
  expect([store.at('u').state, failed]).toEqual(['judging', []]);
});
