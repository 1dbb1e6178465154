import type { TransactionAlert } from '../../events/records/transaction-alert/contract.ts';
import { minutesBetween } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<TransactionAlert>()({
  /** The alert is the matter of the record, so that this holds of every one. Article 18. */
  'alert.isRaised': {
    type: 'boolean',
    zh: '产生预警',
    en: 'an alert being raised',
    of: ({ record }) => isGiven(record.alertAt),
  },

  /** As the institution graded it; article 18, paragraph 3, asks for measures by the risk. */
  'alert.riskLevel': {
    type: 'string',
    values: ['high', 'medium', 'low'],
    zh: '风险等级',
    en: 'the risk level',
    of: ({ record }) => record.riskLevel,
  },

  /** Article 18, paragraph 3: measures, or the finding that there is no risk. An empty list: nothing was done. */
  'alert.isDealtWith': {
    type: 'boolean',
    zh: '预警已处置',
    en: 'the alert being dealt with',
    of: ({ record }) => isGiven(record.measures),
  },

  /** All that was done. Article 18, paragraph 3. */
  'alert.measures': {
    type: 'list',
    values: ['verify-transaction', 'reverify-identity', 'delay-settlement', 'limit', 'suspend', 'clear'],
    zh: '处置措施',
    en: 'the measures',
    of: ({ record }) => record.measures,
  },

  /** Unit: min, fractional. Source: none, article 18 has no count. `null`: nothing was ever done. */
  'alert.minutesToMeasures': {
    type: 'number',
    unit: 'minute',
    zh: '自预警至处置的分钟数',
    en: 'the minutes from the alert to the measures',
    of: ({ record }) => minutesBetween(record.alertAt, record.measureAt),
  },

  /** `null`: no reason was recorded. */
  'clearing.hasReason': {
    type: 'boolean',
    zh: '有排除理由',
    en: 'a reason for clearing it',
    of: ({ record }) => isGiven(record.clearReason),
  },

  /** Article 32, paragraph 3: whoever is limited is told. `null`: there is no notice. */
  'measure.hasNotice': {
    type: 'boolean',
    zh: '有对应的告知',
    en: 'a notice of the measure',
    of: ({ record }) => isGiven(record.disposalId),
  },
});
