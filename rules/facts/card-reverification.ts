import type { CardReverification } from '../../events/records/card-reverification/contract.ts';
import { hoursBetween } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<CardReverification>()({
  /** Always known: the flagging is what the record reports. */
  'card.isFlagged': {
    type: 'boolean',
    zh: '被识别为异常卡',
    en: 'the card being flagged as suspicious',
    of: ({ record }) => (record.flaggedAt === undefined ? undefined : true),
  },

  /** What pointed to the card. Article 11: monitoring of one's own, and what authorities send. */
  'flag.source': {
    type: 'string',
    values: ['own-model', 'police-list', 'ministry-list', 'complaint'],
    zh: '识别来源',
    en: 'the source of the flag',
    of: ({ record }) => record.source,
  },

  /** Grade that the enterprise gave the flagged card. Article 11: what follows depends on it. `null`: none, known. */
  'card.riskLevel': {
    type: 'string',
    values: ['high', 'medium', 'low'],
    zh: '风险等级',
    en: 'the risk grade',
    of: ({ record }) => record.riskLevel,
  },

  /** Notice of 2021: the user is reminded first. `null`: never reminded, known. */
  'reverification.isReminded': {
    type: 'boolean',
    zh: '已提醒用户重新核验',
    en: 'the user being reminded to verify again',
    of: ({ record }) => isGiven(record.remindedAt),
  },

  /** Article 11: the user came, whatever the result. `null`: nobody came, known. */
  'reverification.isMade': {
    type: 'boolean',
    zh: '已重新核验',
    en: 'the user being verified again',
    of: ({ record }) => isGiven(record.verifiedAt),
  },

  /** Article 11. `no-response`: the window passed and nobody came. */
  'reverification.result': {
    type: 'string',
    values: ['pass', 'fail', 'no-response'],
    zh: '重新核验结果',
    en: 'the result of the new verification',
    of: ({ record }) => record.result,
  },

  /** Article 11: of a strength that fits the grade. `null`: by no known method. */
  'reverification.method': {
    type: 'string',
    values: ['outlet', 'online-liveness', 'sms-confirm', 'network-id'],
    zh: '重新核验方式',
    en: 'the method of the new verification',
    of: ({ record }) => record.method,
  },

  /** Unit: h, fractional, between instants. `null` where there was no reminder or no verification. Notice of 2021. */
  'reverification.hoursFromReminder': {
    type: 'number',
    unit: 'hour',
    zh: '提醒至重新核验的小时数',
    en: 'the hours from the reminder to the new verification',
    of: ({ record }) => hoursBetween(record.remindedAt, record.verifiedAt),
  },

  /** Article 11: functions limited or suspended, or the card closed; `none` and `null` are no measure, known. */
  'card.isRestricted': {
    type: 'boolean',
    zh: '已采取限制措施',
    en: 'a restriction being imposed',
    of: ({ record: { restrictionType } }) =>
      restrictionType === undefined ? undefined : restrictionType !== null && restrictionType !== 'none',
  },

  /** A restriction that can be lifted: a card that was closed is not given back. Article 32, paragraph 3. */
  'restriction.canBeLifted': {
    type: 'boolean',
    zh: '已采取可解除的限制措施',
    en: 'a restriction being imposed that can be lifted',
    of: ({ record: { restrictionType } }) =>
      restrictionType === undefined
        ? undefined
        : restrictionType !== null && restrictionType !== 'none' && restrictionType !== 'close',
  },

  /** The restriction was there when the user passed. Unknown times leave it open; `null` in either is no such order. */
  'restriction.isBeforeVerification': {
    type: 'boolean',
    zh: '限制先于重新核验',
    en: 'the restriction coming before the new verification',
    of: ({ record: { restrictedAt, verifiedAt } }) => {
      const hours = hoursBetween(restrictedAt, verifiedAt);
      return hours === undefined ? undefined : hours !== null && hours >= 0;
    },
  },

  /** Article 32, paragraph 3. `null`: never lifted, known. */
  'restriction.isLifted': {
    type: 'boolean',
    zh: '已解除限制',
    en: 'the restriction being lifted',
    of: ({ record }) => isGiven(record.restoredAt),
  },

  /** Unit: h, fractional, between instants. `null` where nobody verified or nothing was lifted. */
  'restriction.hoursFromVerification': {
    type: 'number',
    unit: 'hour',
    zh: '重新核验至解除限制的小时数',
    en: 'the hours from the new verification to the release',
    of: ({ record }) => hoursBetween(record.verifiedAt, record.restoredAt),
  },

  /** The record of how the user was told of the measure is named. Article 32, paragraph 3. `null`: none, known. */
  'restriction.isNoticed': {
    type: 'boolean',
    zh: '已关联处置告知',
    en: 'the notice of the measure being on record',
    of: ({ record }) => isGiven(record.disposalId),
  },
});
