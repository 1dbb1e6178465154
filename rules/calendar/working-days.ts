import { calendarYears } from '../generated/calendar.generated.ts';

const DAY = 86_400_000;
/** A Saturday before every day that counts: whole weeks are counted from it. */
const EPOCH = Date.parse('1899-12-30');

// In normal form an instant is China's own clock, so its first ten characters are its civil day (+08:00).
const civilDayOf = (when: string): string => when.slice(0, 10);
const isWeekday = (day: string): boolean => ((Date.parse(day) - EPOCH) / DAY) % 7 >= 2;

const daysOff = calendarYears.flatMap((year) => year.daysOff).filter(isWeekday);
const madeUp = calendarYears.flatMap((year) => year.workingDays);
const published = new Set(calendarYears.map(({ year }) => year));

/** How many of `days`, which ascend, are not after `day`. */
const countUpTo = (days: readonly string[], day: string): number => {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Mondays to Fridays from the epoch to `day`, `day` included. */
const weekdaysUpTo = (day: string): number => {
  const days = (Date.parse(day) - EPOCH) / DAY;
  return Math.floor(days / 7) * 5 + Math.max(0, (days % 7) - 1);
};

const workingDaysUpTo = (day: string): number => weekdaysUpTo(day) - countUpTo(daysOff, day) + countUpTo(madeUp, day);

/** Whether offices work on a civil day of China: by the State Council's notice of its year, else by the week alone. */
export const isWorkingDay = (day: string): boolean =>
  madeUp.includes(day) || (isWeekday(day) && !daysOff.includes(day));

/**
 * Working days (工作日) from one civil day of China, or the day of an instant in normal form, to another. The first day is
 * not counted and the last is; negative where the second comes first.
 */
export const workingDaysBetween = (from: string, to: string): number =>
  workingDaysUpTo(civilDayOf(to)) - workingDaysUpTo(civilDayOf(from));

/**
 * Whether the days off of every year from one day to another are known. In the others only weekends are: what was
 * counted there is `provisional`, and counted again once the notice is out (it comes late in the year before, and may
 * move the last days of December too).
 */
export const calendarStatus = (from: string, to: string): 'published' | 'provisional' => {
  const [first, last] = [from, to].map((when) => Number(when.slice(0, 4))).sort((a, b) => a - b);
  for (let year = first!; year <= last!; year++) if (!published.has(year)) return 'provisional';
  return 'published';
};
