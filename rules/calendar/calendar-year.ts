import * as z from 'zod';
import { CivilDate } from '../../events/registry.ts';

/** Saturday or Sunday. */
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay());

/** What the State Council's notice for one year changes in its weeks: `rules/calendar/<year>.json`. */
export const CalendarYear = z
  .strictObject({
    year: z.number().int(),
    /** Who published the days, and where they were copied from. */
    source: z.string().min(1),
    /** Every day of a festival, those on a weekend too, as the notice names them. */
    daysOff: z.array(CivilDate).min(1),
    /** Saturdays and Sundays that are worked instead (调休). */
    workingDays: z.array(CivilDate),
  })
  .superRefine(({ year, daysOff, workingDays }, { addIssue }) => {
    const refuse = (list: 'daysOff' | 'workingDays', n: number, message: string): void =>
      addIssue({ code: 'custom', path: [list, n], message });
    for (const [list, days] of Object.entries({ daysOff, workingDays })) {
      for (const [n, day] of days.entries()) {
        const named = list as 'daysOff' | 'workingDays';
        if (!day.startsWith(`${year}-`)) refuse(named, n, `${day} is not a day of ${year}`);
        // Counting looks days up by halves, and a day told twice would count twice.
        if (n > 0 && days[n - 1]! >= day) refuse(named, n, `${day} does not come after ${days[n - 1]}`);
      }
    }
    for (const [n, day] of workingDays.entries()) {
      if (!isWeekend(day)) refuse('workingDays', n, `${day} is neither Saturday nor Sunday`);
      if (daysOff.includes(day)) refuse('workingDays', n, `${day} is a day off too`);
    }
  });
export type CalendarYear = z.infer<typeof CalendarYear>;
