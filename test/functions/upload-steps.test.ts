import { expect, it } from 'vitest';
import { kinds } from '../../events/records/kinds.generated.ts';
import { countStep } from '../../functions/run-upload/count-step.ts';
import type { Alive, CountDeps, PrepareDeps, RecordUploadDeps } from '../../functions/run-upload/deps.ts';
import { failStep } from '../../functions/run-upload/fail-step.ts';
import { prepareStep } from '../../functions/run-upload/prepare-step.ts';
import { recordStep } from '../../functions/run-upload/record-step.ts';
import { workOf } from '../../functions/store/begun-work.ts';
import { anUpload } from '../store-suite/examples.ts';
import { uploadsKept } from './uploads-kept.ts';

const alive: Alive = (_, work) => work();
const work = { upload: 'u', run: 1 };

const preparing = (store: ReturnType<typeof uploadsKept>, done: readonly number[] = []) => ({
  ...({
    ...store.deps,
    kinds,
    fetch: async ({ size, sha256 }) => ({ path: '/f', work: '/', size, sha256 }),
    discard: async () => {},
    prepare: async () => ({
      ...{ format: 'ndjson', encoding: 'utf-8', isGzipped: false, rows: { form: 'ndjson', numbered: false } },
      slices: [0, 1, 2].map((n) => ({ path: '/f', from: n * 10, to: n * 10 + 10 })),
      ...{ firstLine: 1, faults: [], warnings: [] },
    }),
    keepPiece: async () => {},
    keepCut: async () => {},
  } satisfies PrepareDeps),
  ...{ alive, size: async () => 1_000, clear: async () => {}, judgedSlices: async () => new Set(done) },
});

it('work begins when bytes have come, or when the journal says that it goes on', () => {
  expect(workOf({ key: 'incoming/u' })).toEqual({ upload: 'u', run: 1, hasJustCome: true });
  expect(workOf({ submission: 'u', run: 3 })).toEqual({ upload: 'u', run: 3, hasJustCome: false });
});

it('the first step takes the upload up and says which slices are to be judged, each an item of its own', async () => {
  const store = uploadsKept([anUpload('u')]);
  const prepared = await prepareStep(work, true, preparing(store));
  expect(prepared).toEqual({
    ...{ ...work, state: 'judging', slices: [0, 1, 2] },
    items: [0, 1, 2].map((slice) => ({ ...work, slices: [slice] })),
  });
  const again = await prepareStep(work, true, preparing(store, [0, 2]));
  expect([again.state, again.slices]).toEqual(['judging', [1]]);
});

it('what is worked on under a later number, or has ended, is passed over', async () => {
  const later = uploadsKept([anUpload('u', { state: 'reading', stage: 'reading', run: 2 })]);
  expect(await prepareStep(work, false, preparing(later))).toMatchObject({ state: 'superseded', items: [] });
  const ended = uploadsKept([anUpload('u', { state: 'cancelled', run: 1 })]);
  expect(await prepareStep(work, true, preparing(ended))).toMatchObject({ state: 'superseded', items: [] });
  const recording = { ...ended.deps, alive } as unknown as RecordUploadDeps & { alive: Alive };
  expect(await recordStep(work, recording)).toEqual({ state: 'superseded' });
  await failStep(work, later.deps);
  expect([later.at('u').state, later.entries]).toEqual(['reading', []]);
});

it('counting does not begin while a slice is not judged', async () => {
  const store = uploadsKept([anUpload('u', { state: 'judging', stage: 'judging', run: 1, slices: 2 })]);
  const deps = { ...store.deps, alive } as unknown as CountDeps & { alive: Alive };
  await expect(countStep(work, deps)).rejects.toThrow('slices that nobody judged');
  expect(store.at('u').state).toBe('judging');
});

it('after the audit the machine goes on to the copies, and of those that fail only they have failed', async () => {
  const copies = { state: 'due', made: [], until: null, notes: [], faults: [] } as const;
  const due = anUpload('u', { state: 'audited', stage: 'recording', run: 1, copies: { ...copies, made: [] } as never });
  const store = uploadsKept([due]);
  const deps = { ...store.deps, alive } as unknown as RecordUploadDeps & { alive: Alive };
  expect(await recordStep(work, deps)).toEqual({ state: 'copying' });
  expect(await prepareStep(work, false, preparing(store))).toMatchObject({ state: 'copying', items: [] });
  await failStep(work, store.deps);
  expect(store.at('u')).toMatchObject({ state: 'audited', copies: { state: 'failed' } });
  expect(store.entries).toEqual([]);
  expect(await recordStep(work, deps)).toEqual({ state: 'superseded' });
});

it('a step that fails as often as it is tried leaves the upload failed at its stage, and told', async () => {
  const store = uploadsKept([anUpload('u', { state: 'judging', stage: 'judging', run: 1, slices: 2 })]);
  await failStep(work, store.deps);
  expect(store.at('u')).toMatchObject({ state: 'failed', stage: 'judging' });
  expect(store.entries.map(({ id }) => id)).toEqual(['submission.failed#1']);
});
