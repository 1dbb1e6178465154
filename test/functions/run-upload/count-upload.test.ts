import { expect, it } from 'vitest';
import { kinds } from '../../../events/records/kinds.generated.ts';
import { countUpload } from '../../../functions/run-upload/count-upload.ts';
import type { CountDeps } from '../../../functions/run-upload/deps.ts';
import { sampleRecords } from '../../events/any-cell.ts';
import { uploadsKept } from '../uploads-kept.ts';
import { cutUpload } from './cut-upload.ts';

const [app] = sampleRecords('app-filing');

it('a file that takes back a record which it reports itself is refused, and names which', async () => {
  const rows = ['A-1', 'A-2', 'A-3'].map((recordId) => ({
    value: { ...app, recordId },
    ...{ blankBefore: false, cutBefore: recordId === 'A-3' },
  }));
  const { upload, cut, pieces } = cutUpload({
    ...{ kind: 'app-filing', form: 'ndjson', isNumbered: false, mode: 'events', rows },
  });
  const store = uploadsKept([upload]);
  const { branchId, period, mode } = upload.chain;
  const deps = {
    ...{ ...store.deps, ...pieces, kinds },
    cut: async () => ({
      ...cut,
      said: { branchId, period, mode, nil: false, withdraws: ['B-1', 'A-3', 'B-2', 'A-1'] },
    }),
    tracks: async (keys: readonly object[]) => keys.map(() => ({ version: 0 })),
  } as unknown as CountDeps;
  await countUpload({ ...store.at('u'), rowsJudged: upload.rowsJudged, slices: upload.slices! }, deps);
  expect(store.at('u')).toMatchObject({
    ...{ state: 'refused', faultsTotal: 2 },
    faults: [
      { pointer: '/withdraws/1', found: 'A-3' },
      { pointer: '/withdraws/3', found: 'A-1' },
    ],
  });
});
