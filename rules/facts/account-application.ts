import type { AccountApplication } from '../../events/records/account-application/contract.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<AccountApplication>()({
  /** What looked abnormal; the first three are those of 银发〔2016〕261号, item 1(6). Empty: nothing did, known. */
  'application.signs': {
    type: 'list',
    values: ['identity-doubt', 'organised-batch', 'illegal-purpose', 'on-risk-list', 'other'],
    zh: '异常开户情形',
    en: 'the abnormal signs of the application',
    of: ({ record }) => record.abnormalFlags,
  },

  /** 银发〔2016〕261号, item 1(6): whoever is in doubt is asked for a further document. */
  'proof.isGiven': {
    type: 'boolean',
    zh: '已出示辅助证明',
    en: 'further proof being given',
    of: ({ record }) => record.extraProofGiven,
  },

  /** Article 16, paragraph 2: a check beyond the usual. */
  'application.isCheckedFurther': {
    type: 'boolean',
    zh: '已加强核查',
    en: 'a further check being made',
    of: ({ record }) => record.enhancedCheckDone,
  },

  /** Article 16, paragraph 2: opened, opened with limits, or refused. */
  'application.decision': {
    type: 'string',
    values: ['open', 'open-limited', 'refuse'],
    zh: '受理结果',
    en: 'the decision',
    of: ({ record }) => record.decision,
  },

  /** `null` says that there was nothing to give a reason for. */
  'refusal.isReasoned': {
    type: 'boolean',
    zh: '已告知拒绝理由',
    en: 'the reason being given',
    of: ({ record }) => record.reasonGiven,
  },

  /** Unit: applicant, this one included; of one branch and day, by the branch's own count. */
  'applicants.together': {
    type: 'number',
    unit: 'applicant',
    zh: '当日同一陪同人、电话或者地址的申请人数',
    en: 'the applicants of the day who share a companion, phone or address',
    of: ({ record }) => record.sharedApplicants,
  },

  /** An employer arranged the openings to pay wages, and the agreement has a number. `null`: none, known. */
  'payroll.isAgreed': {
    type: 'boolean',
    zh: '有代发工资协议',
    en: 'a payroll agreement being there',
    of: ({ record }) => isGiven(record.payrollAgreementRef),
  },
});
