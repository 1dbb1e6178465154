import type { AnyRecord } from '../../events/contract.ts';
import type { Training } from '../../events/records/training/contract.ts';
import { factsOf } from './fact.ts';
import { countAbout, type PeriodRecord, tallied } from './period.ts';

const HELD_ON = 'held ';
const trainedBy = (day: string): string => `trained by ${day}`;
const staffOn = (day: string): string => `staff on ${day}`;

/**
 * How many trainings there were to which somebody came and, of each day with one, how many of how many had been trained in the year by then.
 * Trainings of one day share it: each tells of the people whom it is meant for.
 */
export const tally = (record: AnyRecord): Readonly<Record<string, number | undefined>> => {
  const { trainedOn, attendeeCount, trainedThisYearCount, onDutyStaffCount } = record as Training;
  const trainings = attendeeCount === undefined ? undefined : Number(attendeeCount > 0);
  if (trainedOn === undefined) return { trainings };
  return {
    trainings,
    [`${HELD_ON}${trainedOn}`]: 1,
    [trainedBy(trainedOn)]: trainedThisYearCount,
    [staffOn(trainedOn)]: onDutyStaffCount,
  };
};

/** The last day with a training. A record that was taken back leaves its day behind, with a sum of nothing. */
const lastDayOf = (tallies: PeriodRecord['tallies']): string | undefined =>
  Object.entries(tallies)
    .filter(([name, { sum }]) => name.startsWith(HELD_ON) && sum > 0)
    .map(([name]) => name.slice(HELD_ON.length))
    .sort()
    .at(-1);

export const facts = factsOf<Partial<PeriodRecord>>()({
  /** A filing duty for the period has fallen due: what is not reported by then is missing. */
  'period.isDue': {
    type: 'boolean',
    zh: '报送期限已届满',
    en: 'the report of the period being due',
    of: ({ record }) => record.isDue,
  },

  /**
   * Trainings to which somebody came, told where it is certain on which side of `atLeast` their number lies; 0 where none was
   * reported. Unit: training. Article 8, paragraph 3; article 30, paragraph 1.
   */
  'trainings.count': {
    type: 'number',
    unit: 'training',
    zh: '培训次数',
    en: 'the number of trainings',
    params: { atLeast: 'number' },
    of: ({ record }, { atLeast }) => countAbout(record, 'trainings', atLeast as number),
  },

  /**
   * Of the staff on duty at the last training of the period, the share that had been trained in the year by then; `null`
   * where there was no training or nobody on duty. Unit: ratio. Unknown while the last day leaves one of the two open.
   */
  'trainings.coverage': {
    type: 'number',
    unit: 'ratio',
    zh: '培训覆盖率',
    en: 'the share of the staff that was trained',
    of: ({ record }) => {
      if (record.tallies === undefined) return undefined;
      const day = lastDayOf(record.tallies);
      if (day === undefined) return null;
      const [trained, staff] = [tallied(record, trainedBy(day))!, tallied(record, staffOn(day))!];
      if (staff.unknown > 0) return undefined;
      if (staff.sum === 0) return null;
      return trained.unknown > 0 ? undefined : trained.sum / staff.sum;
    },
  },
});
