import type { PhoneCard } from '../../events/records/phone-card/contract.ts';
import { hoursBetween, isInTimeFor } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isListedOn } from './lists.ts';
import { isAmong, rankWithin } from './rank-within.ts';
import { both, isGiven } from './told.ts';

export const facts = factsOf<PhoneCard>()({
  /** The personal limit is for individuals; units are outside it. Articles 9 and 10. */
  'subject.isIndividual': {
    type: 'boolean',
    zh: '机主为个人',
    en: 'the holder being an individual',
    of: ({ record: { subjectType } }) => (subjectType === undefined ? undefined : subjectType === 'individual'),
  },

  /** The holder was on the list of sanctioned subjects on the day of the opening. Article 31, paragraph 2. */
  'subject.isSanctioned': {
    type: 'boolean',
    zh: '开户当日属于惩戒对象',
    en: 'the holder being under a sanction on the day of the opening',
    of: ({ record, lists }) => isListedOn(lists, 'sanctioned-subjects', record.subjectId, record.openedAt),
  },

  /** Always known: the opening is what the record reports. */
  'card.isOpened': {
    type: 'boolean',
    zh: '电话卡已办理入网',
    en: 'the card being opened',
    of: ({ record }) => (record.openedAt === undefined ? undefined : true),
  },

  /** Data-only cards are mobile ones (order 25 of the ministry); IoT cards have articles of their own. */
  'card.kind': {
    type: 'string',
    values: ['mobile', 'data-only', 'iot', 'landline'],
    zh: '卡类型',
    en: 'the kind of card',
    of: ({ record }) => record.cardKind,
  },

  /** As it stood when the record was made. */
  'card.status': {
    type: 'string',
    values: ['active', 'suspended', 'cancelled', 'pending'],
    zh: '卡状态',
    en: 'the status of the card',
    of: ({ record }) => record.cardStatus,
  },

  /**
   * Place of this card among the counted ones that its holder has with the counting group, by opening, from 1.
   * Unit: place. Unknown without holdings, or while an earlier card of unknown kind or status may decide about `limit`.
   * Source: article 10; 工信部网安函〔2016〕452号, item 1(3): counted over the whole enterprise.
   */
  'card.rankAmongHeld': {
    type: 'number',
    unit: 'place',
    zh: '该卡在同一用户名下计数卡中的排位',
    en: 'the place of this card among the counted cards of its holder',
    params: { kinds: 'list', statuses: 'list', limit: 'number' },
    counted: true,
    of: ({ holdings }, { kinds, statuses, limit }) =>
      rankWithin(holdings, limit as number, ({ cardKind, cardStatus }) =>
        both(isAmong(cardKind, kinds as string[]), isAmong(cardStatus, statuses as string[])),
      ),
  },

  /** Article 9; order 25: registered first, then activated. A card never activated (`null`) was not activated early. */
  'registration.isBeforeActivation': {
    type: 'boolean',
    zh: '登记先于开通',
    en: 'registration coming before activation',
    of: ({ record }) => isInTimeFor(record.registeredAt, record.activatedAt),
  },

  /** Article 9: the registered name is that of the document. */
  'registration.nameMatchesDocument': {
    type: 'boolean',
    zh: '登记姓名与证件一致',
    en: 'the registered name matching the document',
    of: ({ record }) => record.nameMatches,
  },

  /** Order 25: the address is part of what is registered. */
  'registration.addressIsRecorded': {
    type: 'boolean',
    zh: '地址已登记',
    en: 'the address being recorded',
    of: ({ record }) => record.addressRecorded,
  },

  /** 工信部网安函〔2016〕452号, item 1(2): by ID reader or network check, not by eye alone. */
  'registration.docCheckMethod': {
    type: 'string',
    values: ['reader', 'network-check', 'manual-only'],
    zh: '证件查验方式',
    en: 'the way the document was checked',
    of: ({ record }) => record.docCheckMethod,
  },

  /** Order 25: a proxy is registered as well. */
  'registration.isByProxy': {
    type: 'boolean',
    zh: '由他人代办',
    en: 'a proxy acting for the holder',
    of: ({ record }) => record.byProxy,
  },

  /** Order 25. `null`: nobody was verified, known. */
  'proxy.isVerified': {
    type: 'boolean',
    zh: '代办人身份已核验',
    en: 'the identity of the proxy being verified',
    of: ({ record }) => record.proxyVerified,
  },

  /** An outlet, the enterprise's own or an agent's, matches faces; the online channel confirms the person by video. */
  'activation.channel': {
    type: 'string',
    values: ['outlet', 'online', 'agent-outlet'],
    zh: '入网渠道',
    en: 'the channel of activation',
    of: ({ record }) => record.channel,
  },

  /** Notice of 2019, item 1. `null`: no match was made, known. */
  'identityMatch.facePassed': {
    type: 'boolean',
    zh: '人像比对一致',
    en: 'the face match having passed',
    of: ({ record }) => record.faceMatchPassed,
  },

  /** 工信部网安函〔2016〕452号, item 1(2). `null`: no check was made, known. */
  'identityMatch.livenessPassed': {
    type: 'boolean',
    zh: '在线视频实人核验通过',
    en: 'the online check of a live person having passed',
    of: ({ record }) => record.videoLivenessPassed,
  },

  /** Notice of 2019, item 1: only then may the number be opened. */
  'identityMatch.isBeforeActivation': {
    type: 'boolean',
    zh: '人证核验先于开通',
    en: 'the identity check coming before activation',
    of: ({ record }) => isInTimeFor(record.checkedAt, record.activatedAt),
  },

  /**
   * Another method than face recognition was used, with a reason, and `allowed` says that this may be.
   * Source: 人脸识别技术应用安全管理办法(2025): face recognition is not to be the only way.
   */
  'identityMatch.alternativeIsAccepted': {
    type: 'boolean',
    zh: '采用了允许的替代核验方式并说明理由',
    en: 'an allowed alternative to face recognition being used with a reason',
    params: { allowed: 'boolean' },
    of: ({ record }, { allowed }) =>
      both(allowed === true, both(isGiven(record.alternativeMethod), isGiven(record.alternativeReason))),
  },

  /** Article 11: cards that monitoring or a list marked as suspicious. `null`: never flagged, known. */
  'card.isFlagged': {
    type: 'boolean',
    zh: '被识别为异常卡',
    en: 'the card being flagged as suspicious',
    of: ({ record }) => isGiven(record.flaggedAt),
  },

  /** Grade that the enterprise gave the flagged card. Article 11: what follows depends on it. */
  'card.riskLevel': {
    type: 'string',
    values: ['high', 'medium', 'low'],
    zh: '风险等级',
    en: 'the risk grade',
    of: ({ record }) => record.riskLevel,
  },

  /** Notice of 2021: the user is reminded first. */
  'reverification.isReminded': {
    type: 'boolean',
    zh: '已提醒用户重新核验',
    en: 'the user being reminded to verify again',
    of: ({ record }) => isGiven(record.remindedAt),
  },

  /** Article 11. `no-response`: the window passed and nobody came. */
  'reverification.result': {
    type: 'string',
    values: ['pass', 'fail', 'no-response'],
    zh: '重新核验结果',
    en: 'the result of the new verification',
    of: ({ record }) => record.reverifyResult,
  },

  /** Unit: h, fractional, between instants. `null` where there was no reminder or no verification. Notice of 2021. */
  'reverification.hoursFromReminder': {
    type: 'number',
    unit: 'hour',
    zh: '提醒至重新核验的小时数',
    en: 'the hours from the reminder to the new verification',
    of: ({ record }) => hoursBetween(record.remindedAt, record.reverifiedAt),
  },

  /** Article 11: functions limited or suspended, or the card closed; `none` and `null` are no measure, known. */
  'card.isRestricted': {
    type: 'boolean',
    zh: '已采取限制措施',
    en: 'a restriction being imposed',
    of: ({ record: { restrictionType } }) =>
      restrictionType === undefined ? undefined : restrictionType !== null && restrictionType !== 'none',
  },
});
