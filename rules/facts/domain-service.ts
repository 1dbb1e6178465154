import type { DomainService } from '../../events/records/domain-service/contract.ts';
import { factsOf } from './fact.ts';
import { monthsBetween } from './months-between.ts';

export const facts = factsOf<DomainService>()({
  /** The service is given on the day of the check. One that was stopped has nothing left to verify. */
  'service.isInUse': {
    type: 'boolean',
    zh: '仍在提供服务',
    en: 'the service being in use',
    of: ({ record }) => record.inUse,
  },

  /** Article 24 names resolution, redirects and the conversion of links. */
  'service.type': {
    type: 'string',
    values: ['resolution', 'recursive-resolution', 'redirect', 'link-conversion'],
    zh: '服务类型',
    en: 'the kind of service',
    of: ({ record }) => record.service,
  },

  /** Article 24: the registration of the domain is verified, before the service. */
  'registration.isVerified': {
    type: 'boolean',
    zh: '域名注册信息已核实',
    en: 'the registration of the domain being verified',
    of: ({ record }) => record.registrantVerified,
  },

  /** Article 24: resolution and IP addresses are verified, before the service. */
  'address.isVerified': {
    type: 'boolean',
    zh: '解析和 IP 信息已核实',
    en: 'resolution and IP addresses being verified',
    of: ({ record }) => record.ipVerified,
  },

  /** Unit: hop. Redirects one after the other until the target. */
  'redirect.hops': {
    type: 'number',
    unit: 'hop',
    zh: '跳转层数',
    en: 'the number of hops',
    of: ({ record }) => record.redirectDepth,
  },

  /** The target was compared with known samples. Source: a reading of article 24, "redirects in order". */
  'redirect.targetIsChecked': {
    type: 'boolean',
    zh: '跳转目标已比对涉诈样本',
    en: 'the target being checked against samples',
    of: ({ record }) => record.targetRiskChecked,
  },

  /** Unit: month. 0 where no log is kept. Article 24. */
  'log.monthsKept': {
    type: 'number',
    unit: 'month',
    zh: '日志留存月数',
    en: 'the months for which the log is kept',
    of: ({ record }) => record.logRetentionMonths,
  },

  /** What each entry of the log holds. Empty where there is none. */
  'log.fields': {
    type: 'list',
    values: ['time', 'client-ip', 'source', 'target', 'account'],
    zh: '日志留存字段',
    en: 'the fields of the log',
    of: ({ record }) => record.logFields,
  },

  /**
   * Calendar months, begun ones as whole, from the last test that rebuilt a resolution or redirect from the log to the day
   * of the check. Unit: month. `null` where none was ever passed.
   */
  'trace.monthsSinceTest': {
    type: 'number',
    unit: 'month',
    zh: '距最近一次溯源测试的月数',
    en: 'the months since the last trace test',
    of: ({ record }) => monthsBetween(record.traceTestPassedOn, record.checkedOn),
  },
});
