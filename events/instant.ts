const shape =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

const two = (n: number): string => String(n).padStart(2, '0');
const chinaMs = 8 * 60 * 60 * 1000;

export type InstantRead =
  | { readonly instant: string; readonly assumedOffset: boolean }
  | { readonly wrong: 'form' | 'no-such-date' | 'no-time' };

const civil = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  // A day that a month does not have falls in another month.
  return year >= 1 && date.getUTCMonth() === month - 1;
};

const offsetMs = (zone: string): number | undefined => {
  if (zone.toUpperCase() === 'Z') return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)!;
  // No place keeps such a clock: a mistyped offset would move the matter to another day.
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
};

/** Normal form of an instant is China's own clock: its first ten characters are the civil date that the law counts by. */
export const asChinaTime = (ms: number): string => {
  const text = new Date(ms + chinaMs).toISOString();
  return `${text.slice(0, 19)}${ms % 1000 === 0 ? '' : text.slice(19, 23)}+08:00`;
};

const normal = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/;

/**
 * Reads an instant: ISO 8601 with an offset, or without one (`2023-04-01 09:10`, `2023/4/1 9:10:00`), which is read as
 * China's time and said so. The host's own time zone has no part in it.
 */
export const readInstant = (text: string): InstantRead => {
  const parts = shape.exec(text.trim());
  if (parts === null) return { wrong: 'form' };
  const [year, month, day, hour, minute] = parts.slice(1, 6).map(Number) as [number, number, number, number, number];
  const second = Number(parts[6] ?? 0);
  if (!civil(year, month, day)) return { wrong: 'no-such-date' };
  if (parts[4] === undefined) return { wrong: 'no-time' };
  if (hour > 23 || minute > 59 || second > 59) return { wrong: 'no-such-date' };
  if (normal.test(text)) return { instant: text, assumedOffset: false };
  const ms = Number((parts[7] ?? '').padEnd(3, '0').slice(0, 3));
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second, ms));
  date.setUTCFullYear(year);
  const zone = parts[8];
  const offset = zone === undefined ? chinaMs : offsetMs(zone);
  const instant = offset === undefined ? undefined : asChinaTime(date.getTime() - offset);
  // The last hours of the year 9999 elsewhere are none that four digits of China's calendar can write.
  if (instant === undefined || !/^(?!0000)\d{4}-/.test(instant)) return { wrong: 'no-such-date' };
  return { instant, assumedOffset: zone === undefined };
};

/** `YYYY-MM-DD`, also from `2023/4/1`; undefined where there is no such day. */
export const readDate = (text: string): string | undefined => {
  const parts = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text.trim());
  if (parts === null) return undefined;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  return civil(year, month, day) ? `${parts[1]}-${two(month)}-${two(day)}` : undefined;
};
