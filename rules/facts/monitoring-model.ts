import type { MonitoringModel } from '../../events/records/monitoring-model/contract.ts';
import { factsOf } from './fact.ts';
import { monthsBetween } from './months-between.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<MonitoringModel>()({
  /** `null`: the model is not in use, known. */
  'model.isDeployed': {
    type: 'boolean',
    zh: '模型已上线',
    en: 'the model being in use',
    of: ({ record }) => isGiven(record.deployedAt),
  },

  /** Of the accounts it is to watch, the share that it does. Unit: ratio, 0 to 1. Article 18, paragraph 1. */
  'accounts.coveredShare': {
    type: 'number',
    unit: 'ratio',
    zh: '账户覆盖率',
    en: 'the share of accounts that the model covers',
    of: ({ record }) => record.accountsCoveredRatio,
  },

  /**
   * Calendar months from the last tuning to the day attested, a part of one counted whole; of a model never tuned (`null`),
   * from the day it was deployed. Unit: month. Article 18, paragraph 4, has monitoring kept up with what fraud does.
   */
  'tuning.monthsAgo': {
    type: 'number',
    unit: 'month',
    zh: '距最近一次优化的月数',
    en: 'the months since the model was last tuned',
    of: ({ record: { lastTunedAt, deployedAt, attestedOn } }) =>
      lastTunedAt === null ? monthsBetween(deployedAt, attestedOn) : monthsBetween(lastTunedAt, attestedOn),
  },

  /** Accounts of police cases that the model had not flagged. Unit: account. */
  'missedCases.count': {
    type: 'number',
    unit: 'account',
    zh: '未预警的涉案账户数',
    en: 'the accounts of police cases that the model had missed',
    of: ({ record }) => record.missedPoliceCases,
  },

  /** Those of them that nobody has gone through. Unit: account. */
  'missedCases.unreviewed': {
    type: 'number',
    unit: 'account',
    zh: '未复盘的涉案账户数',
    en: 'the missed accounts that were not reviewed',
    of: ({ record: { missedPoliceCases, missedCasesReviewed } }) =>
      missedPoliceCases === undefined || missedCasesReviewed === undefined
        ? undefined
        : Math.max(0, missedPoliceCases - missedCasesReviewed),
  },
});
