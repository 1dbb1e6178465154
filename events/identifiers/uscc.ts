import type { Why } from './why.ts';

// GB 32100: no I, O, S, V, Z; the thirty-one characters in the order of their values.
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** The value of each character by its code, from 1; 0 is that of no character of the code. */
const valueAt = new Uint8Array(0x80);
for (const [value, character] of [...characters].entries()) valueAt[character.charCodeAt(0)] = value + 1;
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The check character that follows the first seventeen; undefined where one of them is no character of the code. */
export const usccCheckCharacter = (first17: string): string | undefined => {
  let sum = 0;
  for (let at = 0; at < 17; at += 1) {
    const value = valueAt[first17.charCodeAt(at)] ?? 0;
    if (value === 0) return undefined;
    sum += (value - 1) * weights[at]!;
  }
  return characters[(31 - (sum % 31)) % 31];
};

/** 统一社会信用代码, GB 32100: eighteen characters, the last one checking the others; any of the 31 may end it. */
export const isUscc = (code: string): boolean =>
  code.length === 18 && usccCheckCharacter(code.slice(0, 17)) === code[17];

/** Why eighteen characters meant for a credit code are none; undefined where they are one. */
export const usccFault = (code: string): Why | undefined =>
  isUscc(code)
    ? undefined
    : {
        code: 'USCC_CHECK',
        cause: {
          zh: '统一社会信用代码的校验码不符。',
          en: 'The check character of the unified social credit code does not fit.',
        },
        fix: { zh: '按营业执照逐位核对后重填。', en: 'Compare it with the licence, character by character.' },
      };
