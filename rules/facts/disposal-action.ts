import type { DisposalAction } from '../../events/records/disposal-action/contract.ts';
import { hoursBetween } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<DisposalAction>()({
  /** The article of 反电信网络诈骗法 on which the measure rests; article 32, paragraph 3, names whose measures are told. */
  'disposal.basis': {
    type: 'string',
    values: ['11', '12', '18', '20', '22', '32-2'],
    zh: '处置依据的条款',
    en: 'the article that the measure rests on',
    of: ({ record }) => record.basisArticle,
  },

  /** Article 32, paragraph 3. `null`: nobody was told, known. */
  'notice.isSent': {
    type: 'boolean',
    zh: '已告知当事人',
    en: 'the notice being sent',
    of: ({ record }) => isGiven(record.noticeSentAt),
  },

  /** Article 32, paragraph 3: 处置原因. */
  'notice.hasReason': {
    type: 'boolean',
    zh: '告知内容含处置原因',
    en: 'the notice saying why',
    of: ({ record }) => record.hasReason,
  },

  /** Article 32, paragraph 3: 救济渠道. */
  'notice.hasRemedyChannel': {
    type: 'boolean',
    zh: '告知内容含救济渠道',
    en: 'the notice saying where to appeal',
    of: ({ record }) => record.hasRemedyChannel,
  },

  /** Article 32, paragraph 3: 需要提交的资料. */
  'notice.hasMaterialsList': {
    type: 'boolean',
    zh: '告知内容含需要提交的资料',
    en: 'the notice listing the materials to hand in',
    of: ({ record }) => record.hasMaterialsList,
  },

  /** Unit: h, fractional, negative where told beforehand. Source: none, the law has no count. `null`: never told. */
  'notice.hoursAfterMeasure': {
    type: 'number',
    unit: 'hour',
    zh: '自处置至告知的小时数',
    en: 'the hours from the measure to the notice',
    of: ({ record }) => hoursBetween(record.takenAt, record.noticeSentAt),
  },
});
