import type { AnyRecord } from '../../events/contract.ts';
import { type SupportServiceRisk, supportServiceRisk } from '../../events/records/support-service-risk/contract.ts';
import { factsOf } from './fact.ts';
import { type PeriodRecord, tallied } from './period.ts';
import { isGiven } from './told.ts';

const services = Object.keys(supportServiceRisk.fields.serviceType.values);

/** How many records there are of each service, and how many of them a monitoring rule stood behind. */
export const tally = (record: AnyRecord): Readonly<Record<string, number | undefined>> => {
  const { serviceType, monitoringRuleId } = record as SupportServiceRisk;
  if (serviceType === undefined) return { 'service untold': 1 };
  const isMonitored = isGiven(monitoringRuleId);
  return {
    [`offered ${serviceType}`]: 1,
    [`monitored ${serviceType}`]: isMonitored === undefined ? undefined : Number(isMonitored),
  };
};

const offeredIn = (record: Partial<PeriodRecord>): readonly string[] =>
  services.filter((service) => tallied(record, `offered ${service}`)!.sum > 0);

export const facts = factsOf<Partial<PeriodRecord>>()({
  /** Some record of the period names its service. Unknown while there are only records that do not. */
  'services.areReported': {
    type: 'boolean',
    zh: '本期报告了支持类业务',
    en: 'services being reported',
    of: ({ record }) => {
      const untold = tallied(record, 'service untold');
      if (untold === undefined) return undefined;
      if (offeredIn(record).length > 0) return true;
      return untold.sum > 0 ? undefined : false;
    },
  },

  /**
   * Behind every service that the records speak of stands a monitoring rule, in one record of it at least. Unknown while
   * a record that does not name its service, or its rule, may decide. Article 25, paragraph 2.
   */
  'services.areMonitored': {
    type: 'boolean',
    zh: '所报各类业务均有监测规则',
    en: 'a monitoring rule standing behind every service reported',
    of: ({ record }) => {
      const untold = tallied(record, 'service untold');
      if (untold === undefined) return undefined;
      const monitored = offeredIn(record)
        .map((service) => tallied(record, `monitored ${service}`)!)
        .map(({ sum, unknown }) => (sum > 0 ? true : unknown + untold.sum > 0 ? undefined : false));
      if (monitored.includes(false)) return false;
      return untold.sum > 0 || monitored.includes(undefined) ? undefined : true;
    },
  },
});
