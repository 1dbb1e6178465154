import { describe, expect, it } from 'vitest';
import { fieldOfHeading, readCell } from '../../events/cells.ts';
import { amount, count, date, flag, instant, listOf, oneOf, orNone, words } from '../../events/fields.ts';
import { iotUsage } from '../../events/records/iot-usage/contract.ts';
import { kinds } from '../../events/records/kinds.generated.ts';

const column = { zh: '列', en: 'Column' };
const contracts = Object.values(kinds);

describe('headings', () => {
  it.each(contracts)('every heading of $kind names one field and no other', (contract) => {
    const headings = Object.entries(contract.fields).flatMap(([name, { zh, en, synonyms }]) =>
      [name, zh, en, ...synonyms].map((heading) => ({ heading, name })),
    );
    expect(headings.map(({ heading }) => ({ heading, name: fieldOfHeading(contract, heading) }))).toEqual(headings);
  });

  it('blanks, stars, underscores, brackets, case and full-width forms make no other heading', () => {
    const phoneCard = kinds['phone-card']!;
    const asWritten = [
      ' 证 件 号 码*',
      'ID_NO',
      'ｉｄ＿ｎｏ',
      'Document  Number',
      'documentnumber',
      '【证件号码】',
      'subject_id',
    ];
    expect(asWritten.map((heading) => fieldOfHeading(phoneCard, heading))).toEqual(asWritten.map(() => 'subjectId'));
    const traffic = ['流量MB', '流量（MB）', '流量(mb)', '流量 [MB]', 'Traffic'];
    expect(traffic.map((heading) => fieldOfHeading(kinds['iot-usage']!, heading))).toEqual(
      traffic.map(() => 'trafficMb'),
    );
  });

  it('the same word may mean one field of one kind and another of another', () => {
    expect(['phone-card', 'bank-account'].map((kind) => fieldOfHeading(kinds[kind]!, '卡号'))).toEqual([
      'iccid',
      'accountId',
    ]);
  });

  it('an unknown heading, an empty one and the name of a method name no field', () => {
    const none = ['', '备注', 'constructor', 'toString', '__proto__'];
    expect(none.map((heading) => fieldOfHeading(kinds['phone-card']!, heading))).toEqual(none.map(() => undefined));
  });
});

describe('cells', () => {
  const read = (field: Parameters<typeof readCell>[0], ...cells: string[]) =>
    cells.map((cell) => readCell(field, cell));

  it('yes and no are said in many ways, and any other word stays for the fault to show', () => {
    expect(read(flag(column), '是', 'TRUE', 'Yes', 'y', '１', '√', ' 是 ')).toEqual(Array(7).fill(true));
    expect(read(flag(column), '否', 'false', 'NO', 'n', '0', '×')).toEqual(Array(6).fill(false));
    expect(read(flag(column), '对', '2', '无')).toEqual(['对', '2', '无']);
  });

  it('无 is none where there may be none, and a word elsewhere', () => {
    expect(read(orNone(flag(column)), '无', 'null', 'None', '否')).toEqual([null, null, null, false]);
    expect(read(orNone(words(column)), '无', '无 ', '无人')).toEqual([null, null, '无人']);
    expect(read(words(column), '无', 'null')).toEqual(['无', 'null']);
    expect(read(orNone(instant(column)), '无', '2023-04-01 09:10')).toEqual([null, '2023-04-01 09:10']);
  });

  it('numbers may have full-width digits and commas between thousands', () => {
    expect(read(count(column), '12', '１２', '1,234,567', ' 30 000 ', '-3', '0')).toEqual([
      12, 12, 1234567, 30000, -3, 0,
    ]);
    expect(read(amount(column), '0.5', '1,234.50', '12.')).toEqual([0.5, 1234.5, '12.']);
  });

  it('what is not quite a number stays as it is: it may be another number', () => {
    const doubtful = ['1*2', '1***5', '1,5', '12,34', '1_000', '5%', '1e3', '(5)', '十', '', '--1', '1.2.3'];
    expect(read(amount(column), ...doubtful)).toEqual(doubtful);
  });

  it('an enumeration takes its code and its words in both languages', () => {
    const level = oneOf({ high: { zh: '高', en: 'high risk' }, low: { zh: '低', en: 'low risk' } }, column);
    expect(read(level, 'high', 'HIGH', '高', ' 高 ', 'High Risk', '低', '中')).toEqual([
      'high',
      'high',
      'high',
      'high',
      'high',
      'low',
      '中',
    ]);
  });

  it('an enumeration’s own word for none is its code; 无 is null beside it', () => {
    const { action } = iotUsage.fields;
    expect(read(action, 'none', 'None', '未处置', '无', 'null', '停机')).toEqual([
      'none',
      'none',
      'none',
      null,
      null,
      'suspend',
    ]);
  });

  it('a list is split at the signs that people use, and has no empty elements', () => {
    const list = orNone(listOf(column, column));
    expect(read(list, 'a;b；c、d|e,f，g', ' a ; ; b;', 'a', '')).toEqual([
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
      ['a', 'b'],
      ['a'],
      [],
    ]);
    expect(read(list, '无')).toEqual([null]);
    expect(read(listOf(column, column), '无', 'none', '无锡')).toEqual([[], [], ['无锡']]);
  });

  it('days, times and texts are left to their own schemas, but for blanks around them', () => {
    expect(read(instant(column), ' 2023/4/1 9:10 ')).toEqual(['2023/4/1 9:10']);
    expect(read(date(column), '2023年4月1日')).toEqual(['2023年4月1日']);
    expect(read(words(column), ' 0012 ')).toEqual(['0012']);
  });
});

describe('what a cell holds that nobody sees', () => {
  const read = (cell: string) => readCell(words(column), cell);

  it('is taken from its ends, however much of it there is, and left where it stands within', () => {
    expect(['\u200b\u200b a b\u200b\u200b', '\u200ba\u200bb', '\u200b'].map(read)).toEqual(['a b', 'a\u200bb', '']);
  });
});

it('thousands have their comma after one, two or three digits', () => {
  expect(['1,234', '12,345', '123,456'].map((cell) => readCell(amount(column), cell))).toEqual([1234, 12345, 123456]);
});

it('a day in digits of an input method is read in those of a file', () => {
  expect(readCell(date(column), '２０２３－０４－０１')).toBe('2023-04-01');
});
