import type { PaymentAccount } from '../../events/records/payment-account/contract.ts';
import { factsOf } from './fact.ts';
import { isListedOn } from './lists.ts';
import { isAmong, rankWithin } from './rank-within.ts';
import { both } from './told.ts';

/** Sums are reported in fen and limited in yuan. */
const yuanOf = (fen: number | undefined): number | undefined => (fen === undefined ? undefined : fen / 100);

export const facts = factsOf<PaymentAccount>()({
  /** Always known: the opening is what the record reports. */
  'account.isOpened': {
    type: 'boolean',
    zh: '支付账户已开立',
    en: 'the payment account being opened',
    of: ({ record }) => (record.openedAt === undefined ? undefined : true),
  },

  /** The customer was on the list of sanctioned subjects on the day of the opening. Article 31, paragraph 2. */
  'subject.isSanctioned': {
    type: 'boolean',
    zh: '开户当日属于惩戒对象',
    en: 'the customer being under a sanction on the day of the opening',
    of: ({ record, lists }) => isListedOn(lists, 'sanctioned-subjects', record.customerId, record.openedAt),
  },

  /** 人民银行公告〔2015〕第43号: classes, and the limits that go with them, are of accounts of individuals. */
  'customer.type': {
    type: 'string',
    values: ['individual', 'unit'],
    zh: '客户类型',
    en: 'the type of customer',
    of: ({ record }) => record.customerType,
  },

  /** 人民银行公告〔2015〕第43号. `null`: not a classified account, known. */
  'account.class': {
    type: 'string',
    values: ['I', 'II', 'III'],
    zh: '支付账户类别',
    en: 'the class of the payment account',
    of: ({ record }) => record.accountClass,
  },

  /** As it stood when the record was made. */
  'account.status': {
    type: 'string',
    values: ['active', 'suspended', 'closed'],
    zh: '账户状态',
    en: 'the status of the account',
    of: ({ record }) => record.status,
  },

  /**
   * Place of this account among the counted ones of `class` that its holder has with the counting group, by opening,
   * from 1. Unit: place. Unknown without holdings, or while an earlier account of unknown class or status may decide
   * about `limit`. Source: 银发〔2016〕261号: one of class III per person and institution.
   */
  'account.rankInClass': {
    type: 'number',
    unit: 'place',
    zh: '该账户在同一客户同类支付账户中的排位',
    en: 'the place of this account among the payment accounts of its class that the customer holds',
    params: { class: 'string', statuses: 'list', limit: 'number' },
    counted: true,
    of: ({ holdings }, { class: ofClass, statuses, limit }) =>
      rankWithin(holdings, limit as number, ({ accountClass, status }) =>
        both(isAmong(accountClass, [ofClass as string]), isAmong(status, statuses as string[])),
      ),
  },

  /** Unit: channel. External ways, independent of one another, that confirmed the identity. */
  'identity.channels': {
    type: 'number',
    unit: 'channel',
    zh: '身份核验的外部渠道数',
    en: 'the external channels that verified the identity',
    of: ({ record }) => record.verifyChannels,
  },

  /** 人民银行公告〔2015〕第43号: instead of channels, for class II and III. */
  'identity.isSeenFaceToFace': {
    type: 'boolean',
    zh: '面对面核验身份',
    en: 'the identity being verified face to face',
    of: ({ record }) => record.faceToFace,
  },

  /** Unit: CNY, from fen. Payments from the balance since the opening. */
  'balancePayments.lifetimeYuan': {
    type: 'number',
    unit: 'CNY',
    zh: '开户以来累计余额付款（元）',
    en: 'the balance payments since the opening',
    of: ({ record }) => yuanOf(record.lifetimeBalancePayFen),
  },

  /** Unit: CNY, from fen. Payments from the balances of all the customer's accounts in the year of the check. */
  'balancePayments.yearYuan': {
    type: 'number',
    unit: 'CNY',
    zh: '本年累计余额付款（元）',
    en: 'the balance payments of the year',
    of: ({ record }) => yuanOf(record.yearBalancePayFen),
  },
});
