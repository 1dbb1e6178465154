import type { Why } from './why.ts';

/** What the number of a fixed line looks like, for the expectations of fields. */
export const landlineNumberForm = {
  zh: '带区号的固定电话号码，如 0898-12345678',
  en: 'the number of a fixed line with its area code, such as 0898-12345678',
};

/** Why it is no number of a fixed line: 010, 02x or an area code of 4 digits, then 7 or 8 digits. */
export const landlineNumberFault = (value: string): Why | undefined =>
  /^0(?:10|2\d|[3-9]\d{2})\d{7,8}$/.test(value)
    ? undefined
    : {
        code: 'LANDLINE_NUMBER_FORM',
        cause: {
          zh: '固定电话号码应为区号（以 0 开头）加 7 或 8 位号码。',
          en: 'A fixed line has an area code beginning with 0, then 7 or 8 digits.',
        },
        fix: { zh: '补上区号。', en: 'Add the area code.' },
      };
