import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountNumberFault } from '../../events/identifiers/account-number.ts';
import {
  bankCardFault,
  iccidFault,
  imeiFault,
  iotNumberFault,
  mobileFault,
  msisdnFault,
} from '../../events/identifiers/cards-and-devices.ts';
import { digestFault } from '../../events/identifiers/digest.ts';
import { documentNumberFault } from '../../events/identifiers/document-number.ts';
import { landlineNumberFault } from '../../events/identifiers/landline-number.ts';
import { passesLuhn } from '../../events/identifiers/luhn.ts';
import { networkAccountFault } from '../../events/identifiers/network-account.ts';
import { isProvinceCode, isRegionCode } from '../../events/identifiers/region.ts';
import { isUscc, usccCheckCharacter, usccFault } from '../../events/identifiers/uscc.ts';
import type { Why } from '../../events/identifiers/why.ts';
import { within } from '../../events/registry.ts';

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));

/** The same text with the character at `at` replaced by another of `alphabet`. */
const changed = (text: string, alphabet: string) =>
  fc.record({ at: fc.nat(text.length - 1), by: fc.integer({ min: 1, max: alphabet.length - 1 }) }).map(({ at, by }) => {
    const other = alphabet[(alphabet.indexOf(text[at]!) + by) % alphabet.length]!;
    return text.slice(0, at) + other + text.slice(at + 1);
  });

const codeOf = (why: Why | undefined): string | undefined => why?.code;

describe('统一社会信用代码 (GB 32100)', () => {
  const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const seventeen = fc
    .array(fc.constantFrom(...characters), { minLength: 17, maxLength: 17 })
    .map((all) => all.join(''));

  it('reads the example of the standard, and not its first seventeen characters alone', () => {
    expect(isUscc('91350100M000100Y43')).toBe(true);
    expect(isUscc('91350100M000100Y4')).toBe(false);
    expect(isUscc('91350100M000100Y433')).toBe(false);
  });

  it('any of the thirty-one characters may end a code', () => {
    const endings = [...characters]
      .map((last) => `91460000MA5AAA0${last}`)
      .map((first) => {
        const endingOf = [...characters].map((next) => usccCheckCharacter(first + next));
        return new Set(endingOf).size;
      });
    expect(new Set(endings)).toEqual(new Set([31]));
  });

  it('its check character makes the weighted sum a multiple of 31', () => {
    fc.assert(
      fc.property(seventeen, (first) => {
        const code = first + usccCheckCharacter(first);
        // The standard’s own definition, with the powers of 3 for its table of weights.
        const sum = [...code].reduce(
          (total, one, at) => total + characters.indexOf(one) * (at === 17 ? 1 : 3 ** at % 31),
          0,
        );
        expect([sum % 31, isUscc(code)]).toEqual([0, true]);
      }),
    );
  });

  it('any one character changed makes it none', () => {
    fc.assert(
      fc.property(
        seventeen.map((first) => first + usccCheckCharacter(first)).chain((code) => changed(code, characters)),
        (wrong) => {
          expect([isUscc(wrong), codeOf(usccFault(wrong))]).toEqual([false, 'USCC_CHECK']);
        },
      ),
    );
  });

  it('has none of the letters I, O, S, V and Z, wherever they stand', () => {
    for (const letter of 'IOSVZ') {
      expect(usccCheckCharacter(`9135010${letter}M000100Y4`)).toBeUndefined();
      expect(isUscc(`9135010${letter}M000100Y43`)).toBe(false);
      expect(isUscc(`91350100M000100Y4${letter}`)).toBe(false);
    }
    expect(usccCheckCharacter('9135')).toBeUndefined();
  });
});

describe('numbers with a Luhn digit', () => {
  const withCheck = (first: string): string => first + [...'0123456789'].find((last) => passesLuhn(first + last))!;

  it('knows the examples of the standards', () => {
    expect(['4111111111111111', '490154203237518', '79927398713'].map(passesLuhn)).toEqual([true, true, true]);
    expect(['4111111111111112', '79927398710', '', 'x'].map(passesLuhn)).toEqual([false, false, false, false]);
    // Signs whose codes would add up as digits do.
    expect(['0:', '+0'].map(passesLuhn)).toEqual([false, false]);
  });

  const kinds = [
    {
      name: 'bank card',
      first: fc.integer({ min: 12, max: 18 }).chain(digits),
      fault: bankCardFault,
      code: 'BANK_CARD',
    },
    { name: 'IMEI', first: digits(14), fault: imeiFault, code: 'IMEI' },
    {
      name: 'ICCID',
      first: fc
        .constantFrom(16, 17)
        .chain((length) => digits(length))
        .map((rest) => `89${rest}`),
      fault: iccidFault,
      code: 'ICCID',
    },
  ] as const;

  it.each(kinds)(
    'every $name with its check digit passes, and none with one digit changed',
    ({ first, fault, code }) => {
      fc.assert(
        fc.property(
          first.map(withCheck).chain((number) => changed(number, '0123456789').map((wrong) => ({ number, wrong }))),
          ({ number, wrong }) => {
            expect(fault(number)).toBeUndefined();
            // An ICCID whose 89 is changed fails by its form already.
            expect([`${code}_CHECK`, `${code}_FORM`]).toContain(codeOf(fault(wrong)));
          },
        ),
      );
    },
  );

  it('says by what the number is too long, too short or of other signs', () => {
    expect(
      ['411111111111', '41111111111111111111', '4111 111111111111'].map((one) => codeOf(bankCardFault(one))),
    ).toEqual(['BANK_CARD_FORM', 'BANK_CARD_FORM', 'BANK_CARD_FORM']);
    expect(['49015420323751', '4901542032375180', 'A90154203237518'].map((one) => codeOf(imeiFault(one)))).toEqual([
      'IMEI_FORM',
      'IMEI_FORM',
      'IMEI_FORM',
    ]);
    expect(
      ['88860317171717171712', '898603171717171717', '8986031717171717171A'].map((one) => codeOf(iccidFault(one))),
    ).toEqual(['ICCID_FORM', 'ICCID_FORM', 'ICCID_LETTERS']);
    expect(iccidFault('89860317171717171712')).toBeUndefined();
    const around = ['0898603171717171717A', '89860317171717171717A', '189860317171717171712', '898603171717171717120'];
    expect(around.map((one) => codeOf(iccidFault(one)))).toEqual(around.map(() => 'ICCID_FORM'));
  });
});

describe('telephone numbers', () => {
  it('a mobile number has 11 digits and begins with 13 to 19', () => {
    expect(['13000000000', '19999999999'].map(mobileFault)).toEqual([undefined, undefined]);
    const wrong = ['12999999999', '1300000000', '130000000000', '23000000000', '+8613000000000', '1300000000x'];
    expect(wrong.map((one) => codeOf(mobileFault(one)))).toEqual(wrong.map(() => 'MOBILE_FORM'));
  });

  it('an IoT number has 13 digits and begins with 10 or 14', () => {
    expect(['1064812345678', '1440012345678'].map(iotNumberFault)).toEqual([undefined, undefined]);
    const wrong = ['1364812345678', '106481234567', '10648123456789', '1164812345678', '21064812345678'];
    expect(wrong.map((one) => codeOf(iotNumberFault(one)))).toEqual(wrong.map(() => 'IOT_NUMBER_FORM'));
  });

  it('thirteen digits are meant for an IoT number, any other length for a mobile number', () => {
    expect(['13800000001', '1064812345678'].map(msisdnFault)).toEqual([undefined, undefined]);
    expect(codeOf(msisdnFault('1380000000123'))).toBe('IOT_NUMBER_FORM');
    expect(codeOf(msisdnFault('106481234567'))).toBe('MOBILE_FORM');
  });
});

describe('GB/T 2260', () => {
  const all = (length: number) => Array.from({ length: 10 ** length }, (_, n) => String(n).padStart(length, '0'));
  const provinces = all(2).filter(isRegionCode);
  const prefectures = all(4).filter(isRegionCode);

  it('has 34 provinces, and 342 codes of prefectures in 31 of them', () => {
    // 333 prefectures, five for the municipalities (Chongqing has two), four for counties under a province itself.
    expect([provinces.length, prefectures.length]).toEqual([34, 342]);
    const withPrefectures = new Set(prefectures.map((code) => code.slice(0, 2)));
    expect(provinces.filter((code) => !withPrefectures.has(code))).toEqual(['71', '81', '82']);
    expect([...withPrefectures].filter((code) => !provinces.includes(code))).toEqual([]);
  });

  it('a municipality has one prefecture of its own, and Chongqing a second for its counties', () => {
    const own = prefectures.filter((code) => ['11', '12', '31', '50'].includes(code.slice(0, 2)));
    expect(own).toEqual(['1101', '1201', '3101', '5001', '5002']);
  });

  it('knows Hainan’s four prefectures and what the province governs itself, and no fifth', () => {
    expect(prefectures.filter((code) => code.startsWith('46'))).toEqual(['4601', '4602', '4603', '4604', '4690']);
  });

  it('a county, a single digit, nothing, and the 83 of residence permits are no region', () => {
    expect(['460105', '4', '', '83', '8301', '46 ', '４６'].filter(isRegionCode)).toEqual([]);
    expect(['46', '4601', '83'].map(isProvinceCode)).toEqual([true, false, false]);
  });

  it('a prefecture lies in its province, and a province not in its prefecture', () => {
    expect(['46', '4601', '4403'].map((region) => within(region, ['44', '46']))).toEqual([true, true, true]);
    expect(['46', '4602', '1146'].map((region) => within(region, ['4601']))).toEqual([false, false, false]);
  });
});

it('a fixed line has an area code of three or four digits and a number of seven or eight', () => {
  for (const right of ['01062345678', '02162345678', '089866000001', '08986600001'])
    expect(landlineNumberFault(right)).toBeUndefined();
  for (const wrong of [
    '66000001',
    '13800138000',
    '0898660000',
    '0898660000012',
    '00898660001',
    '0898660000A',
    '101062345678',
  ]) {
    expect([wrong, codeOf(landlineNumberFault(wrong))]).toEqual([wrong, 'LANDLINE_NUMBER_FORM']);
  }
});

it('an account number is ACC and 4 to 40 letters or digits, or else a bank card number', () => {
  const right = ['ACC1234', `ACC${'A'.repeat(40)}`, '4111111111111111'];
  expect(right.map(accountNumberFault)).toEqual([undefined, undefined, undefined]);
  const wrong = ['ACC123', `ACC${'A'.repeat(41)}`, 'ACC12-34', '1ACC1234', 'ACC1234-', 'ACC'];
  expect(wrong.map((one) => codeOf(accountNumberFault(one)))).toEqual(wrong.map(() => 'BANK_CARD_FORM'));
  expect(codeOf(accountNumberFault('4111111111111112'))).toBe('BANK_CARD_CHECK');
});

it('a digest has 32, 40 or 64 hexadecimal digits in upper case, and no other sign', () => {
  const digest = (length: number): string => '09AF'.repeat(17).slice(0, length);
  expect([32, 40, 64].map(digest).map(digestFault)).toEqual([undefined, undefined, undefined]);
  const wrong = [...[0, 1, 31, 33, 39, 41, 63, 65].map(digest), `${digest(31)}G`, digest(32).toLowerCase()];
  expect(wrong.map((one) => codeOf(digestFault(one)))).toEqual(wrong.map(() => 'DIGEST_FORM'));
});

it('a document number has 4 to 32 letters, digits or brackets from its first sign to its last', () => {
  const right = [
    'A123',
    '1234',
    'H1234567(8)',
    'A'.repeat(32),
    'A12345678901234',
    '123456789012345A',
    'A123456789012345',
  ];
  expect(right.map((one) => codeOf(documentNumberFault(one)))).toEqual(right.map(() => undefined));
  const wrong = ['A12', 'A'.repeat(33), 'A123?', '?A123', 'a123', '11010519491231002x'];
  expect(wrong.map((one) => codeOf(documentNumberFault(one)))).toEqual(wrong.map(() => 'DOCUMENT_NUMBER_FORM'));
  expect(codeOf(documentNumberFault('123456789012345'))).toBe('RESIDENT_ID_15_DIGITS');
});

it('an account of a service has 1 to 64 letters or digits of any script, or a few signs', () => {
  const right = ['a', '王9', '٣', 'ann.lee_1@mail.cn', '+86:1', 'a'.repeat(64)];
  expect(right.map(networkAccountFault)).toEqual(right.map(() => undefined));
  const wrong = ['', 'a b', ' a', 'a ', '#a', 'a#', '，', 'a'.repeat(65)];
  expect(wrong.map((one) => codeOf(networkAccountFault(one)))).toEqual(wrong.map(() => 'ACCOUNT_FORM'));
});
