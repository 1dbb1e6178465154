import type { RiskInfoSharing } from '../../events/records/risk-info-sharing/contract.ts';
import { hoursBetween } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<RiskInfoSharing>()({
  /** What was found is shared, what was received is applied. Article 32, paragraphs 1 and 2. */
  'sample.direction': {
    type: 'string',
    values: ['found', 'received'],
    zh: '样本方向',
    en: 'whether the sample was found or received',
    of: ({ record }) => record.direction,
  },

  /** `null`: it was kept to oneself, known. */
  'sample.isShared': {
    type: 'boolean',
    zh: '样本已共享',
    en: 'the sample being shared',
    of: ({ record }) => isGiven(record.sharedAt),
  },

  /** The platform's receipt is the proof. `null`: there is none, known. */
  'sample.hasReceipt': {
    type: 'boolean',
    zh: '有平台回执',
    en: 'a receipt of the platform being on file',
    of: ({ record }) => isGiven(record.receiptNo),
  },

  /** Unit: h, fractional, between instants. Source: none, the law has no count. `null`: never shared. */
  'sample.hoursToSharing': {
    type: 'number',
    unit: 'hour',
    zh: '自发现至共享的小时数',
    en: 'the hours from finding the sample to sharing it',
    of: ({ record }) => hoursBetween(record.detectedAt, record.sharedAt),
  },

  /** Blocked or tagged at the enterprise. `null`: nothing was done with it, known. */
  'sample.isApplied': {
    type: 'boolean',
    zh: '样本已应用处置',
    en: 'the sample being applied',
    of: ({ record }) => isGiven(record.appliedAt),
  },

  /** Unit: h, fractional, between instants. Source: none, the law has no count. `null`: never applied. */
  'sample.hoursToApplication': {
    type: 'number',
    unit: 'hour',
    zh: '自收到至应用的小时数',
    en: 'the hours from receiving the sample to applying it',
    of: ({ record }) => hoursBetween(record.detectedAt, record.appliedAt),
  },

  /** Whoever appeals against what a sample led to must be able to reach its source. `null`: unknown to the enterprise. */
  'sample.hasProvenance': {
    type: 'boolean',
    zh: '已留存样本来源',
    en: 'the source of the sample being kept',
    of: ({ record }) => isGiven(record.provenance),
  },
});
