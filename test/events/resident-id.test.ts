import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isResidentId, residentIdFault } from '../../events/identifiers/resident-id.ts';

// GB 11643 by ISO 7064 MOD 11-2: the powers of 2, not the table that the code has.
const checkCharacter = (seventeen: string): string => {
  const sum = [...seventeen].reduce((total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11), 0);
  return '0123456789X'[(12 - (sum % 11)) % 11]!;
};
const numbered = (region: string, birthday: string, sequence: string): string => {
  const seventeen = region + birthday + sequence;
  return seventeen + checkCharacter(seventeen);
};

const compact = (date: Date): string => date.toISOString().slice(0, 10).replaceAll('-', '');
const anyNumber = fc
  .record({
    region: fc.constantFrom('110101', '460105', '659001', '710000', '810000', '820000', '830000'),
    birthday: fc.date({ min: new Date('1900-01-01'), max: new Date('2024-12-31'), noInvalidDate: true }).map(compact),
    sequence: fc.integer({ min: 0, max: 999 }).map((n) => String(n).padStart(3, '0')),
  })
  .map(({ region, birthday, sequence }) => numbered(region, birthday, sequence));

const codeOf = (value: string): string | undefined => residentIdFault(value)?.code;

it('every number with its own check character is one, in upper and in lower case', () => {
  fc.assert(
    fc.property(anyNumber, (number) => {
      expect([residentIdFault(number), residentIdFault(number.toLowerCase())]).toEqual([undefined, undefined]);
    }),
  );
});

it('any one digit changed makes it none', () => {
  fc.assert(
    fc.property(anyNumber, fc.nat(17), fc.integer({ min: 1, max: 10 }), (number, at, by) => {
      const alphabet = at === 17 ? '0123456789X' : '0123456789';
      const other = alphabet[(alphabet.indexOf(number[at]!) + by) % alphabet.length]!;
      fc.pre(other !== number[at]);
      expect(isResidentId(number.slice(0, at) + other + number.slice(at + 1))).toBe(false);
    }),
  );
});

it('any two neighbouring digits that were swapped make it none', () => {
  fc.assert(
    fc.property(anyNumber, fc.nat(15), (number, at) => {
      fc.pre(number[at] !== number[at + 1]);
      expect(isResidentId(number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2))).toBe(false);
    }),
  );
});

it('the examples of the standard are numbers, with X and with a digit at the end', () => {
  expect(['11010519491231002X', '11010519491231002x', '440524188001010014'].map(isResidentId)).toEqual([
    true,
    true,
    true,
  ]);
  expect(['110105194912310021', '44052418800101001X'].map(codeOf)).toEqual(['RESIDENT_ID_CHECK', 'RESIDENT_ID_CHECK']);
});

it('X stands for ten at the end and nowhere else', () => {
  expect(codeOf('1101051949123100X2')).toBe('RESIDENT_ID_FORM');
});

it('a number of 15 digits is refused, and told since when', () => {
  expect(residentIdFault('110105491231002')).toEqual({
    code: 'RESIDENT_ID_15_DIGITS',
    cause: {
      zh: '15 位旧证号自 2013 年 1 月 1 日起停用。',
      en: 'Numbers of 15 digits ceased to be valid on 2013-01-01.',
    },
    fix: { zh: '改填 18 位公民身份号码。', en: 'Give the number of 18 digits.' },
  });
});

it('one digit too few or too many is told by how many there are', () => {
  expect(['11010519491231002', '11010519491231002XX', ''].map((value) => residentIdFault(value)?.cause.en)).toEqual([
    'It is 17 digits and a check character, 18 in all; this has 17 characters.',
    'It is 17 digits and a check character, 18 in all; this has 19 characters.',
    'It is 17 digits and a check character, 18 in all; this has 0 characters.',
  ]);
});

it('the residence permits of Hong Kong, Macao and Taiwan begin with 81, 82 and 83', () => {
  const permits = ['810000', '820000', '830000'].map((region) => numbered(region, '19900101', '001'));
  expect(permits.map(residentIdFault)).toEqual([undefined, undefined, undefined]);
});

it('what begins with no province is none, although its check character fits', () => {
  const regions = ['000000', '100000', '160000', '380000', '840000', '910000'];
  expect(regions.map((region) => codeOf(numbered(region, '19900101', '001')))).toEqual(
    regions.map(() => 'RESIDENT_ID_REGION'),
  );
});

it('a county that was abolished stays in the numbers given under it', () => {
  expect(residentIdFault(numbered('110104', '19900101', '001'))).toBeUndefined();
});

it('the birthday is a day that exists: 29 February in leap years only, of centuries only those by 400', () => {
  const days = ['20000229', '19960229', '20230228', '19001231', '20240229'];
  const none = ['19000229', '20230229', '20240230', '19900431', '19901301', '19900001', '19900100', '17991231'];
  expect(days.map((day) => codeOf(numbered('460105', day, '001')))).toEqual(days.map(() => undefined));
  expect(none.map((day) => codeOf(numbered('460105', day, '001')))).toEqual(none.map(() => 'RESIDENT_ID_BIRTHDAY'));
});

it('a number that a spreadsheet rounded to fifteen digits is named with that cause', () => {
  const rounded = `${numbered('460105', '19900101', '017').slice(0, 15)}000`;
  expect(residentIdFault(rounded)).toEqual({
    code: 'RESIDENT_ID_CHECK',
    cause: {
      zh: '校验码不符：至少有一位写错，或被 Excel 截断为 0。',
      en: 'The check character does not fit: a digit is wrong, or Excel has cut the last ones to 0.',
    },
    fix: { zh: '按证件原件逐位核对后重填。', en: 'Compare it with the document, digit by digit.' },
  });
});

it('a sign before or after a number makes it none by its form', () => {
  expect(['111010519491231002X', '11010519491231002X1'].map(codeOf)).toEqual(['RESIDENT_ID_FORM', 'RESIDENT_ID_FORM']);
});

it('nobody alive was born before 1800, and a leap year adds a day to February alone', () => {
  expect(isResidentId(numbered('460105', '18000101', '001'))).toBe(true);
  expect(codeOf(numbered('460105', '17991231', '001'))).toBe('RESIDENT_ID_BIRTHDAY');
  expect(isResidentId(numbered('460105', '19880229', '001'))).toBe(true);
  for (const day of ['19880431', '19880132', '19890229', '19880230'])
    expect(codeOf(numbered('460105', day, '001'))).toBe('RESIDENT_ID_BIRTHDAY');
});

it('a character that is no digit is none, though the last one would fit what it is worth', () => {
  const values = '10X98765432';
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  for (const [at, character] of [
    ...[14, 15, 16].map((place) => [place, ':'] as const),
    ...[14, 15, 16].map((place) => [place, '/'] as const),
  ]) {
    const seventeen = [...'11010519491231002'].with(at, character).join('');
    const sum = weights.reduce((total, weight, n) => total + weight * (seventeen.charCodeAt(n) - 48), 0);
    expect(codeOf(seventeen + values[sum % 11]!)).toBe('RESIDENT_ID_FORM');
  }
});

it('an x of either size stands for ten alone', () => {
  expect(['44052418800101001x', '44052418800101001X'].map(codeOf)).toEqual(['RESIDENT_ID_CHECK', 'RESIDENT_ID_CHECK']);
});

it('tells which region it is not of', () => {
  expect(residentIdFault(numbered('990101', '19900101', '001'))?.cause.en).toBe(
    'It begins with 99, which is no province.',
  );
});
