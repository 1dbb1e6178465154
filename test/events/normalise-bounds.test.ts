import { describe, expect, it } from 'vitest';
import type { Contract } from '../../events/contract.ts';
import { normalise } from '../../events/normalise.ts';
import { maxNames, readRow } from '../../events/read-row.ts';
import { iotUsage } from '../../events/records/iot-usage/contract.ts';
import { phoneCard } from '../../events/records/phone-card/contract.ts';

const contract = phoneCard as unknown as Contract;
const minimal = { recordId: 'a', openedAt: '2023-03-01T09:10:00+08:00' };
const names = (many: number): object => Object.fromEntries(Array.from({ length: many }, (_, n) => [`x${n}`, n]));
const fieldsOf = Object.keys(contract.fields).length;

describe('a record with too many names', () => {
  it('has one fault, not one for each, and the fields that it has are still read', () => {
    const { faults, faultsTotal } = normalise(contract, [{ ...minimal, byProxy: 'x', ...names(maxNames) }]);
    expect(faultsTotal).toBe(2);
    expect(faults.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['WRONG_TYPE', '/records/0/byProxy'],
      ['TOO_MANY_FIELDS', '/records/0'],
    ]);
    expect(faults[1]).toEqual({
      code: 'TOO_MANY_FIELDS',
      row: 1,
      recordId: 'a',
      pointer: '/records/0',
      found: '1003',
      expected: { zh: '不超过 1000 个字段', en: 'at most 1000 fields' },
      cause: {
        zh: `其中 1000 个不是 phone-card 的字段；phone-card 共有 ${fieldsOf} 个字段。`,
        en: `1000 of them are no fields of phone-card, which has ${fieldsOf}.`,
      },
      fix: {
        zh: '核对是否取错了文件或类型；只保留该类型的字段，见 /v1/record-kinds。',
        en: 'See whether it is the right file and kind; keep the fields of the kind only, see /v1/record-kinds.',
      },
    });
  });

  it('is one with more than 1,000: a thousand are named one by one', () => {
    const codesOf = (many: number) =>
      new Set(normalise(contract, [{ ...minimal, ...names(many - 2) }]).faults.map(({ code }) => code));
    expect(codesOf(maxNames)).toEqual(new Set(['UNKNOWN_FIELD']));
    expect(codesOf(maxNames + 1)).toEqual(new Set(['TOO_MANY_FIELDS']));
  });
});

it('a list longer than is read has one fault, whatever its elements are', () => {
  const many = (length: number) => ({ ...minimal, boundDeviceIds: Array(length).fill(0) });
  const read = (length: number) => normalise(iotUsage as unknown as Contract, [many(length)]);
  expect(read(1_001).faults.filter(({ column }) => column === 'boundDeviceIds')).toMatchObject([
    { code: 'OUT_OF_RANGE', pointer: '/records/0/boundDeviceIds' },
  ]);
  expect(read(1_000).faults.filter(({ column }) => column === 'boundDeviceIds')).toHaveLength(1_000);
});

describe('of many faults the first are described and all are counted', () => {
  const rows = [
    { ...minimal, byProxy: 1, onSitePhoto: 1, x: 1 },
    { ...minimal, y: 1 },
    null,
    { ...minimal, recordId: 'b', openedAt: '2022-03-01T09:10:00+08:00', z: 1 },
    { ...minimal, recordId: 'c' },
  ];
  const span = { period: { from: '2023-01-01', to: '2023-12-31' }, mode: 'events' } as const;
  const all = normalise(contract, rows, span);

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('the first %i of them, by row, as if all had been described', (most) => {
    expect(normalise(contract, rows, span, most)).toEqual({ ...all, faults: all.faults.slice(0, most) });
    expect(all.faultsTotal).toBe(all.faults.length);
  });

  it('a row is left out though its faults are only counted', () => {
    expect(normalise(contract, rows, span, 0).records.map(({ row }) => row)).toEqual([5]);
  });
});

it('half a million unknown names in one body are counted without taking long', () => {
  const row = { ...minimal, ...names(900) };
  const began = performance.now();
  const { faults, faultsTotal } = normalise(contract, Array(560).fill(row), undefined, 10_000);
  expect([faults.length, faultsTotal]).toEqual([10_000, 560 * 901]);
  expect(performance.now() - began).toBeLessThan(5_000);
});

describe('one row', () => {
  const codes = (value: unknown, most: number) => {
    const { faults, faultsTotal } = readRow(contract, value, 1, most);
    return [faults.map(({ code }) => code), faultsTotal];
  };

  it('describes no more faults than are asked for, and counts them all', () => {
    const row = { ...minimal, byProxy: 'x', onSitePhoto: 1, x: 1, y: 2, z: 3 };
    expect(codes(row, 1)).toEqual([['WRONG_TYPE'], 5]);
    expect(codes(row, 3)).toEqual([['WRONG_TYPE', 'WRONG_TYPE', 'UNKNOWN_FIELD'], 5]);
    expect(codes(row, 4)[0]).toHaveLength(4);
    expect(codes(row, 9)[0]).toHaveLength(5);
  });

  it('says that it has too many names only where there is room to', () => {
    expect(codes({ ...minimal, byProxy: 'x', ...names(maxNames) }, 1)).toEqual([['WRONG_TYPE'], 2]);
  });

  it('that is no record is counted, also where nothing is to be described', () => {
    expect([codes(null, 0), codes(null, 1)]).toEqual([
      [[], 1],
      [['NOT_A_RECORD'], 1],
    ]);
  });

  it('has a fault of no one column where its fields contradict one another', () => {
    const fault = { code: 'CROSSED', cause: { zh: '甲', en: 'a' }, fix: { zh: '乙', en: 'b' } };
    const crossed = { ...contract, crossCheck: () => [fault] };
    expect(readRow(crossed, minimal, 1, 9).faults).toEqual([{ ...fault, row: 1, recordId: 'a' }]);
  });
});

it('rows that lack a part of their key are no repetition of one another', () => {
  const keyed = { ...contract, naturalKey: ['recordId', 'openedAt'] };
  const { faults } = normalise(keyed, [{ recordId: 'a' }, { recordId: 'a' }]);
  expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['MISSING_FIELD']));
});

it('a text that looks like a time has no offset to lack', () => {
  expect(normalise(contract, [{ ...minimal, alternativeMethod: '2023-04-01 09:10' }]).warnings).toEqual([]);
});
