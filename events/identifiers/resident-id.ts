import { isProvinceCode } from './region.ts';
import type { Why } from './why.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';
const [largeX, smallX] = [0x58, 0x78] as const;

/** 港澳台居民居住证: 81 Hong Kong and 82 Macao are codes of provinces, 83 is only Taiwan's of these permits. */
const permitOfTaiwan = 83;

/** By the first two digits. */
const isOfRegion = Uint8Array.from({ length: 100 }, (_, code) =>
  Number(isProvinceCode(String(code)) || code === permitOfTaiwan),
);

const asPrinted = { zh: '按证件原件逐位核对后重填。', en: 'Compare it with the document, digit by digit.' };

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The first seventeen of the number that was looked at last. */
const digits = new Uint8Array(17);
const twoAt = (at: number): number => digits[at]! * 10 + digits[at + 1]!;

const hasRegion = (): boolean => isOfRegion[twoAt(0)] === 1;

/** Whether the eight from the seventh on are a day. */
const hasBirthday = (): boolean => {
  const [year, month, day] = [twoAt(6) * 100 + twoAt(8), twoAt(10), twoAt(12)];
  if (year < 1800 || month < 1 || month > 12 || day < 1) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= daysInMonth[month - 1]! + (month === 2 && isLeap ? 1 : 0);
};

/** Whether it is one, found in one pass: nearly every number is. */
export const isResidentId = (value: string): boolean => {
  if (value.length !== 18) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = value.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return false;
    digits[at] = digit;
    sum += weights[at]! * digit;
  }
  const last = value.charCodeAt(17);
  const check = checkCharacters.charCodeAt(sum % 11);
  return (last === check || (last === smallX && check === largeX)) && hasRegion() && hasBirthday();
};

/**
 * Why the number is no 居民身份证 or 居住证 number; undefined where it is one. GB 11643: region, birthday, sequence, check
 * character. County codes were abolished and stay in the numbers given under them, so the province alone is checked.
 */
export const residentIdFault = (value: string): Why | undefined => {
  if (isResidentId(value)) return undefined;
  if (/^\d{15}$/.test(value)) {
    return {
      code: 'RESIDENT_ID_15_DIGITS',
      cause: {
        zh: '15 位旧证号自 2013 年 1 月 1 日起停用。',
        en: 'Numbers of 15 digits ceased to be valid on 2013-01-01.',
      },
      fix: { zh: '改填 18 位公民身份号码。', en: 'Give the number of 18 digits.' },
    };
  }
  if (!/^\d{17}[\dXx]$/.test(value)) {
    return {
      code: 'RESIDENT_ID_FORM',
      cause: {
        zh: `应为 17 位数字加 1 位校验码，共 18 位；所填为 ${[...value].length} 位。`,
        en: `It is 17 digits and a check character, 18 in all; this has ${[...value].length} characters.`,
      },
      fix: asPrinted,
    };
  }
  const region = value.slice(0, 2);
  // Of eighteen characters that are digits the first seventeen have been looked at.
  if (!hasRegion()) {
    return {
      code: 'RESIDENT_ID_REGION',
      cause: { zh: `开头 ${region} 不是行政区划代码。`, en: `It begins with ${region}, which is no province.` },
      fix: asPrinted,
    };
  }
  if (!hasBirthday()) {
    return {
      code: 'RESIDENT_ID_BIRTHDAY',
      cause: { zh: '第 7 至 14 位不是真实存在的日期。', en: 'Characters 7 to 14 are no date that exists.' },
      fix: asPrinted,
    };
  }
  return {
    code: 'RESIDENT_ID_CHECK',
    cause: {
      zh: '校验码不符：至少有一位写错，或被 Excel 截断为 0。',
      en: 'The check character does not fit: a digit is wrong, or Excel has cut the last ones to 0.',
    },
    fix: asPrinted,
  };
};
