import { workingDaysBetween } from '../calendar/working-days.ts';

type Told = string | null | undefined;

const HOUR = 3_600_000;

/**
 * Hours from one instant to another: h, fractional, negative where the second came first. Unknown while either is,
 * unless one never was (`null`): then there are none to count, and that is known.
 */
export const hoursBetween = (from: Told, to: Told): number | null | undefined => {
  if (from === null || to === null) return null;
  return from === undefined || to === undefined ? undefined : (Date.parse(to) - Date.parse(from)) / HOUR;
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
  return earlier !== null && Date.parse(earlier) <= Date.parse(later);
};
