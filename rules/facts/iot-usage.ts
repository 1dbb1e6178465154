import type { IotUsage } from '../../events/records/iot-usage/contract.ts';
import { hoursBetween } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { both, isGiven } from './told.ts';

export const facts = factsOf<IotUsage>()({
  /** Always known: the end of the window is what the record reports. */
  'use.isReported': {
    type: 'boolean',
    zh: '已报告使用情况',
    en: 'the use being reported',
    of: ({ record }) => (record.windowEnd === undefined ? undefined : true),
  },

  /**
   * Devices seen in the window that the card is not bound to. Unit: device. No device seen needs no binding to be
   * known; a card bound to none (`null` or empty) was used in none of its own. Source: article 12, paragraph 3.
   */
  'use.unboundDevices': {
    type: 'number',
    unit: 'device',
    zh: '出现的未绑定设备数',
    en: 'the number of devices seen to which the card is not bound',
    of: ({ record: { deviceIdsSeen: seen, boundDeviceIds: bound } }) => {
      if (seen === undefined) return undefined;
      if (seen === null || seen.length === 0) return 0;
      return bound === undefined ? undefined : new Set(seen.filter((id) => !bound?.includes(id))).size;
    },
  },

  /** Unit: second. Article 12, paragraph 3. */
  'use.voiceSeconds': {
    type: 'number',
    unit: 'second',
    zh: '语音时长',
    en: 'the seconds of voice',
    of: ({ record }) => record.voiceSeconds,
  },

  /** Unit: destination. Places reached outside the allow-list. Article 12, paragraph 3. */
  'use.offListDestinations': {
    type: 'number',
    unit: 'destination',
    zh: '白名单外的访问目的数',
    en: 'the number of destinations outside the allow-list',
    of: ({ record }) => record.offListDestinations,
  },

  /**
   * Traffic beyond `factor` times the monthly quota; 0 within it. Unit: MB. No traffic needs no quota to be known;
   * without a quota (`null`) there is nothing to exceed. Source: article 12, paragraph 3.
   */
  'use.mbBeyondQuota': {
    type: 'number',
    unit: 'MB',
    zh: '超出月流量配额容许倍数的流量',
    en: 'the traffic beyond the tolerated multiple of the monthly quota',
    params: { factor: 'number' },
    of: ({ record: { trafficMb, monthlyQuotaMb } }, { factor }) => {
      if (trafficMb === 0 || trafficMb === null || monthlyQuotaMb === null) return 0;
      if (trafficMb === undefined || monthlyQuotaMb === undefined) return undefined;
      return Math.max(0, trafficMb - monthlyQuotaMb * (factor as number));
    },
  },

  /** Article 12, paragraph 3: use is watched with alerts. `null`: none was raised, known. */
  'alert.isRaised': {
    type: 'boolean',
    zh: '已产生预警',
    en: 'an alert being raised',
    of: ({ record }) => isGiven(record.alertRaisedAt),
  },

  /** Article 12, paragraph 3: suspended, checked again or treated as the contract says. A measure has its time. */
  'disposal.isTaken': {
    type: 'boolean',
    zh: '已采取处置措施',
    en: 'a measure being taken',
    of: ({ record: { action, actionAt } }) =>
      both(action === undefined ? undefined : action !== null && action !== 'none', isGiven(actionAt)),
  },

  /** Unit: h, fractional, between instants. `null` where there was no alert or no measure. */
  'disposal.hoursFromAlert': {
    type: 'number',
    unit: 'hour',
    zh: '预警至处置的小时数',
    en: 'the hours from the alert to the measure',
    of: ({ record }) => hoursBetween(record.alertRaisedAt, record.actionAt),
  },

  /** Article 12, paragraph 1. A gateway may be bound to several devices; `null` or empty is none. */
  'card.isBoundToDevice': {
    type: 'boolean',
    zh: '已机卡绑定',
    en: 'the card being bound to a device',
    of: ({ record }) => isGiven(record.boundDeviceIds),
  },

  /** Article 12, paragraph 1. A scenario that was never agreed or never set (`null`) is not the agreed one. */
  'scenario.isAsContracted': {
    type: 'boolean',
    zh: '使用场景与合同一致',
    en: 'the scenario being that of the contract',
    of: ({ record: { scenarioCode, contractScenarioCode } }) => {
      if (scenarioCode === null || contractScenarioCode === null) return false;
      if (scenarioCode === undefined || contractScenarioCode === undefined) return undefined;
      return scenarioCode === contractScenarioCode;
    },
  },

  /** Notice of 2018 on trade cards: voice is closed. */
  'function.voiceIsEnabled': {
    type: 'boolean',
    zh: '语音功能开通',
    en: 'voice being enabled',
    of: ({ record }) => record.voiceEnabled,
  },

  /** Notice of 2018 on trade cards: SMS is not opened in principle. */
  'function.smsIsEnabled': {
    type: 'boolean',
    zh: '短信功能开通',
    en: 'SMS being enabled',
    of: ({ record }) => record.smsEnabled,
  },

  /** Notice of 2018 on trade cards: SMS, where opened, to and from named peers only. */
  'function.smsHasWhitelist': {
    type: 'boolean',
    zh: '短信限于白名单',
    en: 'SMS being limited to a list of peers',
    of: ({ record }) => isGiven(record.smsWhitelist),
  },

  /** An approval of an exception is on file. `null`: none, known. */
  'exception.isApproved': {
    type: 'boolean',
    zh: '例外已获批准',
    en: 'an exception being approved',
    of: ({ record }) => isGiven(record.exceptionApprovalRef),
  },

  /** Access is limited to named destinations. Article 12, paragraph 1. */
  'function.accessIsDirected': {
    type: 'boolean',
    zh: '定向访问',
    en: 'access being limited to named destinations',
    of: ({ record }) => record.directedAccess,
  },

  /** The card is registered to whoever really uses it. */
  'endUser.isRegistered': {
    type: 'boolean',
    zh: '已登记实际使用人',
    en: 'the actual user being registered',
    of: ({ record }) => record.endUserRegistered,
  },
});
