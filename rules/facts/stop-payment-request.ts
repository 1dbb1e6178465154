import type { StopPaymentRequest } from '../../events/records/stop-payment-request/contract.ts';
import { hoursBetween, minutesBetween } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<StopPaymentRequest>()({
  /** The message is the matter of the record, so that this holds of every one. Article 20. */
  'request.isReceived': {
    type: 'boolean',
    zh: '收到止付指令',
    en: 'a stop-payment message being received',
    of: ({ record }) => isGiven(record.receivedAt),
  },

  /** Whether name, account, amount and time of the message fit. Source: 银发〔2016〕86号, item 2(1)2. */
  'request.matchResult': {
    type: 'string',
    values: ['match', 'mismatch'],
    zh: '户名、账号、金额、时间的核对结果',
    en: 'the check of name, account, amount and time',
    of: ({ record }) => record.matchResult,
  },

  /** Article 20: 紧急止付. `null`: nothing was stopped, known. */
  'stop.isMade': {
    type: 'boolean',
    zh: '已止付',
    en: 'the account being stopped',
    of: ({ record }) => isGiven(record.stoppedAt),
  },

  /** Unit: min, fractional, negative where the account was stopped already. Source: none, the law says at once. `null`: never. */
  'stop.minutesFromRequest': {
    type: 'number',
    unit: 'minute',
    zh: '自收到指令至止付的分钟数',
    en: 'the minutes from the message to the stop',
    of: ({ record }) => minutesBetween(record.receivedAt, record.stoppedAt),
  },

  /** Unit: h, fractional. `null`: there is no stop, or one without an end. Source: 银发〔2016〕86号, item 2(1)2. */
  'stop.hours': {
    type: 'number',
    unit: 'hour',
    zh: '止付时长（小时）',
    en: 'the hours of the stop',
    of: ({ record }) => hoursBetween(record.stoppedAt, record.expiresAt),
  },

  /** 1 for the first stop of the account that the police ask for in a case, 2 for the next. Source: the same item. */
  'stop.sequence': {
    type: 'number',
    unit: 'time',
    zh: '第几次止付',
    en: 'which stop of the account it is',
    of: ({ record }) => record.stopSequence,
  },

  /** `null`: nobody was answered, known. Source: 银发〔2016〕86号, item 2(1)2. */
  'feedback.isSent': {
    type: 'boolean',
    zh: '已反馈止付结果',
    en: 'the police being answered',
    of: ({ record }) => isGiven(record.feedbackAt),
  },

  /** Unit: min, fractional. Source: none, a default of ours is compared. `null`: never. */
  'feedback.minutesFromRequest': {
    type: 'number',
    unit: 'minute',
    zh: '自收到指令至反馈的分钟数',
    en: 'the minutes from the message to the answer',
    of: ({ record }) => minutesBetween(record.receivedAt, record.feedbackAt),
  },

  /** A freezing order came before the stop ended: then it goes on as a freeze, which is a record of its own. */
  'stop.isFollowedByFreeze': {
    type: 'boolean',
    zh: '止付到期前已转冻结',
    en: 'a freeze following on the stop',
    of: ({ record }) => record.followedByFreeze,
  },

  /** `null`: the stop still stands, known. */
  'stop.isReleased': {
    type: 'boolean',
    zh: '止付已解除',
    en: 'the stop being released',
    of: ({ record }) => isGiven(record.releasedAt),
  },

  /** Unit: min, fractional, negative where it was released before its end. `null`: never, or there was no end. */
  'stop.minutesFromEndToRelease': {
    type: 'number',
    unit: 'minute',
    zh: '自止付到期至解除的分钟数',
    en: 'the minutes from the end of the stop to its release',
    of: ({ record }) => minutesBetween(record.expiresAt, record.releasedAt),
  },
});
