import type { FreezeRequest } from '../../events/records/freeze-request/contract.ts';
import { daysFromTo, hoursBetween, minutesBetween, workingDaysFromTo } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { monthsBetween } from './months-between.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<FreezeRequest>()({
  /** What the police ask for. Articles 20 and 34. */
  'request.kind': {
    type: 'string',
    values: ['freeze', 'extend', 'unfreeze', 'return'],
    zh: '请求类型',
    en: 'what is asked',
    of: ({ record }) => record.kind,
  },

  /** Article 20. `null`: there was no legal document, known. */
  'document.isNamed': {
    type: 'boolean',
    zh: '有法律文书',
    en: 'a legal document being named',
    of: ({ record }) => isGiven(record.documentRef),
  },

  /** Article 20. `null`: it was not done, known. */
  'request.isExecuted': {
    type: 'boolean',
    zh: '已办理',
    en: 'the request being carried out',
    of: ({ record }) => isGiven(record.executedAt),
  },

  /** Why it was not done. `null`: there is no reason. */
  'rejection.hasReason': {
    type: 'boolean',
    zh: '有未办理原因',
    en: 'a reason for not doing it',
    of: ({ record }) => isGiven(record.rejectReason),
  },

  /** Unit: min, fractional. Source: none, 快速冻结 of article 20 has no count. `null`: never. */
  'request.minutesToExecution': {
    type: 'number',
    unit: 'minute',
    zh: '自收到请求至办理的分钟数',
    en: 'the minutes from the request to its execution',
    of: ({ record }) => minutesBetween(record.receivedAt, record.executedAt),
  },

  /** Unit: h, fractional. Source: none, 及时解冻 of article 20 has no count. `null`: never. */
  'request.hoursToExecution': {
    type: 'number',
    unit: 'hour',
    zh: '自收到请求至办理的小时数',
    en: 'the hours from the request to its execution',
    of: ({ record }) => hoursBetween(record.receivedAt, record.executedAt),
  },

  /** Unit: civil day; 0 on the day of the request. `null`: never. Source: 银监发〔2016〕41号, 当场办理. */
  'request.daysToExecution': {
    type: 'number',
    unit: 'day',
    zh: '自收到请求至办理的日数',
    en: 'the days from the request to its execution',
    of: ({ record }) => daysFromTo(record.receivedAt, record.executedAt),
  },

  /** Unit: working day, the day of the request not counted. `null`: never. Source: 银监发〔2016〕41号. */
  'request.workingDaysToExecution': {
    type: 'number',
    unit: 'working day',
    zh: '自收到请求至办理的工作日数',
    en: 'the working days from the request to its execution',
    of: ({ record }) => workingDaysFromTo(record.receivedAt, record.executedAt),
  },

  /** Source: 银监发〔2016〕41号: what can be done on the spot is. */
  'return.isPossibleOnTheSpot': {
    type: 'boolean',
    zh: '返还可当场办理',
    en: 'the return being possible on the spot',
    of: ({ record }) => record.onSpotPossible,
  },

  /**
   * Unit: month, the fewest whole ones that reach the end. `null`: no freeze, or one without an end. Source: the joint
   * notice of 2013 on seizure and freezing in criminal cases.
   */
  'freeze.months': {
    type: 'number',
    unit: 'month',
    zh: '冻结期限（月）',
    en: 'the months of the freeze',
    of: ({ record }) => monthsBetween(record.executedAt, record.expiresOn),
  },

  /** `null`: the document set no end. */
  'freeze.hasEnd': {
    type: 'boolean',
    zh: '冻结有到期日',
    en: 'the freeze having an end',
    of: ({ record }) => isGiven(record.expiresOn),
  },

  /** The police asked in time to go on freezing: that request is a record of its own. */
  'freeze.isExtended': {
    type: 'boolean',
    zh: '到期前已续冻',
    en: 'the freeze being extended',
    of: ({ record }) => record.extended,
  },

  /** Unit: civil day, negative where it was released before its last day. `null`: never, or there is no end. */
  'freeze.daysFromEndToRelease': {
    type: 'number',
    unit: 'day',
    zh: '自冻结到期日至解除的日数',
    en: 'the days from the end of the freeze to its release',
    of: ({ record }) => daysFromTo(record.expiresOn, record.releasedAt),
  },
});
