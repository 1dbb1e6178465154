import { describe, expect, it } from 'vitest';
import { readDate, readInstant } from '../../events/instant.ts';
import { normalise } from '../../events/normalise.ts';
import { kinds } from '../../events/records/kinds.generated.ts';

const read = (text: string): string => {
  const found = readInstant(text);
  return 'wrong' in found ? found.wrong : found.instant;
};

describe('an instant', () => {
  it('is written on China’s clock whatever offset it came with', () => {
    const same = [
      '2023-04-01T09:10:00+08:00',
      '2023-04-01T01:10:00Z',
      '2023-04-01t01:10:00z',
      '2023-03-31T20:10:00-0500',
      '2023-04-01T15:10:00+14:00',
      ' 2023-04-01T09:10:00+08:00 ',
      ' 2023-04-01T09:10:00+08:00',
      '2023-04-01T09:10:00+08:00 ',
      '2023-04-01T06:40:00+05:30',
      '2023-04-01T07:09:00+05:59',
    ];
    expect(same.map(read)).toEqual(same.map(() => '2023-04-01T09:10:00+08:00'));
  });

  it('without an offset is China’s time, and says so', () => {
    const written = ['2023-04-01 09:10', '2023/4/1 9:10:00', '2023-04-01T09:10:00'];
    expect(written.map(readInstant)).toEqual(
      written.map(() => ({ instant: '2023-04-01T09:10:00+08:00', assumedOffset: true })),
    );
    expect(readInstant('2023-04-01T09:10:00+08:00')).toMatchObject({ assumedOffset: false });
  });

  it('keeps thousandths of a second, and no finer', () => {
    expect(
      ['2023-04-01T09:10:00.5+08:00', '2023-04-01T09:10:00.123456Z', '2023-04-01T09:10:00.000Z'].map(read),
    ).toEqual(['2023-04-01T09:10:00.500+08:00', '2023-04-01T17:10:00.123+08:00', '2023-04-01T17:10:00+08:00']);
  });

  it('is no such one where the day, the hour or the offset does not exist', () => {
    const none = [
      '2023-02-30T09:00:00+08:00',
      '2023-02-29T09:00:00+08:00',
      '1900-02-29T09:00:00+08:00',
      '2023-13-01T09:00:00+08:00',
      '2023-00-10T09:00:00+08:00',
      '2023-04-31 09:00',
      '2023-04-01T24:00:00+08:00',
      '2023-04-01T09:60:00+08:00',
      '2023-04-01T09:00:60+08:00',
      '2023-04-01T09:00:00+99:00',
      '2023-04-01T09:00:00+15:00',
      '2023-04-01T09:00:00+08:60',
      '0000-01-01T09:00:00+08:00',
      '0001-01-01T00:00:00+14:00',
      '9999-12-31T23:59:59-12:00',
      '2023-02-30',
    ];
    expect(none.map(read)).toEqual(none.map(() => 'no-such-date'));
    expect(read('0001-01-02T09:00:00Z')).toBe('0001-01-02T17:00:00+08:00');
    expect(['2024-02-29T09:00:00+08:00', '2000-02-29T09:00:00+08:00'].map(read)).toEqual([
      '2024-02-29T09:00:00+08:00',
      '2000-02-29T09:00:00+08:00',
    ]);
  });

  it('is not a day alone, nor anything that must be guessed', () => {
    expect(read('2023-04-01')).toBe('no-time');
    const guesses = [
      '',
      '20230401',
      '01/04/2023 09:10',
      '2023年4月1日',
      '45017.38',
      'yesterday',
      '2023-04-01T09',
      '2023-04-01T09:10+8',
      'am 2023-04-01T09:10:00+08:00',
    ];
    expect(guesses.map(read)).toEqual(guesses.map(() => 'form'));
  });
});

it('a day is a day that exists, also with slashes and single digits', () => {
  expect(['2023-04-01', '2023/4/1', ' 2024-2-29 '].map(readDate)).toEqual(['2023-04-01', '2023-04-01', '2024-02-29']);
  const none = ['2023-02-29', '2023-4-31', '2023-04-01T09:10', '20230401', '', '0000-01-01', 'am 2023-04-01'];
  expect(none.map(readDate)).toEqual(none.map(() => undefined));
});

const fault = (openedAt: unknown) =>
  normalise(kinds['phone-card']!, [{ recordId: 'a', openedAt }]).faults.map(({ code, cause }) => [
    code,
    cause.zh,
    cause.en,
  ]);

it('a record is told what is wrong with its time', () => {
  expect(fault('2023-02-30T09:00:00+08:00')).toEqual([
    ['NO_SUCH_DATE', '该日期或时刻不存在。', 'There is no such date or time.'],
  ]);
  expect(fault('2023-04-01')).toEqual([['NO_TIME_OF_DAY', '只有日期，没有时刻。', 'It is a day without a time.']]);
  expect(fault('soon')).toEqual([['NOT_AN_INSTANT', '不是可识别的时刻。', 'It is no instant that can be read.']]);
});

it('a column without offsets is warned of once, with how many there are and the first of them', () => {
  const rows = [
    { recordId: 'a', openedAt: '2023-04-01T09:10:00+08:00' },
    { recordId: 'b', openedAt: '2023-04-01 09:10', checkedAt: '2023-04-01 09:05' },
    { recordId: 'c', openedAt: '2023/4/2 9:10', checkedAt: null },
    'd',
  ];
  expect(normalise(kinds['phone-card']!, rows).warnings).toEqual([
    {
      code: 'NO_OFFSET',
      row: 2,
      column: 'openedAt',
      pointer: '/records/1/openedAt',
      message: {
        zh: '“开户时间”有 2 处未写时区（首处在第 2 行），按北京时间（+08:00）读取。',
        en: '“Opened at” has 2 without an offset (first in row 2), read as China time (+08:00).',
      },
    },
    {
      code: 'NO_OFFSET',
      row: 2,
      column: 'checkedAt',
      pointer: '/records/1/checkedAt',
      message: {
        zh: '“人证核验时间”有 1 处未写时区（首处在第 2 行），按北京时间（+08:00）读取。',
        en: '“Checked at” has 1 without an offset (first in row 2), read as China time (+08:00).',
      },
    },
  ]);
});
