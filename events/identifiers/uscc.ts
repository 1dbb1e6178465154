// GB 32100: no I, O, S, V, Z; the thirty-one characters in the order of their values.
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The check character that follows the first seventeen; undefined where one of them is no character of the code. */
export const usccCheckCharacter = (first17: string): string | undefined => {
  let sum = 0;
  for (let at = 0; at < 17; at += 1) {
    const value = characters.indexOf(first17[at] ?? '?');
    if (value === -1) return undefined;
    sum += value * weights[at]!;
  }
  return characters[(31 - (sum % 31)) % 31];
};

/** 统一社会信用代码, GB 32100: eighteen characters, the last one checking the others; any of the 31 may end it. */
export const isUscc = (code: string): boolean =>
  code.length === 18 && usccCheckCharacter(code.slice(0, 17)) === code[17];
