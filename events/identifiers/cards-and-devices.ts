import type { Text } from '../fault.ts';
import { passesLuhn } from './luhn.ts';
import type { Why } from './why.ts';

const check = ({ zh, en }: Text) => ({
  cause: {
    zh: `${zh}的校验位不符，至少有一位写错。`,
    en: `The check digit of the ${en} does not fit: a digit is wrong.`,
  },
  fix: { zh: '对照原始系统逐位核对后重填。', en: 'Compare it with the system it comes from.' },
});

const form = (code: string, cause: Text): Why => ({
  code,
  cause,
  fix: { zh: '对照原始系统核对后重填。', en: 'Compare it with the system it comes from.' },
});

/** Why it is no bank card number: 13 to 19 digits, the last by Luhn (ISO/IEC 7812). */
export const bankCardFault = (value: string): Why | undefined => {
  if (!/^\d{13,19}$/.test(value))
    return form('BANK_CARD_FORM', {
      zh: '银行卡号应为 13 至 19 位数字。',
      en: 'A bank card number has 13 to 19 digits.',
    });
  return passesLuhn(value)
    ? undefined
    : { code: 'BANK_CARD_CHECK', ...check({ zh: '银行卡号', en: 'bank card number' }) };
};

/** Why it is no IMEI: 15 digits, the last by Luhn (3GPP TS 23.003). */
export const imeiFault = (value: string): Why | undefined => {
  if (!/^\d{15}$/.test(value)) return form('IMEI_FORM', { zh: 'IMEI 应为 15 位数字。', en: 'An IMEI has 15 digits.' });
  return passesLuhn(value) ? undefined : { code: 'IMEI_CHECK', ...check({ zh: 'IMEI', en: 'IMEI' }) };
};

/** Why it is no ICCID: 89, then 19 or 20 digits in all, the last by Luhn (ITU-T E.118). */
export const iccidFault = (value: string): Why | undefined => {
  if (/^89\d{2}[0-9A-F]{15,16}$/i.test(value) && /[A-F]/i.test(value)) {
    return form('ICCID_LETTERS', {
      zh: '该 ICCID 含字母（部分卡面印刷格式），无法校验。',
      en: 'This ICCID has letters, as some cards print it, and cannot be checked.',
    });
  }
  if (!/^89\d{17,18}$/.test(value))
    return form('ICCID_FORM', {
      zh: 'ICCID 应以 89 开头，共 19 或 20 位数字。',
      en: 'An ICCID begins with 89 and has 19 or 20 digits.',
    });
  return passesLuhn(value) ? undefined : { code: 'ICCID_CHECK', ...check({ zh: 'ICCID', en: 'ICCID' }) };
};

/** Why it is no mobile number: 11 digits from 13 to 19. */
export const mobileFault = (value: string): Why | undefined =>
  /^1[3-9]\d{9}$/.test(value)
    ? undefined
    : form('MOBILE_FORM', {
        zh: '移动电话号码应为 11 位数字，以 13 至 19 开头。',
        en: 'A mobile number has 11 digits and begins with 13 to 19.',
      });

/** Why it is no 13-digit IoT number: those of the 10 and 14 ranges. */
export const iotNumberFault = (value: string): Why | undefined =>
  /^1[04]\d{11}$/.test(value)
    ? undefined
    : form('IOT_NUMBER_FORM', {
        zh: '物联网号码应为 13 位数字，以 10 或 14 开头。',
        en: 'An IoT number has 13 digits and begins with 10 or 14.',
      });

/** Why it is neither a mobile nor a 13-digit IoT number. */
export const msisdnFault = (value: string): Why | undefined =>
  value.length === 13 ? iotNumberFault(value) : mobileFault(value);
