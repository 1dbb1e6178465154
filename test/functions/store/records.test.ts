import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { type Finding, worstFirst } from '../../../events/finding.ts';
import type { KeptRecord, Manifest, RecordsPart } from '../../../events/manifest.ts';
import type { Objects } from '../../../functions/store/objects.ts';
import { findingsPerObject, recordsStore } from '../../../functions/store/records.ts';
import { aManifest } from '../../store-suite/examples.ts';
import { ownDirectory } from './own-directory.ts';

const { lying } = ownDirectory();

/** Objects in memory. */
const aBucket = () => {
  const kept = new Map<string, Buffer>();
  const objects: Objects = {
    put: async (key, body, _, once) => {
      if (!once || !kept.has(key)) kept.set(key, Buffer.from(body));
    },
    get: async (key) => {
      const bytes = kept.get(key);
      if (bytes === undefined) throw new Error(`nothing stands at ${key}`);
      return bytes;
    },
  };
  return { kept, store: recordsStore(objects) };
};

const reading = { faults: [], faultsTotal: 0, warnings: [] };
const recordsIn = (rows: readonly number[], name = '记录'): readonly KeptRecord[] =>
  rows.map((row) => ({ row, record: { recordId: `${name}-${row}` } }));
const partsOf = async (store: ReturnType<typeof recordsStore>, id = 's') => {
  const parts: (readonly KeptRecord[])[] = [];
  for await (const part of store.records(id)) parts.push(part);
  return parts;
};

it('what came in one body comes back as one part', async () => {
  const { store } = aBucket();
  await store.keep('s', recordsIn([1, 2, 3]), reading);
  expect(await partsOf(store)).toEqual([recordsIn([1, 2, 3])]);
});

it('the parts of a file come back in their order, with rows of the file', async () => {
  const { store } = aBucket();
  const kept: RecordsPart[] = [
    { name: await store.keepPart('s', recordsIn([1, 3])), before: 0 },
    { name: await store.keepPart('s', recordsIn([1, 2], 'other')), before: 3 },
    // Of people whose rows stand anywhere in the file.
    { name: await store.keepPart('s', recordsIn([9, 6])), before: 0 },
  ];
  await store.keepParts('s', kept, reading);
  const shifted = recordsIn([1, 2], 'other').map(({ row, record }) => ({ row: row + 3, record }));
  expect(await partsOf(store)).toEqual([recordsIn([1, 3]), shifted, recordsIn([9, 6])]);
  expect(await store.reading('s')).toEqual(reading);
});

it('a part that was packed elsewhere is kept as it is, under the same name each time', async () => {
  const { store, kept } = aBucket();
  const packed = gzipSync(JSON.stringify(recordsIn([2, 5])));
  const name = await store.keepPacked('s', packed);
  expect(await store.keepPacked('s', packed)).toBe(name);
  expect([...kept.values()]).toEqual([packed]);
  await store.keepParts('s', [{ name, before: 10 }], reading);
  expect((await partsOf(store)).flat().map(({ row }) => row)).toEqual([12, 15]);
});

it('two slices that are the same are one object, and two parts', async () => {
  const { store } = aBucket();
  const names = await Promise.all([1, 2].map(() => store.keepPart('s', recordsIn([1]))));
  expect(names[0]).toBe(names[1]);
  await store.keepParts(
    's',
    names.map((name, n) => ({ name, before: n })),
    reading,
  );
  expect((await partsOf(store)).map(([one]) => one!.row)).toEqual([1, 2]);
});

it('whoever keeps the parts again after a crash is believed', async () => {
  const { store } = aBucket();
  const [first, second] = [await store.keepPart('s', recordsIn([1])), await store.keepPart('s', recordsIn([2]))];
  await store.keepParts('s', [{ name: first, before: 0 }], reading);
  await store.keepParts('s', [{ name: second, before: 0 }], { ...reading, faultsTotal: 1 });
  expect(await partsOf(store)).toEqual([recordsIn([2])]);
  expect((await store.reading('s')).faultsTotal).toBe(1);
});

it('a part that is missing is an error where it should have come, and no end of the records', async () => {
  const { store, kept } = aBucket();
  const names = [await store.keepPart('s', recordsIn([1])), await store.keepPart('s', recordsIn([2]))];
  await store.keepParts(
    's',
    names.map((name) => ({ name, before: 0 })),
    reading,
  );
  kept.delete(`submissions/s/records-${names[1]}.json.gz`);
  const read = store.records('s');
  expect((await read.next()).value).toEqual(recordsIn([1]));
  await expect(read.next()).rejects.toThrow('nothing stands');
});

const aFinding = (row: number, n: number): Finding => ({
  ...{ recordId: `r-${row}`, row, rule: 'a', version: '2022-12-01.r1', lawDate: '2026-01-01' },
  ...{ verdict: worstFirst[n]!, severity: 'major', article: '10', title: { zh: '', en: '' } },
  ...{ remedy: { zh: '', en: '' }, because: null, missing: [] },
});

it('findings are read from anywhere in their one order, over the ends of objects', async () => {
  const { store } = aBucket();
  const rows = Array.from({ length: findingsPerObject + 100 }, (_, n) => n + 1);
  async function* parts() {
    yield rows.filter((row) => row % 2 === 0).map((row) => aFinding(row, 1));
    yield rows.filter((row) => row % 2 === 1).map((row) => aFinding(row, 0));
  }
  const { name, total } = await store.keepFindings('s', parts());
  const manifest: Manifest = { ...aManifest('s'), findings: name, findingsTotal: total };
  const all = [...rows.filter((row) => row % 2 === 1), ...rows.filter((row) => row % 2 === 0)];
  const read = async (from: number, limit: number) =>
    (await store.findings(manifest, from, limit)).map(({ row }) => row);
  expect(await read(0, 10_000)).toEqual(all);
  expect(await read(findingsPerObject - 3, 6)).toEqual(all.slice(findingsPerObject - 3, findingsPerObject + 3));
  expect(await read(total, 5)).toEqual([]);
  expect(lying()).toEqual([]);
});

it('where nothing was found, that is kept', async () => {
  const { store, kept } = aBucket();
  async function* none() {}
  const { name, total } = await store.keepFindings('s', none());
  expect([total, kept.size]).toEqual([0, 1]);
  expect(await store.findings({ ...aManifest('s'), findings: name, findingsTotal: 0 }, 0, 10)).toEqual([]);
});
