import type { CallTrafficIntl } from '../../events/records/call-traffic-intl/contract.ts';
import { factsOf } from './fact.ts';

const anyOf = (calls: number | undefined): boolean | undefined => (calls === undefined ? undefined : calls > 0);

export const facts = factsOf<CallTrafficIntl>()({
  /** Always known: that the gateway was looked at is what the record reports. */
  'gateway.isLookedAt': {
    type: 'boolean',
    zh: '已检查出入口局',
    en: 'the gateway being looked at',
    of: ({ record }) => (record.testedOn === undefined ? undefined : true),
  },

  /** Samples were drawn: of none, nothing can be told. */
  'samples.areDrawn': {
    type: 'boolean',
    zh: '已抽样测试',
    en: 'samples being drawn',
    of: ({ record }) => anyOf(record.sampleSize),
  },

  /** Article 13, paragraph 2: the country or region is shown, in one sample at least. */
  'origin.isShown': {
    type: 'boolean',
    zh: '能正确提示来电归属',
    en: 'the origin being shown correctly at all',
    of: ({ record }) => anyOf(record.samplesCorrect),
  },

  /** The share of samples whose origin was shown correctly; `null` where none were drawn. Unit: ratio, 0 to 1. */
  'origin.accuracy': {
    type: 'number',
    unit: 'ratio',
    zh: '归属提示正确率',
    en: 'the share of samples whose origin was shown correctly',
    of: ({ record: { sampleSize, samplesCorrect } }) => {
      if (sampleSize === 0) return null;
      return sampleSize === undefined || samplesCorrect === undefined ? undefined : samplesCorrect / sampleSize;
    },
  },

  /** Calls came from abroad with a domestic number. */
  'domesticNumber.isSeen': {
    type: 'boolean',
    zh: '有境外入局携带境内号码的呼叫',
    en: 'calls from abroad with a domestic number being seen',
    of: ({ record }) => anyOf(record.domesticPrefixFromAbroad),
  },

  /**
   * Calls from abroad with a domestic number that were put through although nobody verified a roaming user behind them.
   * Unit: call.
   */
  'domesticNumber.passed': {
    type: 'number',
    unit: 'call',
    zh: '未经核实即接续的携带境内号码呼叫数',
    en: 'the calls with a domestic number put through unverified',
    of: ({ record: { domesticPrefixFromAbroad: calls, roamingVerified, blockedCount } }) =>
      calls === undefined || roamingVerified === undefined || blockedCount === undefined
        ? undefined
        : calls - roamingVerified - blockedCount,
  },

  /** The pop-up reminder of overseas calls and messages, which carriers offer since March 2025. */
  'overseasReminder.isOn': {
    type: 'boolean',
    zh: '境外来电弹窗提醒已开启',
    en: 'the reminder of overseas calls being on',
    of: ({ record }) => record.popupEnabled,
  },
});
