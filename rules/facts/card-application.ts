import type { CardApplication } from '../../events/records/card-application/contract.ts';
import { factsOf } from './fact.ts';

export const facts = factsOf<CardApplication>()({
  /**
   * Some sign among `indicators` was seen; other signs that an enterprise notes do not count. An empty list is none,
   * known. Article 10, paragraph 2.
   */
  'application.isAbnormal': {
    type: 'boolean',
    zh: '办卡申请存在异常情形',
    en: 'the application showing an abnormal sign',
    params: { indicators: 'list' },
    of: ({ record: { abnormalFlags } }, { indicators }) =>
      abnormalFlags?.some((sign) => (indicators as string[]).includes(sign)),
  },

  /** Article 10, paragraph 2: the operator may check further. */
  'application.isCheckedFurther': {
    type: 'boolean',
    zh: '已加强核查',
    en: 'a further check being made',
    of: ({ record }) => record.enhancedCheckDone,
  },

  /** Article 10, paragraph 2: or refuse. */
  'application.decision': {
    type: 'string',
    values: ['approve', 'refuse'],
    zh: '受理结果',
    en: 'the decision on the application',
    of: ({ record }) => record.decision,
  },

  /** `null`: no reason was given, known. Source: none; good practice. */
  'refusal.isReasoned': {
    type: 'boolean',
    zh: '已告知拒办理由',
    en: 'the applicant being told why',
    of: ({ record }) => record.reasonGiven,
  },
});
