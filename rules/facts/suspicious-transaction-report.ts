import type { SuspiciousTransactionReport } from '../../events/records/suspicious-transaction-report/contract.ts';
import { workingDaysFromTo } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<SuspiciousTransactionReport>()({
  /** Article 18 of 反电信网络诈骗法 is about such transactions; the others are the matter of 反洗钱法 alone. */
  'transaction.isFraudRelated': {
    type: 'boolean',
    zh: '交易涉电信网络诈骗',
    en: 'telecom or online fraud being suspected',
    of: ({ record }) => record.fraudRelated,
  },

  /** Article 18, paragraph 2; 反洗钱法(2024修订), article 35. `null`: it was not, known. */
  'report.isSubmitted': {
    type: 'boolean',
    zh: '已提交可疑交易报告',
    en: 'the report being submitted',
    of: ({ record }) => isGiven(record.submittedAt),
  },

  /**
   * Unit: working day; 0 on the day of the confirmation. `null`: never. Source: 金融机构大额交易和可疑交易报告管理办法 as
   * first made; the amendment of 2018 is believed to ask for promptness instead.
   */
  'report.workingDaysToSubmission': {
    type: 'number',
    unit: 'working day',
    zh: '自确认可疑至提交报告的工作日数',
    en: 'the working days from the confirmation to the report',
    of: ({ record }) => workingDaysFromTo(record.confirmedAt, record.submittedAt),
  },

  /** The report is confidential: whoever it is about does not learn of it. Source: 反洗钱法(2024修订). */
  'customer.isTold': {
    type: 'boolean',
    zh: '客户知悉报告',
    en: 'the customer learning of the report',
    of: ({ record }) => record.customerTold,
  },
});
