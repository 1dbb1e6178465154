import type { CustomerDueDiligence } from '../../events/records/customer-due-diligence/contract.ts';
import { isInTimeFor } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { monthsBetween } from './months-between.ts';
import { isGiven, not } from './told.ts';

export const facts = factsOf<CustomerDueDiligence>()({
  /** Accounts of banks are judged as they are opened, by records of that kind. */
  'account.type': {
    type: 'string',
    values: ['bank-account', 'payment-account', 'acquiring'],
    zh: '账户或业务类型',
    en: 'the type of account',
    of: ({ record }) => record.accountType,
  },

  /** Article 15: beneficial owners are asked of customers that are no natural persons. */
  'customer.type': {
    type: 'string',
    values: ['individual', 'enterprise', 'merchant', 'other'],
    zh: '客户类型',
    en: 'the type of customer',
    of: ({ record }) => record.customerType,
  },

  /** Article 15. Never completed (`null`) is not before the opening. */
  'identification.isBeforeOpening': {
    type: 'boolean',
    zh: '客户尽职调查先于开户完成',
    en: 'customer due diligence being completed before the account was opened',
    of: ({ record }) => isInTimeFor(record.cddCompletedAt, record.accountOpenedAt),
  },

  /** `null`: never completed, known. */
  'identification.isCompleted': {
    type: 'boolean',
    zh: '客户尽职调查已完成',
    en: 'customer due diligence being completed',
    of: ({ record }) => isGiven(record.cddCompletedAt),
  },

  /** Article 15: knowing the customer includes what the relationship is for. */
  'identification.purposeIsRecorded': {
    type: 'boolean',
    zh: '业务关系目的已记录',
    en: 'the purpose of the relationship being recorded',
    of: ({ record }) => record.purposeRecorded,
  },

  /** Unit: person. Article 15: those behind the customer. */
  'beneficialOwners.count': {
    type: 'number',
    unit: 'person',
    zh: '已识别的受益所有人数',
    en: 'the number of beneficial owners identified',
    of: ({ record }) => record.beneficialOwnerCount,
  },

  /** Article 15. */
  'beneficialOwners.areVerified': {
    type: 'boolean',
    zh: '受益所有人身份已核实',
    en: 'the beneficial owners being verified',
    of: ({ record }) => record.beneficialOwnersVerified,
  },

  /** Not ended by the day of the check. `null`: never ended, known. */
  'relationship.isOngoing': {
    type: 'boolean',
    zh: '业务关系存续',
    en: 'the relationship going on',
    of: ({ record }) => not(isInTimeFor(record.relationshipEndedOn, record.checkedOn)),
  },

  /** 反洗钱法, articles 28 to 33: measures go by risk. `null`: never rated, known. */
  'customer.riskRating': {
    type: 'string',
    values: ['high', 'medium', 'low'],
    zh: '客户风险等级',
    en: 'the risk rating of the customer',
    of: ({ record }) => record.riskRating,
  },

  /**
   * Calendar months, begun ones as whole, from the last review, or from the opening where there was none yet, to the
   * check. Unit: month. Article 15: throughout the relationship.
   */
  'review.monthsAgo': {
    type: 'number',
    unit: 'month',
    zh: '距最近一次复核（未复核过的距开户）的月数',
    en: 'the months since the last review, or since the opening where there was none',
    of: ({ record: { lastReviewedAt, accountOpenedAt, checkedOn } }) =>
      monthsBetween(lastReviewedAt === null ? accountOpenedAt : lastReviewedAt, checkedOn),
  },
});
