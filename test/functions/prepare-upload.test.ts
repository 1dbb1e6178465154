import { expect, it } from 'vitest';
import { kinds } from '../../events/records/kinds.generated.ts';
import type { Prepared, Unreadable } from '../../functions/files/prepared.ts';
import type { CutFile, Fetched, PrepareDeps } from '../../functions/run-upload/deps.ts';
import { prepareUpload } from '../../functions/run-upload/prepare-upload.ts';
import { anUpload } from '../store-suite/examples.ts';
import { uploadsKept } from './uploads-kept.ts';

const reading = anUpload('u', { state: 'reading', stage: 'reading', run: 1 });
const aFile = (over: Partial<Prepared> = {}): Prepared => ({
  ...{ format: 'ndjson', encoding: 'utf-8', isGzipped: false, rows: { form: 'ndjson', numbered: false } },
  slices: [
    { path: '/passing/file', from: 0, to: 400 },
    { path: '/passing/slices/1', from: 0, to: 900 },
  ],
  ...{ firstLine: 1, faults: [], warnings: [] },
  ...over,
});

/** What becomes of an upload whose file is fetched and prepared so. */
const prepared = async (file: Prepared | Unreadable, fetched: Partial<Fetched> | 'gone' = {}) => {
  const store = uploadsKept([reading]);
  const pieces: number[] = [];
  const cuts: CutFile[] = [];
  let discarded = 0;
  const deps: PrepareDeps = {
    ...store.deps,
    kinds,
    fetch: async ({ size, sha256 }, told) => {
      await told(size);
      return fetched === 'gone' ? undefined : { path: '/passing/file', work: '/passing', size, sha256, ...fetched };
    },
    discard: async () => {
      discarded += 1;
    },
    prepare: async () => file,
    keepPiece: async (_, n) => {
      pieces.push(n);
    },
    keepCut: async (_, cut) => {
      cuts.push(cut);
    },
  };
  await prepareUpload(store.at('u'), deps);
  return { upload: store.at('u'), entries: store.entries, pieces, cuts, discarded };
};
const codesOf = ({ upload }: Awaited<ReturnType<typeof prepared>>) => [
  upload.state,
  ...upload.faults.map(({ code, column }) => [code, column]),
];

it('a file is cut where every worker finds it: by its own bytes where they can be read as they are, else by pieces', async () => {
  const { upload, pieces, cuts, discarded, entries } = await prepared(aFile());
  expect(upload).toMatchObject({ state: 'judging', stage: 'judging', slices: 2 });
  expect([pieces, cuts[0]!.slices, discarded, entries]).toEqual([[1], [{ from: 0, to: 400 }, 'piece'], 1, []]);
});

it('a file that lies about its size or its bytes is refused, and the journal says so', async () => {
  const long = await prepared(aFile(), { size: 1_001 });
  expect(codesOf(long)).toEqual(['refused', ['FILE_NOT_AS_SAID', 'size']]);
  expect(long.entries.map(({ type, detail }) => [type, detail.codes])).toEqual([
    ['submission.refused', ['FILE_NOT_AS_SAID']],
  ]);
  expect(long.discarded).toBe(1);
  expect(codesOf(await prepared(aFile(), { sha256: 'b'.repeat(64) }))).toEqual([
    'refused',
    ['FILE_NOT_AS_SAID', 'sha256'],
  ]);
});

it('a file that is gone, cannot be read, or is wrong as a whole is refused', async () => {
  expect(codesOf(await prepared(aFile(), 'gone'))).toEqual(['refused', ['FILE_GONE', undefined]]);
  const fault = { code: 'NOT_A_TABLE', cause: { zh: '', en: '' }, fix: { zh: '', en: '' } };
  expect(codesOf(await prepared({ format: 'unread', faults: [fault] }))).toEqual([
    'refused',
    ['NOT_A_TABLE', undefined],
  ]);
  expect(codesOf(await prepared(aFile({ faults: [fault] })))).toEqual(['refused', ['NOT_A_TABLE', undefined]]);
});

it('what a file says of itself must be what was announced', async () => {
  const { branchId, mode } = reading.chain;
  const said = { branchId, period: { from: '2025-01-01', to: '2025-12-31' }, mode, nil: false, withdraws: [] };
  expect(codesOf(await prepared(aFile({ kind: 'bank-account', said })))).toEqual([
    'refused',
    ['FILE_OF_OTHER_KIND', 'recordKind'],
    ['FILE_SAYS_OTHERWISE', 'period'],
  ]);
  const same = { ...said, period: reading.chain.period };
  expect((await prepared(aFile({ kind: 'phone-card', said: same }))).upload.state).toBe('judging');
});
