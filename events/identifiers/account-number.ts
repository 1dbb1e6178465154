import type { Text } from '../fault.ts';
import { bankCardFault } from './cards-and-devices.ts';
import type { Why } from './why.ts';

/** What an account of a bank or payment institution is written as. */
export const accountNumberForms: Text = {
  zh: '银行卡号（13 至 19 位）或以 ACC 开头的内部账号',
  en: 'a bank card number (13 to 19 digits), or an internal number beginning with ACC',
};

/** Why it is no account number: neither a bank card number nor an internal one. */
export const accountNumberFault = (value: string): Why | undefined =>
  /^ACC[0-9A-Z]{4,40}$/.test(value) ? undefined : bankCardFault(value);
