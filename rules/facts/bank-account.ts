import type { BankAccount } from '../../events/records/bank-account/contract.ts';
import { isInTimeFor } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isListedOn } from './lists.ts';
import { isAmong, rankWithin } from './rank-within.ts';
import { both } from './told.ts';

export const facts = factsOf<BankAccount>()({
  /** Always known: the opening is what the record reports. */
  'account.isOpened': {
    type: 'boolean',
    zh: '账户已开立',
    en: 'the account being opened',
    of: ({ record }) => (record.openedAt === undefined ? undefined : true),
  },

  /** Articles 15 and 16: beneficial owners are asked of entities, the count limit binds individuals. */
  'customer.type': {
    type: 'string',
    values: ['individual', 'enterprise', 'merchant', 'other'],
    zh: '客户类型',
    en: 'the type of customer',
    of: ({ record }) => record.customerType,
  },

  /** The customer was on the list of sanctioned subjects on the day of the opening. Article 31, paragraph 2. */
  'subject.isSanctioned': {
    type: 'boolean',
    zh: '开户当日属于惩戒对象',
    en: 'the customer being under a sanction on the day of the opening',
    of: ({ record, lists }) => isListedOn(lists, 'sanctioned-subjects', record.customerId, record.openedAt),
  },

  /** 银发〔2015〕392号: classes of personal settlement accounts. `null`: not a classified account, known. */
  'account.class': {
    type: 'string',
    values: ['I', 'II', 'III'],
    zh: '账户类别',
    en: 'the class of the account',
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
   * about `limit`. Source: article 16; 银发〔2016〕261号: per person and bank legal person, over all branches.
   */
  'account.rankInClass': {
    type: 'number',
    unit: 'place',
    zh: '该账户在同一客户同类账户中的排位',
    en: 'the place of this account among the accounts of its class that the customer holds',
    params: { class: 'string', statuses: 'list', limit: 'number' },
    counted: true,
    of: ({ holdings }, { class: ofClass, statuses, limit }) =>
      rankWithin(holdings, limit as number, ({ accountClass, status }) =>
        both(isAmong(accountClass, [ofClass as string]), isAmong(status, statuses as string[])),
      ),
  },

  /** Article 15. Never completed (`null`) is not before the opening. */
  'identification.isBeforeOpening': {
    type: 'boolean',
    zh: '客户尽职调查先于开户完成',
    en: 'customer due diligence being completed before the account was opened',
    of: ({ record }) => isInTimeFor(record.cddCompletedAt, record.openedAt),
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
});
