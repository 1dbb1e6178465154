import type { UserReminder } from '../../events/records/user-reminder/contract.ts';
import { isInTimeFor } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { both, either } from './told.ts';

export const facts = factsOf<UserReminder>()({
  /** The business event in which the user is to be told. Article 30, paragraph 1. */
  'event.type': {
    type: 'string',
    values: ['card-opening', 'account-opening', 'transfer', 'iot-sale', 'app-register', 'domain-register', 'other'],
    zh: '业务环节',
    en: 'the business event',
    of: ({ record }) => record.eventType,
  },

  /** Article 31, paragraph 1, lists what may not be sold, rented or lent. `null`: nothing of the kind was opened. */
  'product.type': {
    type: 'string',
    values: [
      'phone-card',
      'iot-card',
      'landline',
      'sms-port',
      'line',
      'bank-account',
      'payment-account',
      'internet-account',
    ],
    zh: '办理的产品',
    en: 'the product opened',
    of: ({ record }) => record.productType,
  },

  /** Article 30, paragraph 1. */
  'reminder.isShown': {
    type: 'boolean',
    zh: '已作防诈提示',
    en: 'the fraud reminder being shown',
    of: ({ record }) => record.reminderShown,
  },

  /** Article 30, paragraph 1: in the course of the business. Never shown (`null`) is not in time. */
  'reminder.isBeforeCompletion': {
    type: 'boolean',
    zh: '提示先于业务办结',
    en: 'the reminder coming before the event was completed',
    of: ({ record }) => isInTimeFor(record.shownAt, record.eventCompletedAt),
  },

  /** Article 30, paragraph 1, last clause: what selling, renting or lending the card or account entails. */
  'warning.isShown': {
    type: 'boolean',
    zh: '已作法律责任警示',
    en: 'the liability warning being given',
    of: ({ record }) => record.warningShown,
  },

  /**
   * The user acknowledged the warning by the time of activation, or `required` says that nobody need.
   * Source: none; the statute asks for a warning, not for a signature.
   */
  'warning.isAcknowledged': {
    type: 'boolean',
    zh: '用户在开通前确认了警示',
    en: 'the user acknowledging the warning before activation',
    params: { required: 'boolean' },
    of: ({ record: { ackType, ackAt, activatedAt } }, { required }) => {
      const isSigned = ackType === undefined ? undefined : ackType !== null && ackType !== 'none';
      const wasMade = ackAt === undefined ? undefined : ackAt !== null;
      return either(required === false, both(both(isSigned, wasMade), isInTimeFor(ackAt, activatedAt)));
    },
  },
});
