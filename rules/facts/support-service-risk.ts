import type { SupportServiceRisk } from '../../events/records/support-service-risk/contract.ts';
import { hoursBetween } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { both, isGiven } from './told.ts';

export const facts = factsOf<SupportServiceRisk>()({
  /** Always known: that the customer was looked at is what the record reports. */
  'customer.isLookedAt': {
    type: 'boolean',
    zh: '已对客户进行排查',
    en: 'the customer being looked at',
    of: ({ record }) => (record.reviewedAt === undefined ? undefined : true),
  },

  /** Article 25, paragraph 2: reasonable care, by our reading from the first day. */
  'customer.isChecked': {
    type: 'boolean',
    zh: '接入前已核查客户',
    en: 'the customer being checked before the service',
    of: ({ record }) => record.onboardingCheckDone,
  },

  /** Something pointed at misuse. `null` or empty: nothing did, known. */
  'risk.isSignalled': {
    type: 'boolean',
    zh: '命中风险特征',
    en: 'a signal of misuse being there',
    of: ({ record }) => isGiven(record.riskSignals),
  },

  /** Article 25, paragraph 2: recognised. `null`: nobody noticed, known. */
  'risk.isDetected': {
    type: 'boolean',
    zh: '已识别风险',
    en: 'the misuse being recognised',
    of: ({ record }) => isGiven(record.detectedAt),
  },

  /** Article 25, paragraph 2: handled. An action has its time. */
  'action.isTaken': {
    type: 'boolean',
    zh: '已采取处置措施',
    en: 'an action being taken',
    of: ({ record: { action, actionAt } }) =>
      both(action === undefined ? undefined : action !== 'none', isGiven(actionAt)),
  },

  /** Unit: h, fractional, between instants; `null` where nothing was noticed or done. */
  'action.hoursFromDetection': {
    type: 'number',
    unit: 'hour',
    zh: '识别至处置的小时数',
    en: 'the hours from the detection to the action',
    of: ({ record }) => hoursBetween(record.detectedAt, record.actionAt),
  },

  /** The firm is sure that the service was used in support of fraud. */
  'support.isConfirmed': {
    type: 'boolean',
    zh: '确认业务被用于支持诈骗',
    en: 'support of fraud being confirmed',
    of: ({ record }) => record.fraudSupportConfirmed,
  },

  /** The clue went to an authority and has a number. `null`: it did not, known. */
  'clue.isTransferred': {
    type: 'boolean',
    zh: '线索已移送',
    en: 'the clue being transferred',
    of: ({ record }) => isGiven(record.clueTransferId),
  },
});
