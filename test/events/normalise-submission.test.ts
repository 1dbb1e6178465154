import { describe, expect, it } from 'vitest';
import type { Contract } from '../../events/contract.ts';
import { normalise } from '../../events/normalise.ts';
import { phoneCard } from '../../events/records/phone-card/contract.ts';
import type { Mode } from '../../events/submission.ts';

const contract = phoneCard as unknown as Contract;
const openedAt = '2023-03-01T09:10:00+08:00';
const named = (recordId: string, over: object = {}) => ({ recordId, openedAt, ...over });

describe('the same key twice', () => {
  const rowsOf = (...ids: string[]) =>
    normalise(
      contract,
      ids.map((id) => named(id)),
    ).faults.map(({ code, row, otherRow }) => [code, row, otherRow]);

  it('is a fault of both rows, each naming the other', () => {
    const { records, faults } = normalise(contract, [named('a'), named('b'), named('a', { byProxy: true })]);
    expect(records.map(({ row }) => row)).toEqual([2]);
    expect(faults).toEqual([
      {
        code: 'DUPLICATE_RECORD',
        row: 1,
        otherRow: 3,
        recordId: 'a',
        column: 'recordId',
        pointer: '/records/0/recordId',
        found: 'a',
        cause: {
          zh: '第 1 行与第 3 行的记录编号相同，无法认定以哪一行为准。',
          en: 'Rows 1 and 3 have the same record id, and which one counts is not known.',
        },
        fix: { zh: '删去其中一行，或改正编号。', en: 'Delete one of them, or correct its id.' },
      },
      expect.objectContaining({ code: 'DUPLICATE_RECORD', row: 3, otherRow: 1, pointer: '/records/2/recordId' }),
    ]);
  });

  it('three times is a fault of all three, and each names another', () => {
    expect(rowsOf('a', 'a', 'b', 'a')).toEqual([
      ['DUPLICATE_RECORD', 1, 2],
      ['DUPLICATE_RECORD', 2, 1],
      ['DUPLICATE_RECORD', 4, 1],
    ]);
  });

  it('is seen through blanks, and not through another case', () => {
    expect(rowsOf('a', ' a')).toHaveLength(2);
    expect(rowsOf('a', 'A')).toEqual([]);
  });

  it('is named also where one of the rows has another fault: neither is judged', () => {
    const { records, faults } = normalise(contract, [named('a', { byProxy: 'x' }), named('a')]);
    expect(records).toEqual([]);
    expect(faults.map(({ code, row }) => [code, row])).toEqual([
      ['WRONG_TYPE', 1],
      ['DUPLICATE_RECORD', 1],
      ['DUPLICATE_RECORD', 2],
    ]);
  });
});

describe('a record outside the period', () => {
  const period = { from: '2023-03-01', to: '2023-03-31' };
  const codes = (mode: Mode, ...instants: string[]) =>
    instants.map(
      (at) => normalise(contract, [named('a', { openedAt: at })], { period, mode }).faults.map(({ code }) => code)[0],
    );
  const ends = [
    '2023-02-28T23:59:59+08:00',
    '2023-03-01T00:00:00+08:00',
    '2023-03-31T23:59:59+08:00',
    '2023-04-01T00:00:00+08:00',
  ];

  it('is a fault on the outer side of both ends; both days themselves are inside', () => {
    expect(codes('events', ...ends)).toEqual(['OUTSIDE_PERIOD', undefined, undefined, 'OUTSIDE_PERIOD']);
  });

  it('lies by China’s calendar, whatever offset it was written with', () => {
    expect(codes('events', '2023-02-28T16:00:00Z', '2023-02-28T15:59:59Z', '2023-03-31T12:00:00-05:00')).toEqual([
      undefined,
      'OUTSIDE_PERIOD',
      'OUTSIDE_PERIOD',
    ]);
  });

  it('of a roster may have begun before it, and not after', () => {
    expect(codes('roster', ...ends)).toEqual([undefined, undefined, undefined, 'OUTSIDE_PERIOD']);
  });

  it('is told the period, and the record as far as it said which it is', () => {
    const outside = (record: object, mode: Mode) => normalise(contract, [record], { period, mode }).faults.at(-1);
    expect(outside(named('a', { openedAt: ends[3] }), 'events')).toEqual({
      code: 'OUTSIDE_PERIOD',
      row: 1,
      recordId: 'a',
      column: 'openedAt',
      pointer: '/records/0/openedAt',
      found: '2023-04-01T00:00:00+08:00',
      expected: { zh: '2023-03-01 至 2023-03-31', en: '2023-03-01 to 2023-03-31' },
      cause: { zh: '“开户时间”不在报送期间内。', en: '“Opened at” lies outside the period.' },
      fix: { zh: '改正日期，或在其所属期间报送。', en: 'Correct the date, or report it for the period it belongs to.' },
    });
    expect(outside({ openedAt: ends[3] }, 'roster')).not.toHaveProperty('recordId');
    expect(outside({ openedAt: ends[3] }, 'roster')).toMatchObject({
      expected: { zh: '不晚于 2023-03-31', en: 'not after 2023-03-31' },
    });
  });

  it('is none where no period was said', () => {
    expect(normalise(contract, [named('a', { openedAt: '1999-01-01T00:00:00+08:00' })]).faults).toEqual([]);
  });
});

it('faults stand in the order of the rows, whatever kind they are of', () => {
  const period = { from: '2023-03-01', to: '2023-03-31' };
  const rows = [
    named('a', { openedAt: '2023-04-01T00:00:00+08:00' }),
    named('b'),
    'c',
    named('b'),
    named('d', { byProxy: 1 }),
  ];
  expect(normalise(contract, rows, { period, mode: 'events' }).faults.map(({ row, code }) => [row, code])).toEqual([
    [1, 'OUTSIDE_PERIOD'],
    [2, 'DUPLICATE_RECORD'],
    [3, 'NOT_A_RECORD'],
    [4, 'DUPLICATE_RECORD'],
    [5, 'WRONG_TYPE'],
  ]);
});
