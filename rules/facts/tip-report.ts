import type { TipReport } from '../../events/records/tip-report/contract.ts';
import { workingDaysFromTo } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<TipReport>()({
  /** Always known: the tip is what the record reports. */
  'tip.isReceived': {
    type: 'boolean',
    zh: '已收到举报',
    en: 'a tip being received',
    of: ({ record }) => isGiven(record.receivedAt),
  },

  /** Article 30, paragraph 3: 及时依法处理. Unit: working day; 0 on the day of the tip. `null`: never handled. */
  'tip.workingDaysToHandling': {
    type: 'number',
    unit: 'working day',
    zh: '自收到举报至首次处理的工作日数',
    en: 'the working days from the tip to its first handling',
    of: ({ record }) => workingDaysFromTo(record.receivedAt, record.handledAt),
  },

  /** Article 30, paragraph 3: 对举报人信息应当保密. */
  'informant.isSealed': {
    type: 'boolean',
    zh: '举报人身份已加密并限制查阅',
    en: 'the identity of the informant being sealed',
    of: ({ record }) => record.identitySealed,
  },

  /** Article 30, paragraph 3: rewards are for useful tips. `pending` is an answer: nobody has judged it yet. */
  'tip.validity': {
    type: 'string',
    values: ['pending', 'effective', 'ineffective'],
    zh: '线索有效性',
    en: 'the assessment of the tip',
    of: ({ record }) => record.validity,
  },

  /** `null`: still open, known. */
  'tip.isClosed': {
    type: 'boolean',
    zh: '举报已办结',
    en: 'the tip being closed',
    of: ({ record }) => isGiven(record.closedAt),
  },

  /** The authority's decision, not the enterprise's. Article 30, paragraph 3. `none` is an answer: it has not decided. */
  'tip.reward': {
    type: 'string',
    values: ['none', 'granted', 'refused'],
    zh: '奖励决定',
    en: 'the decision on a reward',
    of: ({ record }) => record.rewardDecision,
  },
});
