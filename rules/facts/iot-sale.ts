import type { IotSale } from '../../events/records/iot-sale/contract.ts';
import { daysFromTo, isInTimeFor } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { monthsBetween } from './months-between.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<IotSale>()({
  /** Always known: the sale is what the record reports. */
  'sale.isMade': {
    type: 'boolean',
    zh: '已销售物联网卡',
    en: 'the sale being made',
    of: ({ record }) => (record.soldAt === undefined ? undefined : true),
  },

  /** The cards are the first that the contract brings; later batches go by an assessment that still holds. */
  'sale.isFirstBatch': {
    type: 'boolean',
    zh: '为合同首批发卡',
    en: 'the batch being the first of its contract',
    of: ({ record }) => record.firstBatch,
  },

  /** Notice of 2018 on trade cards: not sold online. */
  'sale.isOnline': {
    type: 'boolean',
    zh: '通过网上商店销售',
    en: 'the cards being sold in an online shop',
    of: ({ record: { saleChannel } }) => (saleChannel === undefined ? undefined : saleChannel === 'online-shop'),
  },

  /** Article 12, paragraph 1. `null`: there is none, known. */
  'assessment.isOnFile': {
    type: 'boolean',
    zh: '风险评估有记录',
    en: 'a risk assessment being on file',
    of: ({ record }) => isGiven(record.assessmentId),
  },

  /** Article 12, paragraph 1. `null`: it was never made, known. */
  'assessment.isMade': {
    type: 'boolean',
    zh: '已作风险评估',
    en: 'the risk being assessed',
    of: ({ record }) => isGiven(record.assessedAt),
  },

  /** Article 12, paragraph 1: whoever fails is sold nothing. `null`: no result, known. */
  'assessment.result': {
    type: 'string',
    values: ['pass', 'fail'],
    zh: '风险评估结果',
    en: 'the result of the assessment',
    of: ({ record }) => record.result,
  },

  /** Article 12, paragraph 1. Never assessed (`null`) is not before the sale. */
  'assessment.isBeforeSale': {
    type: 'boolean',
    zh: '风险评估先于销售',
    en: 'the assessment coming before the sale',
    of: ({ record }) => isInTimeFor(record.assessedAt, record.soldAt),
  },

  /** Notice of 2018 on trade cards. Where no contract was signed (`null`), nothing came too late for it. */
  'assessment.isBeforeContract': {
    type: 'boolean',
    zh: '风险评估先于签约',
    en: 'the assessment coming before the contract',
    of: ({ record }) => isInTimeFor(record.assessedAt, record.contractSignedAt),
  },

  /** Notice of 2018 on trade cards: assess, sign, deliver. Never signed (`null`) is not before the sale. */
  'contract.isBeforeSale': {
    type: 'boolean',
    zh: '签约先于销售',
    en: 'the contract coming before the sale',
    of: ({ record }) => isInTimeFor(record.contractSignedAt, record.soldAt),
  },

  /** The assessment says until when it holds. `null`: it does not, known. */
  'validity.isStated': {
    type: 'boolean',
    zh: '评估载明有效期',
    en: 'the assessment stating its validity',
    of: ({ record }) => isGiven(record.validUntil),
  },

  /** Sold on the last valid day (+08:00) or before. `null` where no validity is stated. */
  'sale.isWithinValidity': {
    type: 'boolean',
    zh: '销售在评估有效期内',
    en: 'the sale falling within the validity of the assessment',
    of: ({ record }) => {
      const daysLate = daysFromTo(record.validUntil, record.soldAt);
      return typeof daysLate === 'number' ? daysLate <= 0 : daysLate;
    },
  },

  /** Calendar months, begun ones as whole, from the assessment to the sale. Unit: month. `null`: never assessed. */
  'assessment.monthsBeforeSale': {
    type: 'number',
    unit: 'month',
    zh: '评估至销售的月数',
    en: 'the months from the assessment to the sale',
    of: ({ record }) => monthsBetween(record.assessedAt, record.soldAt),
  },
});
