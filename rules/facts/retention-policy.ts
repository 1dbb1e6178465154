import type { RetentionPolicy } from '../../events/records/retention-policy/contract.ts';
import { factsOf } from './fact.ts';

export const facts = factsOf<RetentionPolicy>()({
  /** Each class has a law and a period of its own. */
  'retention.class': {
    type: 'string',
    values: ['network-log', 'phone-realname', 'customer-identity', 'transaction', 'pi-handling', 'domain-log'],
    zh: '资料类别',
    en: 'the class of records',
    of: ({ record }) => record.recordClass,
  },

  /** Unit: month, as configured on the day attested. */
  'retention.months': {
    type: 'number',
    unit: 'month',
    zh: '留存月数',
    en: 'the months for which they are kept',
    of: ({ record }) => record.policyMonths,
  },

  /** What the period is counted from; counted from sooner, the same months keep less. */
  'retention.anchor': {
    type: 'string',
    values: ['event', 'service-end', 'relationship-end', 'transaction-end'],
    zh: '留存起算点',
    en: 'what the period is counted from',
    of: ({ record }) => record.anchor,
  },

  /** No record was deleted while it was still to be kept. */
  'retention.isWhole': {
    type: 'boolean',
    zh: '没有提前删除',
    en: 'nothing being deleted before its time',
    of: ({ record: { deletedBeforeDue } }) => (deletedBeforeDue === undefined ? undefined : deletedBeforeDue === 0),
  },
});
