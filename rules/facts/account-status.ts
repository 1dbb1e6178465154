import type { AccountStatus } from '../../events/records/account-status/contract.ts';
import { civilDayOf, daysFromTo, isInTimeFor } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { holdersBefore } from './holders-before.ts';
import { monthsLater } from './months-between.ts';
import { both, isGiven, not } from './told.ts';

/** The last civil day on which a first use still comes in time. */
const lastDayToUse = (openedAt: string | undefined, months: number): string | undefined =>
  openedAt === undefined ? undefined : monthsLater(openedAt.slice(0, 10), months);

/** Not used by that day: unknown while nobody said, and while the day is still to come when the account is checked. */
const isUnusedBy = (lastDay: string, { firstTxnAt, checkedOn }: AccountStatus): boolean | undefined => {
  const usedOn = civilDayOf(firstTxnAt);
  if (typeof usedOn === 'string' && usedOn <= lastDay) return false;
  if (checkedOn !== undefined && checkedOn <= lastDay) return false;
  return usedOn === undefined || checkedOn === undefined ? undefined : true;
};

export const facts = factsOf<AccountStatus>()({
  /** As it stood on the day of the check. */
  'account.isClosed': {
    type: 'boolean',
    zh: '账户已销户',
    en: 'the account being closed',
    of: ({ record: { status } }) => (status === undefined ? undefined : status === 'closed'),
  },

  /**
   * The account had no transaction within so many calendar months of its opening, and they were over on the day of the
   * check. A first transaction of `null` never was, known. Source: 银发〔2016〕261号, item 1(6).
   */
  'account.isUnusedSinceOpening': {
    type: 'boolean',
    zh: '开户后规定月数内无交易',
    en: 'the account having had no transaction within the months after its opening',
    params: { months: 'number' },
    of: ({ record }, { months }) => {
      const lastDay = lastDayToUse(record.openedAt, months as number);
      return lastDay === undefined ? undefined : isUnusedBy(lastDay, record);
    },
  },

  /** Of a bank account what is done away from the counter, of a payment account everything. `null`: never, known. */
  'suspension.isMade': {
    type: 'boolean',
    zh: '已暂停业务',
    en: 'the service being suspended',
    of: ({ record }) => isGiven(record.serviceSuspendedAt),
  },

  /**
   * Civil days from the last of so many months after the opening to the suspension. Unit: d, negative where it came before;
   * `null` where there was none.
   */
  'suspension.daysFromLastDay': {
    type: 'number',
    unit: 'day',
    zh: '规定月数届满至暂停业务的天数',
    en: 'the days from the end of the months to the suspension',
    params: { months: 'number' },
    of: ({ record: { openedAt, serviceSuspendedAt } }, { months }) =>
      daysFromTo(lastDayToUse(openedAt, months as number), serviceSuspendedAt),
  },

  /** `null`: never resumed, known. */
  'resumption.isMade': {
    type: 'boolean',
    zh: '已恢复业务',
    en: 'the service being resumed',
    of: ({ record }) => isGiven(record.resumedAt),
  },

  /** At the same instant counts. Never checked again (`null`) is not before it. Source: 银发〔2016〕261号, item 1(6). */
  'resumption.isAfterIdentityCheck': {
    type: 'boolean',
    zh: '先重新核实身份后恢复业务',
    en: 'identity being checked again before the service was resumed',
    of: ({ record }) => isInTimeFor(record.reverifiedAt, record.resumedAt),
  },

  /**
   * The customer gave a phone, known of every account found among those of one phone, whose record need not be at hand.
   * `null`: none, known.
   */
  'phone.isGiven': {
    type: 'boolean',
    zh: '已登记联系电话',
    en: 'a contact phone being on file',
    counted: true,
    of: ({ record, holdings }) => (holdings === undefined ? isGiven(record.contactPhone) : true),
  },

  /**
   * Other customers of the counting group who gave the same phone before this one did, each by the opening of the first
   * account that is not closed. Unit: person or unit. Unknown without holdings, or while an account of an unknown customer or
   * status may decide about `limit`. Source: 银发〔2016〕261号, item 1(7).
   */
  'phone.customersBefore': {
    type: 'number',
    unit: 'customer',
    zh: '此前使用同一联系电话的其他客户数',
    en: 'the number of other customers who gave the same phone before',
    params: { limit: 'number' },
    counted: true,
    of: ({ holdings }, { limit }) =>
      holdersBefore(
        holdings,
        limit as number,
        ({ customerId }) => (typeof customerId === 'string' ? customerId : undefined),
        ({ status }) => (status === undefined ? undefined : status !== 'closed'),
      ),
  },

  /** `null`: no reason was found, known. Source: 银发〔2016〕261号, item 1(7). */
  'sharing.isExplained': {
    type: 'boolean',
    zh: '共用联系电话已说明原因',
    en: 'a reason for sharing the phone being on file',
    of: ({ record }) => isGiven(record.sharedPhoneReason),
  },

  /** Suspended, and not resumed since. */
  'service.isSuspended': {
    type: 'boolean',
    zh: '业务处于暂停状态',
    en: 'the service standing suspended',
    of: ({ record }) => both(isGiven(record.serviceSuspendedAt), not(isGiven(record.resumedAt))),
  },
});
