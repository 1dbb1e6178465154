import type { AnyRecord } from '../../events/contract.ts';
import type { RiskModelRun } from '../../events/records/risk-model-run/contract.ts';
import { factsOf } from './fact.ts';
import { type PeriodRecord, tallied } from './period.ts';

const DAY = 86_400_000;

const ofDay = (day: string): string => `completed ${day}`;

/** How many completed runs there are of each day. */
export const tally = (record: AnyRecord): Readonly<Record<string, number | undefined>> => {
  const { ranOn, completed } = record as RiskModelRun;
  return ranOn === undefined ? {} : { [ofDay(ranOn)]: completed === undefined ? undefined : Number(completed) };
};

const daysOf = (from: string, to: string): readonly string[] =>
  Array.from({ length: (Date.parse(to) - Date.parse(from)) / DAY + 1 }, (_, n) =>
    new Date(Date.parse(from) + n * DAY).toISOString().slice(0, 10),
  );

export const facts = factsOf<Partial<PeriodRecord>>()({
  /** A filing duty for the period has fallen due: what is not reported by then is missing. */
  'period.isDue': {
    type: 'boolean',
    zh: '报送期限已届满',
    en: 'the report of the period being due',
    of: ({ record }) => record.isDue,
  },

  /**
   * Every day of the period has a completed run. Unknown while a record that does not say whether its run was completed
   * may decide about a day. Article 11: monitoring that found nothing is proved by its runs.
   */
  'runs.areDaily': {
    type: 'boolean',
    zh: '模型每日运行',
    en: 'the model having run on every day',
    of: ({ record }) => {
      if (record.from === undefined || record.to === undefined || record.tallies === undefined) return undefined;
      const ran = daysOf(record.from, record.to)
        .map((day) => tallied(record, ofDay(day))!)
        .map(({ sum, unknown }) => (sum > 0 ? true : unknown > 0 ? undefined : false));
      if (ran.includes(false)) return false;
      return ran.includes(undefined) ? undefined : true;
    },
  },
});
