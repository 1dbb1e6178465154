type Told = string | null | undefined;

/** The civil day so many calendar months later; where that month has no such day, its last one. */
export const monthsLater = (day: string, months: number): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
};

/**
 * Calendar months it takes to get from one civil day, or the day of an instant in normal form, to another: the fewest
 * whole months that, added to the first, reach the second. 0 where the second is not later. Unknown while either is,
 * unless one never was (`null`): then there are none to count, and that is known.
 */
export const monthsBetween = (from: Told, to: Told): number | null | undefined => {
  if (from === null || to === null) return null;
  if (from === undefined || to === undefined) return undefined;
  const [start, end] = [from.slice(0, 10), to.slice(0, 10)];
  if (end <= start) return 0;
  const [fromYear, fromMonth] = start.split('-').map(Number) as [number, number];
  const [toYear, toMonth] = end.split('-').map(Number) as [number, number];
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth;
  return monthsLater(start, months) < end ? months + 1 : months;
};
