import type { RiskCard } from '../../events/records/risk-card/contract.ts';
import { hoursBetween } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { both, isGiven } from './told.ts';

export const facts = factsOf<RiskCard>()({
  /** Always known: the detection is what the record reports. */
  'card.isDetected': {
    type: 'boolean',
    zh: '已识别异常卡',
    en: 'the card being detected',
    of: ({ record }) => (record.detectedAt === undefined ? undefined : true),
  },

  /** What pointed to the card. Article 11: monitoring of one's own, and what authorities send. */
  'detection.source': {
    type: 'string',
    values: ['own-model', 'police-list', 'ministry-list', 'complaint'],
    zh: '识别来源',
    en: 'the source of the detection',
    of: ({ record }) => record.source,
  },

  /**
   * Hours from the receipt of an authority's list to the number's being taken up. Unit: h, fractional, between instants.
   * `null`: no receipt is on record. Source: none; our default.
   */
  'detection.hoursFromList': {
    type: 'number',
    unit: 'hour',
    zh: '收到名单至识别入库的小时数',
    en: 'the hours from the receipt of the list to the number being taken up',
    of: ({ record }) => hoursBetween(record.listReceivedAt, record.detectedAt),
  },

  /** A grade has its level and its time. `null` in either: not graded, known. Article 11: measures follow the grade. */
  'card.isGraded': {
    type: 'boolean',
    zh: '已评定风险等级',
    en: 'the risk of the card being graded',
    of: ({ record }) => both(isGiven(record.riskLevel), isGiven(record.gradedAt)),
  },

  /** Unit: h, fractional, between instants. `null` where the card was never graded. */
  'grade.hoursFromDetection': {
    type: 'number',
    unit: 'hour',
    zh: '识别至定级的小时数',
    en: 'the hours from the detection to the grade',
    of: ({ record }) => hoursBetween(record.detectedAt, record.gradedAt),
  },
});
