import type { ViolationLead } from '../../events/records/violation-lead/contract.ts';
import { hoursBetween } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<ViolationLead>()({
  /** Always known: that the conduct was confirmed is what the record reports. */
  'conduct.isConfirmed': {
    type: 'boolean',
    zh: '行为已查实',
    en: 'the conduct being confirmed',
    of: ({ record }) => (record.confirmedAt === undefined ? undefined : true),
  },

  /** Articles 14, 25 and 31, paragraph 1 of each: which of them forbids it goes by what was done, and with what. */
  'conduct.type': {
    type: 'string',
    values: [
      'buy-sell',
      'rent',
      'lend',
      'identity-check-aid',
      'impersonated-opening',
      'fictitious-agency',
      'device-or-software',
      'sell-personal-info',
      'laundering',
      'other-aid',
    ],
    zh: '行为类型',
    en: 'the kind of conduct',
    of: ({ record }) => record.conductType,
  },

  /** `null`: no card, account or device was involved, known. */
  'object.type': {
    type: 'string',
    values: [
      'phone-card',
      'iot-card',
      'landline',
      'line',
      'sms-port',
      'bank-account',
      'payment-account',
      'internet-account',
      'e-cny-wallet',
      'device',
    ],
    zh: '对象类型',
    en: 'what was traded or used',
    of: ({ record }) => record.objectType,
  },

  /** Unit: item. Source of the count: 联合惩戒办法, article 3. */
  'object.count': {
    type: 'number',
    unit: 'item',
    zh: '涉及的卡、账户等数量',
    en: 'the number of cards or accounts',
    of: ({ record }) => record.objectCount,
  },

  /** Unit: time. Source of the count: 联合惩戒办法, article 3. */
  'conduct.times': {
    type: 'number',
    unit: 'time',
    zh: '行为次数',
    en: 'the number of times',
    of: ({ record }) => record.timesCount,
  },

  /** Unit: person. Source of the count: 联合惩戒办法, article 3. */
  'recipient.count': {
    type: 'number',
    unit: 'person',
    zh: '提供对象人数',
    en: 'the number of recipients',
    of: ({ record }) => record.recipientCount,
  },

  /** Staff and agents are the enterprise’s own people; customers and outsiders are not. */
  'party.type': {
    type: 'string',
    values: ['staff', 'agent', 'customer', 'outsider'],
    zh: '行为人类型',
    en: 'who did it',
    of: ({ record }) => record.partyType,
  },

  /** `null`: it never was, known. */
  'transfer.isMade': {
    type: 'boolean',
    zh: '已移送公安机关',
    en: 'the case being passed to the police',
    of: ({ record }) => isGiven(record.transferredToPoliceAt),
  },

  /** Unit: h, fractional, negative where the police knew first. `null`: never passed on. Source: none. */
  'transfer.hoursFromConfirmation': {
    type: 'number',
    unit: 'hour',
    zh: '自查实至移送公安的小时数',
    en: 'the hours from confirmation to the transfer to the police',
    of: ({ record }) => hoursBetween(record.confirmedAt, record.transferredToPoliceAt),
  },
});
