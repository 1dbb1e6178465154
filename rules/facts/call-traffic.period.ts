import type { AnyRecord } from '../../events/contract.ts';
import type { CallTraffic } from '../../events/records/call-traffic/contract.ts';
import { factsOf } from './fact.ts';
import { type PeriodRecord, sumOf, tallied } from './period.ts';

const DAY = 86_400_000;

const ofDay = (day: string): string => `looked ${day}`;

/** Calls detected and blocked, and the days of which there is a batch, be it of none. */
export const tally = (record: AnyRecord): Readonly<Record<string, number | undefined>> => {
  const { detectedAt, detectedCount, blockedCount } = record as CallTraffic;
  // A batch of none has none that are blocked.
  const blocked = detectedCount === 0 ? 0 : blockedCount;
  return {
    detected: detectedCount,
    blocked,
    ...(detectedAt !== undefined && { [ofDay(detectedAt.slice(0, 10))]: 1 }),
  };
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

  /** Some batch of the period has calls. Unknown while there are only batches of none and of nobody knows how many. */
  'calls.areDetected': {
    type: 'boolean',
    zh: '本期识别到异常主叫',
    en: 'spoofed calls being detected in the period',
    of: ({ record }) => {
      const detected = tallied(record, 'detected');
      if (detected === undefined) return undefined;
      if (detected.sum > 0) return true;
      return detected.unknown > 0 ? undefined : false;
    },
  },

  /**
   * Of the calls detected in the period, the share that was blocked; `null` where there were none. Unit: ratio, 0 to 1.
   * Unknown while any batch leaves one of the two open: there is no bound to how many calls it may hold.
   */
  'calls.blockedShare': {
    type: 'number',
    unit: 'ratio',
    zh: '拦截率',
    en: 'the share of detected calls that were blocked',
    of: ({ record }) => {
      const [detected, blocked] = [sumOf(record, 'detected'), sumOf(record, 'blocked')];
      if (detected === undefined) return undefined;
      if (detected === 0) return null;
      return blocked === undefined ? undefined : blocked / detected;
    },
  },

  /** Every day of the period has a batch, be it of none: that nothing was found is shown by the days that were looked at. */
  'detection.isDaily': {
    type: 'boolean',
    zh: '每日均有监测批次',
    en: 'a batch being reported of every day',
    of: ({ record }) => {
      if (record.from === undefined || record.to === undefined || record.tallies === undefined) return undefined;
      return daysOf(record.from, record.to).every((day) => tallied(record, ofDay(day))!.sum > 0);
    },
  },
});
