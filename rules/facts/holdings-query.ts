import type { HoldingsQuery } from '../../events/records/holdings-query/contract.ts';
import { hoursBetween, workingDaysFromTo } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { both, isGiven } from './told.ts';

export const facts = factsOf<HoldingsQuery>()({
  /** Always known: the receipt is what the record reports. */
  'query.isReceived': {
    type: 'boolean',
    zh: '已收到查询',
    en: 'the query being received',
    of: ({ record }) => (record.receivedAt === undefined ? undefined : true),
  },

  /** Articles 10, paragraph 3, and 16, paragraph 3. `null`: never answered, known. */
  'query.isAnswered': {
    type: 'boolean',
    zh: '已答复查询',
    en: 'the query being answered',
    of: ({ record }) => isGiven(record.answeredAt),
  },

  /** Unit: h, fractional, between instants. `null` where there was no answer. */
  'query.hoursToAnswer': {
    type: 'number',
    unit: 'hour',
    zh: '受理至答复的小时数',
    en: 'the hours from receipt to answer',
    of: ({ record }) => hoursBetween(record.receivedAt, record.answeredAt),
  },

  /** The user says that a card or account is not theirs. Notice of 2019, item 3. */
  'dispute.isRaised': {
    type: 'boolean',
    zh: '用户提出异议',
    en: 'the user disputing a card or account',
    of: ({ record }) => record.disputed,
  },

  /** A dispute is cleared with a time and a result. `null` in either: not cleared, known. Notice of 2019, item 3. */
  'dispute.isCleared': {
    type: 'boolean',
    zh: '异议已核查办结',
    en: 'the dispute being cleared with a result',
    of: ({ record }) => both(isGiven(record.disputeClosedAt), isGiven(record.disputeResult)),
  },

  /** Working days, the day of receipt not counted. Unit: working day. `null` where the dispute was never closed. */
  'dispute.workingDaysToClose': {
    type: 'number',
    unit: 'working day',
    zh: '受理至异议办结的工作日数',
    en: 'the working days from receipt to the end of the dispute',
    of: ({ record }) => workingDaysFromTo(record.receivedAt, record.disputeClosedAt),
  },
});
