import { describe, expect, it } from 'vitest';
import type { Contract } from '../../events/contract.ts';
import { normalise } from '../../events/normalise.ts';
import { phoneCard } from '../../events/records/phone-card/contract.ts';

const contract = phoneCard as unknown as Contract;
const openedAt = '2023-03-01T09:10:00+08:00';
const named = (recordId: string, over: object = {}) => ({ recordId, openedAt, ...over });

it('a record in order is kept in normal form with its row, and nothing is said of it', () => {
  expect(normalise(contract, [named('a'), named(' b ', { openedAt: '2023-03-01T01:10:00Z' })])).toEqual({
    records: [
      { row: 1, record: { recordId: 'a', openedAt } },
      { row: 2, record: { recordId: 'b', openedAt } },
    ],
    faults: [],
    faultsTotal: 0,
    warnings: [],
  });
});

it('a malformed record is left out, keeps its row, and leaves the others alone', () => {
  const { records, faults } = normalise(contract, [named('a'), named('b', { byProxy: 'x' }), 'c', named('d')]);
  expect(records.map(({ row, record }) => [row, record.recordId])).toEqual([
    [1, 'a'],
    [4, 'd'],
  ]);
  expect(faults.map(({ row, recordId, code }) => [row, recordId, code])).toEqual([
    [2, 'b', 'WRONG_TYPE'],
    [3, undefined, 'NOT_A_RECORD'],
  ]);
});

it('every fault of a record is named, not its first alone', () => {
  const { faults } = normalise(contract, [{ recordId: 'a', byProxy: 'x', onSitePhoto: null, cardkind: 'mobile' }]);
  expect(faults.map(({ code, pointer }) => [code, pointer])).toEqual([
    ['NULL_NOT_ALLOWED', '/records/0/onSitePhoto'],
    ['WRONG_TYPE', '/records/0/byProxy'],
    ['UNKNOWN_FIELD', '/records/0/cardkind'],
    ['MISSING_FIELD', '/records/0/openedAt'],
  ]);
});

it('what is no object is no record, and is shown masked', () => {
  const sent = ['11010519491231002X', 5, null, true, ['a'], []];
  expect(normalise(contract, sent).faults.map(({ code, row, pointer, found }) => [code, row, pointer, found])).toEqual([
    ['NOT_A_RECORD', 1, '/records/0', '1101**********002X'],
    ['NOT_A_RECORD', 2, '/records/1', '5'],
    ['NOT_A_RECORD', 3, '/records/2', 'null'],
    ['NOT_A_RECORD', 4, '/records/3', 'true'],
    ['NOT_A_RECORD', 5, '/records/4', '["a"]'],
    ['NOT_A_RECORD', 6, '/records/5', '[]'],
  ]);
});

describe('a record without its key or its law’s date', () => {
  it('cannot be judged, and is told why each is needed', () => {
    expect(normalise(contract, [{}]).faults).toEqual([
      {
        code: 'MISSING_FIELD',
        row: 1,
        column: 'recordId',
        pointer: '/records/0/recordId',
        expected: phoneCard.fields.recordId.expected,
        cause: {
          zh: '每条记录都必须有“记录编号”（recordId）：没有它就无法认定记录或适用哪一天的法律。',
          en: 'Every record needs “Record ID” (recordId): without it the record, or the day whose law applies, is not known.',
        },
        fix: { zh: '补上 recordId。', en: 'Give recordId.' },
      },
      expect.objectContaining({ code: 'MISSING_FIELD', row: 1, column: 'openedAt', pointer: '/records/0/openedAt' }),
    ]);
  });

  it('needs no other field: all else may be left out and is then unknown', () => {
    expect(normalise(contract, [named('a')]).faults).toEqual([]);
  });
});

describe('an unknown field', () => {
  const told = (field: string) =>
    normalise(contract, [
      JSON.parse(`{"recordId":"a","openedAt":"${openedAt}",${JSON.stringify(field)}:1}`),
    ]).faults.map(({ code, column, pointer, cause, fix }) => [code, column, pointer, cause.en, fix.en]);

  it('is a fault with the field that was probably meant, or with none', () => {
    expect(told('addresRecorded')).toEqual([
      [
        'UNKNOWN_FIELD',
        'addresRecorded',
        '/records/0/addresRecorded',
        'phone-card has no field “addresRecorded”.',
        'Did you mean “addressRecorded”? Delete it otherwise.',
      ],
    ]);
    expect(told('colour')[0]![4]).toBe('Delete the field.');
  });

  it('that is somebody’s number is masked wherever it is named', () => {
    const faults = normalise(contract, [named('a', { '11010519491231002X': 1, '13812345678': 2 })]).faults;
    expect(faults.map(({ column }) => column)).toEqual(['1101**********002X', '138******78']);
    expect(JSON.stringify(faults)).not.toMatch(/19491231|12345678/);
  });

  it('has its own place in the body whatever signs its name has (RFC 6901)', () => {
    expect(told('a/b~c')[0]!.slice(1, 3)).toEqual(['a/b~c', '/records/0/a~1b~0c']);
  });

  it('named like a method of objects is unknown like any other', () => {
    expect(['constructor', 'toString', '__proto__'].map((name) => told(name)[0]![0])).toEqual(
      Array(3).fill('UNKNOWN_FIELD'),
    );
  });

  it('with a name of a million letters is refused at once', () => {
    const began = performance.now();
    expect(told('x'.repeat(1_000_000))[0]!.slice(0, 2)).toEqual(['UNKNOWN_FIELD', `${'x'.repeat(80)}…`]);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
