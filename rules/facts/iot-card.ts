import type { IotCard } from '../../events/records/iot-card/contract.ts';
import { isInTimeFor } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isAmong, rankWithin } from './rank-within.ts';
import { both, either, isGiven } from './told.ts';

/** Whether an entry's field says something else than this; unknown where it was never reported. */
const isOtherThan = (value: unknown, one: string): boolean | undefined =>
  value === undefined ? undefined : value !== one;

export const facts = factsOf<IotCard>()({
  /** Always known: the opening is what the record reports. */
  'card.isOpened': {
    type: 'boolean',
    zh: '已开立物联网卡',
    en: 'the card being opened',
    of: ({ record }) => (record.openedAt === undefined ? undefined : true),
  },

  /** As it stood when the record was made. */
  'card.status': {
    type: 'string',
    values: ['active', 'suspended', 'cancelled', 'pending'],
    zh: '卡状态',
    en: 'the status of the card',
    of: ({ record }) => record.cardStatus,
  },

  /** Article 12, paragraph 1: cards are sold to units, and to persons. */
  'customer.type': {
    type: 'string',
    values: ['unit', 'individual'],
    zh: '客户类型',
    en: 'the type of customer',
    of: ({ record }) => record.customerType,
  },

  /** Article 12, paragraph 1. A card never activated (`null`) was not activated early. */
  'registration.isBeforeActivation': {
    type: 'boolean',
    zh: '登记先于激活',
    en: 'registration coming before activation',
    of: ({ record }) => isInTimeFor(record.registeredAt, record.activatedAt),
  },

  /** Article 12, paragraph 1. `null`: no licence is registered, known. */
  'unit.isIdentified': {
    type: 'boolean',
    zh: '已登记单位证件',
    en: 'the licence of the unit being registered',
    of: ({ record }) => isGiven(record.unitLicenceNo),
  },

  /** Article 12, paragraph 1. `null`: nobody is registered as responsible, known. */
  'responsiblePerson.isIdentified': {
    type: 'boolean',
    zh: '已登记单位责任人',
    en: 'the person responsible at the unit being registered',
    of: ({ record }) => isGiven(record.responsiblePersonId),
  },

  /** The card is registered to whoever really uses it. `null`: to nobody, known. Notices of 2020. */
  'endUser.isRegistered': {
    type: 'boolean',
    zh: '已登记实际使用人',
    en: 'the actual user being registered',
    of: ({ record }) => isGiven(record.endUserId),
  },

  /**
   * The card counts for a person: an actual user is registered. Known of every card found among what a person holds, whose
   * record need not be at hand. Notices of 2020.
   */
  'card.hasActualUser': {
    type: 'boolean',
    zh: '卡登记在实际使用人名下',
    en: 'the card being held by an actual user',
    counted: true,
    of: ({ record, holdings }) => (holdings === undefined ? isGiven(record.endUserId) : true),
  },

  /** Directed traffic reaches named destinations only. Notices of 2020. */
  'traffic.type': {
    type: 'string',
    values: ['directed', 'general'],
    zh: '流量类型',
    en: 'the kind of traffic',
    of: ({ record }) => record.trafficType,
  },

  /** The monthly quota is above `quota` MB; where there is no quota (`null`), traffic has no bound and is. */
  'traffic.exceedsQuota': {
    type: 'boolean',
    zh: '月流量超出限额',
    en: 'the monthly traffic being above the limit',
    params: { quota: 'number' },
    of: ({ record: { monthlyQuotaMb } }, { quota }) =>
      monthlyQuotaMb === undefined ? undefined : monthlyQuotaMb === null || monthlyQuotaMb > (quota as number),
  },

  /** An approval of an exception is on file. `null`: none, known. */
  'exception.isApproved': {
    type: 'boolean',
    zh: '例外已获批准',
    en: 'an exception being approved',
    of: ({ record }) => isGiven(record.exceptionApprovalRef),
  },

  /** Unit: digit. Source: the numbering plan. */
  'number.digits': {
    type: 'number',
    unit: 'digit',
    zh: '号码位数',
    en: 'the digits of the number',
    of: ({ record }) => record.numberLength,
  },

  /**
   * Place of this card among those that its actual user has with the counting group, by opening, from 1; cards of a unit
   * with directed traffic do not count. Unit: place. Unknown without holdings, or while an earlier card of unknown type or
   * status may decide about `limit`. Source: article 12; notices of 2020.
   */
  'card.rankAmongHeld': {
    type: 'number',
    unit: 'place',
    zh: '该卡在同一实际使用人名下计数卡中的排位',
    en: 'the place of this card among the counted cards of its actual user',
    params: { statuses: 'list', limit: 'number' },
    counted: true,
    of: ({ holdings }, { statuses, limit }) =>
      rankWithin(holdings, limit as number, ({ customerType, trafficType, cardStatus }) =>
        both(
          isAmong(cardStatus, statuses as string[]),
          either(isOtherThan(customerType, 'unit'), isOtherThan(trafficType, 'directed')),
        ),
      ),
  },
});
