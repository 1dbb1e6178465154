import type { IotResale } from '../../events/records/iot-resale/contract.ts';
import { daysFromTo, isInTimeFor } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<IotResale>()({
  /** Always known: the end of the period is what the record reports. */
  'resale.isReported': {
    type: 'boolean',
    zh: '已报告再销售情况',
    en: 'the resale being reported',
    of: ({ record }) => (record.periodEnd === undefined ? undefined : true),
  },

  /** Article 12, paragraph 2: whoever buys a device is verified and registered. */
  'resale.hasSales': {
    type: 'boolean',
    zh: '已有设备售出',
    en: 'devices having been sold',
    of: ({ record: { sold } }) => (sold === undefined ? undefined : sold !== null && sold > 0),
  },

  /** Article 12, paragraph 2. `null`: nothing was returned, known. */
  'data.isReturned': {
    type: 'boolean',
    zh: '已回传数据',
    en: 'the data being returned',
    of: ({ record }) => isGiven(record.transmittedAt),
  },

  /** The statute names no period: the contract may. `null`: it does not, known. */
  'dueDate.isAgreed': {
    type: 'boolean',
    zh: '合同约定了回传期限',
    en: 'the contract saying by when data are due',
    of: ({ record }) => isGiven(record.dueAt),
  },

  /** Whether the data came by the agreed time. `null`: none was agreed. */
  'data.isInAgreedTime': {
    type: 'boolean',
    zh: '在约定期限内回传',
    en: 'the data being returned by the agreed time',
    of: ({ record: { transmittedAt, dueAt } }) => (dueAt === null ? null : isInTimeFor(transmittedAt, dueAt)),
  },

  /** Civil days (+08:00), the last of the period not counted. Unit: day. `null` where nothing was returned. */
  'data.daysAfterPeriod': {
    type: 'number',
    unit: 'day',
    zh: '期末至回传的天数',
    en: 'the days from the end of the period to the return of the data',
    of: ({ record }) => daysFromTo(record.periodEnd, record.transmittedAt),
  },

  /**
   * Cards by which those bought and those sold, in stock or cancelled differ, whichever are more. Unit: card. Unknown
   * while one of the four is. Article 12, paragraph 2: the operator can reconcile what it is told.
   */
  'cards.unaccounted': {
    type: 'number',
    unit: 'card',
    zh: '账实不符的卡数',
    en: 'the number of cards not accounted for',
    of: ({ record: { purchased, sold, stock, cancelled } }) =>
      typeof purchased === 'number' &&
      typeof sold === 'number' &&
      typeof stock === 'number' &&
      typeof cancelled === 'number'
        ? Math.abs(purchased - sold - stock - cancelled)
        : undefined,
  },

  /** Devices by which those sold and those whose buyer is registered differ. Unit: device. Article 12, paragraph 2. */
  'buyers.unmatched': {
    type: 'number',
    unit: 'device',
    zh: '已售设备与已登记买方的差数',
    en: 'the number of devices sold without a registered buyer, or registered without a sale',
    of: ({ record: { sold, endUsersRegistered } }) =>
      typeof sold === 'number' && typeof endUsersRegistered === 'number'
        ? Math.abs(sold - endUsersRegistered)
        : undefined,
  },
});
