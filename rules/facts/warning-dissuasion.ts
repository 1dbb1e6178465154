import type { WarningDissuasion } from '../../events/records/warning-dissuasion/contract.ts';
import { hoursBetween, minutesBetween } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { both, isGiven } from './told.ts';

export const facts = factsOf<WarningDissuasion>()({
  /** Always known: the warning is what the record reports. */
  'warning.isReceived': {
    type: 'boolean',
    zh: '已收到预警',
    en: 'a warning being received',
    of: ({ record }) => isGiven(record.receivedAt),
  },

  /** Article 34: 根据情况. The levels are those of the warning system, not of the law. */
  'warning.level': {
    type: 'string',
    values: ['high', 'medium', 'low'],
    zh: '预警等级',
    en: 'the level of the warning',
    of: ({ record }) => record.riskLevel,
  },

  /** Article 34: 采取相应劝阻措施. An action without a time (`null`) was not taken. */
  'action.isTaken': {
    type: 'boolean',
    zh: '已采取劝阻措施',
    en: 'an action of dissuasion being taken',
    of: ({ record: { action, actedAt } }) =>
      both(action === undefined ? undefined : action !== 'none', isGiven(actedAt)),
  },

  /** Unit: min, fractional, between instants. Source: none, article 34 says 及时. `null`: never acted. */
  'action.minutesFromWarning': {
    type: 'number',
    unit: 'minute',
    zh: '自收到预警至采取措施的分钟数',
    en: 'the minutes from the warning to the action',
    of: ({ record }) => minutesBetween(record.receivedAt, record.actedAt),
  },

  /** Whether somebody spoke with the person warned of. */
  'person.isReached': {
    type: 'boolean',
    zh: '已联系到本人',
    en: 'the person being reached',
    of: ({ record }) => record.reached,
  },

  /** Article 34: the police organise the system, and go where nobody answers. */
  'police.isAsked': {
    type: 'boolean',
    zh: '已转属地公安',
    en: 'the warning being handed to the local police',
    of: ({ record }) => record.escalatedToPolice,
  },

  /** `open` is an answer: it has not ended. */
  'warning.outcome': {
    type: 'string',
    values: ['dissuaded', 'already-paid', 'not-reached', 'false-alarm', 'open'],
    zh: '劝阻结果',
    en: 'the outcome',
    of: ({ record }) => record.outcome,
  },

  /** Unit: h, fractional, between instants. Source: none. `null`: still open, known. */
  'warning.hoursToClose': {
    type: 'number',
    unit: 'hour',
    zh: '自收到预警至反馈办结的小时数',
    en: 'the hours from the warning to its closing',
    of: ({ record }) => hoursBetween(record.receivedAt, record.closedAt),
  },
});
