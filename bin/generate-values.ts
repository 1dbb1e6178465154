import { residentIdFault } from '../events/identifiers/resident-id.ts';
import { isUscc, usccCheckCharacter } from '../events/identifiers/uscc.ts';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export type Random = ReturnType<typeof randomFrom>;

/**
 * All values of the make of one, as many as `different`, told apart by a number below that. `write` puts the `which`-th
 * over another of the same make: they are all of the same length.
 */
export type Make = {
  readonly name: string;
  readonly different: number;
  readonly write: (bytes: Uint8Array, at: number, which: number) => void;
};

/** Writes the last `length` digits of a number. */
export const writeDigits = (bytes: Uint8Array, at: number, length: number, number: number): void => {
  let left = number;
  for (let place = at + length - 1; place >= at; place -= 1) {
    const rest = Math.floor(left / 10);
    bytes[place] = 48 + left - rest * 10;
    left = rest;
  }
};

const day = 86_400_000;
const days = 18_000;
/** Birthdays from 1950 on, eight digits each. */
const birthdays = Buffer.from(
  Array.from({ length: days }, (_, n) =>
    new Date(Date.UTC(1950, 0, 1) + n * day).toISOString().slice(0, 10).replaceAll('-', ''),
  ).join(''),
);
/** More people than are born in one county in fifty years: of twenty, 460101 to 460120. */
const counties = 20;
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = Buffer.from('10X98765432');

/** Resident identity numbers that pass their checks and belong to whoever they belong to. */
const residentIds: Make = {
  name: 'resident-id',
  different: counties * days * 1_000,
  write: (bytes, at, which) => {
    const county = which % counties;
    const person = (which - county) / counties;
    const born = person % days;
    writeDigits(bytes, at, 6, 460_101 + county);
    bytes.set(birthdays.subarray(born * 8, born * 8 + 8), at + 6);
    writeDigits(bytes, at + 14, 3, (person - born) / days);
    let sum = 0;
    for (let n = 0; n < weights.length; n += 1) sum += weights[n]! * (bytes[at + n]! - 48);
    bytes[at + 17] = checkCharacters[sum % 11]!;
  },
};

/** Credit codes that differ in their organisation's number. */
const creditCodes: Make = {
  name: 'credit-code',
  different: 10 ** 8,
  write: (bytes, at, which) => {
    writeDigits(bytes, at + 9, 8, which);
    const first17 = String.fromCharCode(...bytes.subarray(at, at + 17));
    bytes[at + 17] = usccCheckCharacter(first17)!.charCodeAt(0);
  },
};

/** The check digit (Luhn) of the `length` digits that stand there. */
const luhnDigit = (bytes: Uint8Array, at: number, length: number): number => {
  let sum = 0;
  for (let n = 0; n < length; n += 1) {
    const digit = bytes[at + length - 1 - n]! - 48;
    const counted = n % 2 === 0 ? 2 * digit : digit;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return (10 - (sum % 10)) % 10;
};

/** Not all digits vary where there are many: a number this large is still a whole one. */
const mostDigits = 12;

const digits = (from: number, length: number, isChecked: boolean): Make => {
  const varied = Math.min(length, mostDigits);
  const first = from + length - varied;
  return {
    name: `digits ${from} ${length}`,
    different: 10 ** varied,
    write: (bytes, at, which) => {
      writeDigits(bytes, at + first, varied, which);
      if (isChecked) bytes[at + from + length] = 48 + luhnDigit(bytes, at, from + length);
    },
  };
};

/** Values of the same make as the one given; undefined where its make is unknown, or there is but one. */
export const makeOf = (value: string): Make | undefined => {
  if (residentIdFault(value) === undefined) return residentIds;
  if (isUscc(value)) return creditCodes;
  if (/^1\d{10}$/.test(value)) return digits(3, 8, false);
  if (/^1\d{12}$/.test(value)) return digits(5, 8, false);
  if (/^89\d{17,18}$/.test(value)) return digits(7, value.length - 8, true);
  if (/^\d{12,19}$/.test(value)) return digits(6, value.length - 7, true);
  const tail = /\d+$/.exec(value);
  return tail === null ? undefined : digits(tail.index, tail[0].length, false);
};

/** One of those of a make. */
export const anyOf = ({ different }: Make, random: Random): number =>
  different > 4_294_967_296
    ? Math.floor(random() * 1e6) * Math.floor(different / 1e6) + Math.floor((random() * different) / 1e6)
    : Math.floor(random() * different);

// No multiple of 2, 3 or 5, and so of no divisor of how many there are of a make.
const step = 199_999_991;
/** More would not stay whole numbers when multiplied by the step. */
export const mostPeople = 40_000_000;

/** The `n`-th of a make for a seed, each another one: in an order that nobody sees. */
export const nthOf = ({ different }: Make, n: number, seed: number): number => (n * step + (seed >>> 0)) % different;
