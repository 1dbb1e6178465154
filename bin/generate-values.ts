import { residentIdFault } from '../events/identifiers/resident-id.ts';

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

const below = (random: Random, n: number): number => Math.floor(random() * n);
const digits = (random: Random, n: number): string =>
  Array.from({ length: n }, () => String(below(random, 10))).join('');

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A resident identity number that passes its checks and belongs to whoever it belongs to. */
const residentId = (random: Random): string => {
  const born = new Date(Date.UTC(1950, 0, 1) + below(random, 18_000) * 86_400_000);
  const body = `460105${born.toISOString().slice(0, 10).replaceAll('-', '')}${digits(random, 3)}`;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
};

const luhn = (body: string): string => {
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
};

/** How a value of the same make as the one given is written with another number; the value itself where its make is unknown. */
export const anotherOf = (value: string, random: Random): string => {
  if (residentIdFault(value) === undefined) return residentId(random);
  if (/^1\d{10}$/.test(value)) return `${value.slice(0, 3)}${digits(random, 8)}`;
  if (/^1\d{12}$/.test(value)) return `${value.slice(0, 5)}${digits(random, 8)}`;
  if (/^89\d{17,18}$/.test(value)) return luhn(`${value.slice(0, 7)}${digits(random, value.length - 8)}`);
  if (/^\d{12,19}$/.test(value)) return luhn(`${value.slice(0, 6)}${digits(random, value.length - 7)}`);
  return value.replace(/\d(?=\d*$)/g, () => String(below(random, 10)));
};
