import type { NumberFormat } from './number-formats.ts';

const msPerDay = 86_400_000;
/** 9999-12-31: Excel shows no later day. */
const lastSerial = 2_958_465;
const daysTo1904 = 1_462;

const two = (n: number): string => String(n).padStart(2, '0');

const clock = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
};

/** Excel believes in a 29 February 1900, day 60, and shows it; the days before it are one off, so that day 1 is the first. */
const dayOf = (serial: number): string => {
  if (serial === 60) return '1900-02-29';
  if (serial === 0) return '1900-01-00';
  const fromUnix = serial - 25_569 + (serial < 60 ? 1 : 0);
  return new Date(fromUnix * msPerDay).toISOString().slice(0, 10);
};

/**
 * A count of days as its format shows it: `YYYY-MM-DD`, `YYYY-MM-DDTHH:mm:ss` in the time of wherever it was typed, or
 * `HH:mm:ss`. A time that a date's format hides is told all the same, unless only the day is wanted. Undefined where
 * Excel shows no date: below zero, or after the year 9999.
 */
const momentText = (value: number, { shows }: NumberFormat, wantsDay: boolean): string | undefined => {
  // To the millisecond: a count of days is a binary fraction that no second falls on.
  const ms = Math.round(value * msPerDay);
  if (ms < 0) return undefined;
  if (shows === 'duration') return clock(ms);
  const serial = Math.floor(ms / msPerDay);
  if (serial > lastSerial) return undefined;
  const time = ms % msPerDay;
  if (shows === 'time' && serial === 0) return clock(time);
  const isDay = wantsDay ? shows === 'date' || time < 1000 : shows === 'date' && time < 1000;
  return isDay ? dayOf(serial) : `${dayOf(serial)}T${clock(time)}`;
};

const withoutExponent = (text: string): string => {
  const [, sign = '', digits = '', exponent = ''] = /^(-?)\d(?:\.(\d+))?e-(\d+)$/.exec(text) ?? [];
  if (exponent === '') return text;
  const first = text.replace('-', '')[0];
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${first}${digits}`;
};

/**
 * A number as Excel shows it where that matters: 15 digits and no binary rest after them, no exponent. Digits written
 * whole stay as they are: other programs write identity numbers so, all eighteen, and they are right.
 */
const numberText = (raw: string, value: number, digits: number | undefined): string => {
  const text = /^-?\d+$/.test(raw)
    ? raw
    : Number.isInteger(value)
      ? String(value)
      : withoutExponent(String(Number(value.toPrecision(15))));
  return digits === undefined || !/^\d+$/.test(text) ? text : text.padStart(digits, '0');
};

export type Dates = {
  readonly is1904: boolean;
  /** Whether the column's field is a day, not an instant. */
  readonly wantsDay: boolean;
};

/** What a cell of a number says, by its format. What is no number stays as written. */
export const textOfNumber = (raw: string, format: NumberFormat, { is1904, wantsDay }: Dates): string => {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  const isDay = format.shows !== 'number';
  const shift =
    is1904 && isDay && format.shows !== 'duration' && !(format.shows === 'time' && value < 1) ? daysTo1904 : 0;
  const moment = isDay ? momentText(value + shift, format, wantsDay) : undefined;
  return moment ?? numberText(raw, value, format.digits);
};
