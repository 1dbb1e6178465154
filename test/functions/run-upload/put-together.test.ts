import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { KeptRecord } from '../../../events/manifest.ts';
import { maxFaultsKept } from '../../../events/submission.ts';
import {
  faultsOf,
  type PlacedFault,
  putTogether,
  readingOf,
  recordsOf,
  sliceOf,
} from '../../../functions/run-upload/put-together.ts';
import { sampleRecords } from '../../events/any-cell.ts';
import { type SomeFile, type SomeRow, someFile } from '../judge-files/some-files.ts';
import { cutUpload, inOnePiece } from './cut-upload.ts';

/** All that the slices of a file say together, wherever it is cut. */
const together = async (file: SomeFile) => {
  const { upload, cut, pieces, contract } = cutUpload(file);
  const whole = await putTogether(upload, cut, pieces);
  const records: KeptRecord[] = [];
  for (const [n, slice] of whole.slices.entries()) {
    for (const { row, record } of await recordsOf(upload, n, slice, pieces)) {
      records.push({ row: slice.before + row, record });
    }
  }
  const faults: PlacedFault[] = [];
  for await (const fault of faultsOf(upload, whole, contract, pieces)) faults.push(fault);
  const reading = await readingOf(upload, whole, contract, pieces);
  const { rows, faultsTotal, warnings } = whole;
  return {
    ...{ rows, faultsTotal, faults, reading, records, recordsTotal: whole.records },
    warnings: warnings.toSorted((a, b) => (a.column! < b.column! ? -1 : 1)),
    slices: whole.slices,
  };
};

it('the slices of a file say together what the file says in one piece: its rows, records, faults and warnings', async () => {
  await fc.assert(
    fc.asyncProperty(someFile, async (file) => {
      const { slices, reading, ...cut } = await together(file);
      const { slices: _, reading: inOne, ...one } = await together(inOnePiece(file));
      expect(cut).toEqual(one);
      expect(reading.faults).toEqual(inOne.faults);
      // And that is one thing: each row is a record or has a fault, and what is counted is what there is.
      expect([cut.rows, cut.recordsTotal, cut.faultsTotal]).toEqual([
        file.rows.length,
        cut.records.length,
        cut.faults.length,
      ]);
      const faulty = new Set(cut.faults.map(({ row }) => row));
      expect(new Set([...faulty, ...cut.records.map(({ row }) => row)]).size).toBe(cut.rows);
      expect(cut.records.filter(({ row }) => faulty.has(row))).toEqual([]);
      expect(cut.records.map(({ record }) => record.recordId)).toEqual([
        ...new Set(cut.records.map(({ record }) => record.recordId)),
      ]);
      for (const row of faulty) {
        const n = sliceOf(slices, row);
        expect([slices[n]!.before < row, row <= slices[n]!.before + slices[n]!.rows]).toEqual([true, true]);
      }
    }),
    { numRuns: 150 },
  );
});

const [account] = sampleRecords('app-filing');
const rowOf = (value: object | undefined, cutBefore = false): SomeRow => ({
  ...(value && { value: { ...account!, ...value } }),
  ...{ blankBefore: false, cutBefore },
});
const aFile = (rows: readonly SomeRow[]): SomeFile => ({
  ...{ kind: 'app-filing', form: 'ndjson', isNumbered: false, mode: 'events' },
  rows,
});

it('of rows that have one id together each names another: the first the second, the others the first, over all slices', async () => {
  const rows = [
    rowOf({ recordId: 'A-1' }),
    rowOf({ recordId: 'A-2' }),
    rowOf({ recordId: 'A-1' }, true),
    rowOf({ recordId: 'A-3' }, true),
    rowOf({ recordId: 'A-1' }),
  ];
  const { faults, records, recordsTotal } = await together(aFile(rows));
  expect(faults).toMatchObject([
    { code: 'DUPLICATE_RECORD', row: 1, otherRow: 3, recordId: 'A-1' },
    { code: 'DUPLICATE_RECORD', row: 3, otherRow: 1, recordId: 'A-1' },
    { code: 'DUPLICATE_RECORD', row: 5, otherRow: 1, recordId: 'A-1' },
  ]);
  expect([records.map(({ row }) => row), recordsTotal]).toEqual([[2, 4], 2]);
});

it('a record of which only one row can be read is named by it, in whichever slice that stands', async () => {
  const broken = { recordId: 'A-1', unknown: 'field' };
  const { faults } = await together(aFile([rowOf(broken), rowOf({ recordId: 'A-1' }, true)]));
  const twice = faults.filter(({ code }) => code === 'DUPLICATE_RECORD');
  expect(twice).toMatchObject([
    { row: 1, recordId: 'A-1' },
    { row: 2, recordId: 'A-1' },
  ]);
  expect(faults.filter(({ row }) => row === 1).length).toBeGreaterThan(1);
});

it('a pointer leads to the record where it stands in the file; in a file of lines there is none', async () => {
  const rows = [rowOf({ recordId: 'A-1' }), rowOf({ recordId: 'A-2' }), rowOf({ recordId: 'A-3', remark: 'x' }, true)];
  const pointers = async (form: SomeFile['form']) =>
    (await together({ ...aFile(rows), form })).faults.map(({ row, pointer }) => [row, pointer]);
  expect(await pointers('json')).toEqual([[3, '/records/2/remark']]);
  expect(await pointers('ndjson')).toEqual([[3, undefined]]);
});

it('of many faults the first are kept with the reading, and how many there are', async () => {
  const rows = Array.from({ length: maxFaultsKept + 2 }, (_, n) => rowOf(undefined, n % 50 === 0));
  const { reading, faultsTotal } = await together(aFile(rows));
  expect([reading.faults.length, reading.faultsTotal, faultsTotal]).toEqual([
    maxFaultsKept,
    maxFaultsKept + 2,
    maxFaultsKept + 2,
  ]);
  expect(reading.faults.at(-1)).toMatchObject({ row: maxFaultsKept });
});
