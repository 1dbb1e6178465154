import { passesLuhn } from './luhn.ts';
import { isResidentId } from './resident-id.ts';

/** What people write between the groups of a number: blanks, hyphens and dashes, of any width. */
const between = String.raw`[\s\-‐-―−]{1,3}`;
const run = new RegExp(String.raw`\d(?:(?:${between})?\d)*(?:(?:${between})?[Xx](?![A-Za-z]))?`, 'g');
const betweenGroups = new RegExp(between);
const day = String.raw`(?:19|20)\d\d-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])`;
/** Days alone: two of them have as many digits as a bank card, and one in ten passes its check. */
const daysAlone = new RegExp(`^${day}(?:${between}${day})*$`);

const isMobile = (digits: string): boolean => /^(?:(?:00)?86)?1[3-9]\d{9}$/.test(digits);
const isBankCard = (digits: string): boolean => /^\d{16,19}$/.test(digits) && passesLuhn(digits);

/** Digits of a mobile number, and of the longest bank card number. */
const [shortest, longest] = [11, 19] as const;

/** All that the groups of a run may be read as: each with any that follow it, as far as the longest number there is. */
const readings = (groups: readonly string[]): readonly string[] =>
  groups
    .flatMap((_, from) => {
      const behind = groups.slice(from, from + longest);
      return behind.map((_, count) => behind.slice(0, count + 1).join(''));
    })
    .filter(({ length }) => length >= shortest && length <= longest);

/**
 * Whether somebody's number stands in a text: a resident id, a mobile number or a bank card number, in one piece or in
 * groups (138 0013 8000, 6222-0210-…), in digits of any width.
 */
export const namesSomebody = (text: string): boolean =>
  [...text.normalize('NFKC').matchAll(run)].some(([found]) => {
    if (daysAlone.test(found)) return false;
    return readings(found.split(betweenGroups)).some(
      (digits) => isMobile(digits) || isResidentId(digits) || isBankCard(digits),
    );
  });

/** The text with the groups of every number in it joined, to look for a number that is known. */
export const numbersJoined = (text: string): string =>
  text.normalize('NFKC').replaceAll(run, (found) => found.split(betweenGroups).join(''));
