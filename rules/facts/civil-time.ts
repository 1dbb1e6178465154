import { workingDaysBetween } from '../calendar/working-days.ts';

type Told = string | null | undefined;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Files speak of the same few days over and over. */
const midnights = new Map<string, number>();
const mostMidnights = 10_000;

const twoDigits = (text: string, at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;

/** Milliseconds of an instant or day in normal form, as `Date.parse` has them. */
const msOf = (text: string): number => {
  // `YYYY-MM-DDTHH:mm:ss+08:00`, without fractions of a second.
  if (text.length !== 25) return Date.parse(text);
  const day = text.slice(0, 10);
  let midnight = midnights.get(day);
  if (midnight === undefined) {
    midnight = Date.parse(`${day}T00:00:00+08:00`);
    if (midnights.size < mostMidnights) midnights.set(day, midnight);
  }
  return midnight + (twoDigits(text, 11) * 60 + twoDigits(text, 14)) * MINUTE + twoDigits(text, 17) * 1_000;
};

/**
 * Hours from one instant to another: h, fractional, negative where the second came first. Unknown while either is,
 * unless one never was (`null`): then there are none to count, and that is known.
 */
export const hoursBetween = (from: Told, to: Told): number | null | undefined => {
  if (from === null || to === null) return null;
  return from === undefined || to === undefined ? undefined : (msOf(to) - msOf(from)) / HOUR;
};

/** Minutes from one instant to another: min, fractional; unknown and null as hours are. */
export const minutesBetween = (from: Told, to: Told): number | null | undefined => {
  if (from === null || to === null) return null;
  return from === undefined || to === undefined ? undefined : (msOf(to) - msOf(from)) / MINUTE;
};

/** Civil days from one day or instant to another, the first not counted: 0 on the same day; unknown and null as hours are. */
export const daysFromTo = (from: Told, to: Told): number | null | undefined => {
  if (from === null || to === null) return null;
  if (from === undefined || to === undefined) return undefined;
  return (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY;
};

/** The later of two instants: when both have come. Unknown while either is; none where either never was. */
export const laterOf = (one: Told, other: Told): Told => {
  if (one === null || other === null) return null;
  if (one === undefined || other === undefined) return undefined;
  return msOf(one) >= msOf(other) ? one : other;
};

/**
 * Working days (工作日) from one day or instant to another, the first day not counted: 0 on the same day. Unknown and
 * null as hours are. In a year whose calendar is not out, weekends alone are left out.
 */
export const workingDaysFromTo = (from: Told, to: Told): number | null | undefined => {
  if (from === null || to === null) return null;
  return from === undefined || to === undefined ? undefined : workingDaysBetween(from, to);
};

/**
 * Whether `earlier` was done by the time of `later`; the same instant counts as in time. Where `later` never was
 * (`null`), nothing came too late; where `earlier` never was, it did not come in time for anything that was.
 */
export const isInTimeFor = (earlier: Told, later: Told): boolean | undefined => {
  if (later === null) return true;
  if (earlier === undefined || later === undefined) return undefined;
  return earlier !== null && msOf(earlier) <= msOf(later);
};

/** The civil day (+08:00) of an instant in normal form, or of a day; silence and `null` stay what they are. */
export const civilDayOf = (when: Told): Told => when?.slice(0, 10) ?? (when as null | undefined);
