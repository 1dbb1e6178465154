import { expect, it } from 'vitest';
import type { KeptRecord, Manifest, Reading } from '../../../events/manifest.ts';
import { kinds } from '../../../events/records/kinds.generated.ts';
import { lawOf } from '../../../functions/record-submission/wire.ts';
import { countUpload } from '../../../functions/run-upload/count-upload.ts';
import type { CountDeps } from '../../../functions/run-upload/deps.ts';
import { digest } from '../../../functions/store/digest.ts';
import { spilledLines } from '../../../functions/store/spilled-lines.ts';
import { nothingHeld } from '../../../rules/holdings.ts';
import { sampleRecords } from '../../events/any-cell.ts';
import type { SomeFile, SomeRow } from '../judge-files/some-files.ts';
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

type Begun = { readonly manifest: Manifest; readonly reading: Reading; readonly sealed: readonly KeptRecord[] };

/** Counts a file for a branch of which nothing is known yet; gives what recording it would begin with. */
const begun = async (file: SomeFile): Promise<Begun> => {
  const { upload, cut, pieces, bytes, judgeOf } = cutUpload(file);
  const store = uploadsKept([upload]);
  const sealed: KeptRecord[] = [];
  let [reading, manifest]: [Reading | undefined, Manifest | undefined] = [undefined, undefined];
  const deps = {
    ...{ ...store.deps, ...pieces, kinds, lawOf, release: { name: 'test', digest: 'd' }, digest },
    ...{ cut: async () => cut, sliceBytes: async (_: string, n: number) => bytes[n] },
    judge: (one: Uint8Array, _: unknown, isRaw: boolean, only: ReadonlySet<number>) => judgeOf(isRaw)(one, only),
    ...{
      lookUp: async () => ({ 'sanctioned-subjects': [] }),
      listVersions: async () => '1',
      keepLists: async () => 'l',
    },
    spill: spilledLines,
    ...{ keepPart: async () => 'p', keepSliceAsPart: async () => 'p' },
    keepParts: async (_: string, __: unknown, read: Reading) => {
      reading = read;
    },
    sealPart: async (_: string, __: number, records: readonly KeptRecord[]) => void sealed.push(...records),
    ...{ head: async () => ({}), tracks: async (keys: readonly object[]) => keys.map(() => ({ version: 0 })) },
    ...{ tracksOfBranch: async function* () {}, holdings: async (of: readonly object[]) => of.map(() => nothingHeld) },
    begin: async (one: Manifest) => {
      manifest = one;
      return true;
    },
  } as unknown as CountDeps;
  await countUpload({ ...store.at('u'), rowsJudged: upload.rowsJudged, slices: upload.slices! }, deps);
  return { manifest: manifest!, reading: reading!, sealed };
};

const [card] = sampleRecords('phone-card');
const cardRow = (over: object | undefined, cutBefore = false): SomeRow => ({
  ...(over && { value: { ...card, ...over } }),
  ...{ blankBefore: false, cutBefore },
});
const roster = (...rows: readonly SomeRow[]): SomeFile => ({
  ...{ kind: 'phone-card', form: 'ndjson', isNumbered: false, mode: 'roster', rows },
});
const cardOf = (n: number, over: object = {}) => ({ recordId: `A-${n}`, msisdn: `1380000000${n}`, ...over });

it('a roster of which every row can be read says of all others that they are gone', async () => {
  const { manifest, reading } = await begun(roster(cardRow(cardOf(1)), cardRow(cardOf(2), true)));
  expect(manifest).not.toHaveProperty('unread');
  expect([manifest.view.counts.records, reading.warnings]).toEqual([2, []]);
});

it('rows of a roster that cannot be read name whose they are, in whichever slice, and those are not gone', async () => {
  const wrong = { cardKind: 'sim' };
  const { manifest, reading } = await begun(
    roster(
      ...[cardRow(cardOf(1)), cardRow(cardOf(2, wrong)), cardRow(cardOf(3), true), cardRow(cardOf(3))],
      // The same record twice, and neither can be read.
      ...[cardRow(cardOf(4, wrong), true), cardRow(cardOf(4, wrong))],
    ),
  );
  expect(manifest.unread).toEqual(['A-2', 'A-3', 'A-4']);
  expect([manifest.view.counts.faults, reading.warnings]).toEqual([5, []]);
});

it('where a row does not even say whose it is, nobody whom the roster leaves out is gone, and its sender is told', async () => {
  const { manifest, reading } = await begun(roster(cardRow(cardOf(1)), cardRow(undefined, true)));
  expect([manifest.unread, reading.warnings.map(({ code }) => code)]).toEqual(['all', ['ROSTER_KEPT']]);
});

it('of rows that violate the values are sealed as they were sent, whether they do by themselves or by others', async () => {
  // Of one person on successive days, in two slices: the sixth is one too many, and no slice alone knows it.
  const rows = Array.from({ length: 7 }, (_, n) =>
    cardRow(cardOf(n, { openedAt: `2026-10-0${n + 1}T09:00:00+08:00` }), n === 4),
  );
  rows[1] = cardRow(cardOf(1, { nameMatches: false, openedAt: '2026-10-02T09:00:00+08:00' }));
  const { manifest, sealed } = await begun({ ...roster(...rows), mode: 'events' });
  expect(sealed.map(({ row, record }) => [row, record.msisdn])).toEqual([
    [2, '13800000001'],
    [6, '13800000005'],
    [7, '13800000006'],
  ]);
  expect(manifest.view.counts.violation).toBe(3);
});
