import { describe, expect, it } from 'vitest';
import type { Contract } from '../../events/contract.ts';
import { normalise } from '../../events/normalise.ts';
import { kinds } from '../../events/records/kinds.generated.ts';

const day = '2023-03-01T09:10:00+08:00';
const minimal: Readonly<Record<string, object>> = {
  'phone-card': { recordId: 'r-1', openedAt: day },
  'iot-usage': { recordId: 'r-1', windowEnd: day },
  'bank-account': { recordId: 'r-1', openedAt: day },
  'internet-account': { recordId: 'r-1', activatedAt: day },
};

/** What is wrong with one record of the kind, with `over` in place of what a minimal record says. */
const faultsOf = (kind: string, over: object) => normalise(kinds[kind]!, [{ ...minimal[kind], ...over }]).faults;
const fixes = (kind: string, over: object) => faultsOf(kind, over).map(({ code, found, fix }) => [code, found, fix.en]);

it('a fault says where, what was found, what was expected, why, and how to put it right, in both languages', () => {
  expect(faultsOf('phone-card', { cardKind: 'mobil' })).toEqual([
    {
      code: 'UNKNOWN_VALUE',
      row: 1,
      recordId: 'r-1',
      column: 'cardKind',
      pointer: '/records/0/cardKind',
      found: 'mobil',
      expected: {
        zh: '其中之一：mobile（移动电话卡）、data-only（纯数据卡）、iot（物联网卡）、landline（固定电话）',
        en: 'one of: mobile, data-only, iot, landline',
      },
      cause: { zh: '不是允许的取值。', en: 'It is none of the values allowed.' },
      fix: { zh: '是否应为“mobile”？', en: 'Did you mean “mobile”?' },
    },
  ]);
});

describe('a value of a wrong type', () => {
  it.each([
    ['text for yes or no', { nameMatches: 'yes' }, 'yes', 'It is text.'],
    ['a number for yes or no', { nameMatches: 1 }, '1', 'It is a number.'],
    ['yes or no for text', { alternativeMethod: true }, 'true', 'It is true or false.'],
    ['a list for text', { alternativeMethod: ['a', 'b'] }, '["a","b"]', 'It is a list.'],
    ['an object for text', { alternativeMethod: { a: 1 } }, '{"a":1}', 'It is an object.'],
    ['text for a number', { faceMatchScore: '0.9' }, '0.9', 'It is text.'],
    ['a number for an instant', { openedAt: 20230301 }, '202***01', 'It is a number.'],
    ['a number for a phone number', { msisdn: 13812345678 }, '138******78', 'It is a number.'],
  ])('%s is told by what it is', (_, over, found, cause) => {
    const [column] = Object.keys(over);
    expect(
      faultsOf('phone-card', over).map((fault) => [fault.code, fault.column, fault.found, fault.cause.en]),
    ).toEqual([['WRONG_TYPE', column, found, cause]]);
  });

  it('half a count is not a whole number', () => {
    expect(fixes('iot-usage', { smsCount: 1.5 })).toEqual([['WRONG_TYPE', '1.5', 'Give a whole number, 0 or more.']]);
  });
});

describe('null', () => {
  it('is refused where a contract knows of no “none”, also in a personal field, where it hides nothing', () => {
    const leaveOut = 'Leave it out where it is unknown; give the value otherwise.';
    expect(fixes('phone-card', { nameMatches: null, subjectId: null, cardKind: null })).toEqual([
      ['NULL_NOT_ALLOWED', 'null', leaveOut],
      ['NULL_NOT_ALLOWED', 'null', leaveOut],
      ['NULL_NOT_ALLOWED', 'null', leaveOut],
    ]);
  });

  it('is known to be none where the contract allows it, and not the same as leaving the field out', () => {
    const { records, faults } = normalise(kinds['phone-card']!, [{ ...minimal['phone-card'], flaggedAt: null }]);
    expect([records, faults]).toEqual([[{ row: 1, record: { recordId: 'r-1', openedAt: day, flaggedAt: null } }], []]);
  });
});

describe('a value outside what is allowed', () => {
  it('is told of an enumeration with the word that was probably meant, or none', () => {
    expect(fixes('phone-card', { cardStatus: 'activ' })).toEqual([
      ['UNKNOWN_VALUE', 'activ', 'Did you mean “active”?'],
    ]);
    expect(fixes('phone-card', { cardStatus: '' })).toEqual([['UNKNOWN_VALUE', '', 'Give one of the values allowed.']]);
    expect(fixes('phone-card', { cardStatus: 'pigeon' })).toEqual([
      ['UNKNOWN_VALUE', 'pigeon', 'Give one of the values allowed.'],
    ]);
  });

  it('both ends of a range are allowed, and nothing beyond them', () => {
    expect([0, 1].map((faceMatchScore) => faultsOf('phone-card', { faceMatchScore }))).toEqual([[], []]);
    expect([-0.1, 1.1].flatMap((faceMatchScore) => fixes('phone-card', { faceMatchScore }))).toEqual([
      ['OUT_OF_RANGE', '-0.1', 'Give a number from 0 to 1; null where there is none.'],
      ['OUT_OF_RANGE', '1.1', 'Give a number from 0 to 1; null where there is none.'],
    ]);
    expect(fixes('iot-usage', { voiceSeconds: -1 })).toEqual([
      ['OUT_OF_RANGE', '-1', 'Give a whole number, 0 or more.'],
    ]);
  });

  it('text has one character or more and no more than its field holds', () => {
    const lengths = [1, 200].map((length) => faultsOf('phone-card', { alternativeMethod: '文'.repeat(length) }));
    expect(lengths).toEqual([[], []]);
    const fix = 'Give 1 to 200 characters; null where there is none.';
    expect(fixes('phone-card', { alternativeMethod: '  ' })).toEqual([['OUT_OF_RANGE', '  ', fix]]);
    // What was found is shown short.
    expect(fixes('phone-card', { alternativeMethod: '文'.repeat(201) })).toEqual([
      ['OUT_OF_RANGE', `${'文'.repeat(80)}…`, fix],
    ]);
  });

  it('an element of a list is a fault of its own place, and the others stay unsaid', () => {
    const boundDeviceIds = ['490154203237518', '490154203237519', 'module-7', 5, ''];
    const faults = faultsOf('iot-usage', { boundDeviceIds });
    expect(faults.map(({ code, pointer, found }) => [code, pointer, found])).toEqual([
      ['IMEI_CHECK', '/records/0/boundDeviceIds/1', '4901*******7519'],
      ['WRONG_TYPE', '/records/0/boundDeviceIds/3', '5'],
      ['OUT_OF_RANGE', '/records/0/boundDeviceIds/4', ''],
    ]);
    expect(new Set(faults.map(({ column }) => column))).toEqual(new Set(['boundDeviceIds']));
  });
});

describe('an identifier', () => {
  it('is read without blanks and hyphens and in upper case', () => {
    const { records } = normalise(kinds['phone-card']!, [
      { ...minimal['phone-card'], idType: 'id-card', subjectId: ' 110105 19491231-002x ', msisdn: '138 1234 5678' },
    ]);
    expect(records[0]!.record).toEqual({
      recordId: 'r-1',
      openedAt: day,
      idType: 'id-card',
      subjectId: '11010519491231002X',
      msisdn: '13812345678',
    });
  });

  it('fits its document’s type: what is no resident number may be a passport', () => {
    const subjectId = '110105194912310021';
    const told = (idType?: string) =>
      faultsOf('phone-card', { subjectId, ...(idType && { idType }) }).map(({ code, column, pointer, found }) => [
        code,
        column,
        pointer,
        found,
      ]);
    const place = ['subjectId', '/records/0/subjectId', '1101**********0021'];
    expect(told('id-card')).toEqual([['RESIDENT_ID_CHECK', ...place]]);
    expect(told('temp-id')).toEqual([['RESIDENT_ID_CHECK', ...place]]);
    expect(told('unit-licence')).toEqual([['USCC_CHECK', ...place]]);
    expect(told('passport')).toEqual([]);
    expect(told()).toEqual([]);
  });

  it('of a unit is its credit code', () => {
    const licence = { idType: 'unit-licence', subjectId: '91350100M000100Y43' };
    expect(faultsOf('phone-card', licence)).toEqual([]);
    expect(fixes('phone-card', { ...licence, subjectId: '91350100M000100Y44' })).toEqual([
      ['USCC_CHECK', '9135**********0Y44', 'Compare it with the licence, character by character.'],
    ]);
  });

  it('of an account’s holder is what it was meant to be: a resident number, a credit code, or another document', () => {
    const code = (customerId: string) => faultsOf('bank-account', { customerId }).map((fault) => fault.code);
    expect(['11010519491231002X', '91350100M000100Y43', 'E12345678'].flatMap(code)).toEqual([]);
    expect(['110105194912310021', '91350100M000100Y44', '110105491231002', '张三'].map(code)).toEqual([
      ['RESIDENT_ID_CHECK'],
      ['USCC_CHECK'],
      ['RESIDENT_ID_15_DIGITS'],
      ['DOCUMENT_NUMBER_FORM'],
    ]);
  });

  it('of a record must not be a person’s', () => {
    expect(fixes('phone-card', { recordId: '11010519491231002X' })).toEqual([
      ['RECORD_ID_IS_PERSONAL', '1101**********002X', 'Use a serial or order number of your own.'],
    ]);
    expect(['', 'a b', 'x'.repeat(129)].map((recordId) => fixes('phone-card', { recordId })[0]![0])).toEqual([
      'RECORD_ID_FORM',
      'RECORD_ID_FORM',
      'RECORD_ID_FORM',
    ]);
    expect(['x'.repeat(128), '单-1', 'A/b:c_d.e'].flatMap((recordId) => faultsOf('phone-card', { recordId }))).toEqual(
      [],
    );
  });
});

describe('what is found is shown', () => {
  it('masked in every personal field of every kind, whatever was sent', () => {
    for (const contract of Object.values<Contract>(kinds)) {
      for (const [column, { personal }] of Object.entries(contract.fields)) {
        if (personal === undefined) continue;
        const sent = ['张三丰的号码', '11010519491231002X!', 11010519491231, { name: '张三丰的号码' }];
        const text = sent.flatMap((value) =>
          normalise(contract, [{ [column]: value }]).faults.map(({ found }) => found),
        );
        expect(text.join(' ')).not.toMatch(/三丰的号|19491231/);
      }
    }
  });

  it('masked elsewhere too where it is a long number, and as sent where it is not', () => {
    expect(fixes('phone-card', { cardKind: '110105194912310021' })[0]![1]).toBe('1101**********0021');
    expect(fixes('phone-card', { openedAt: '11010519491231002X' })[0]![1]).toBe('1101**********002X');
    expect(fixes('phone-card', { cardKind: '123456' })[0]![1]).toBe('123456');
  });

  it('as sent where it is a day or time: whoever mistyped it must see which', () => {
    expect(fixes('phone-card', { openedAt: '2023-02-30T09:00:00+08:00' })[0]![1]).toBe('2023-02-30T09:00:00+08:00');
    expect(fixes('phone-card', { openedAt: '2023/4/31 9:00' })[0]![1]).toBe('2023/4/31 9:00');
  });
});
