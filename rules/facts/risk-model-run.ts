import type { RiskModelRun } from '../../events/records/risk-model-run/contract.ts';
import { factsOf } from './fact.ts';

export const facts = factsOf<RiskModelRun>()({
  /** Authorities' lists named numbers on that day. Article 11; notice of 2021. */
  'listedNumbers.areReceived': {
    type: 'boolean',
    zh: '当日收到名单号码',
    en: 'listed numbers being received on the day',
    of: ({ record: { listedReceived } }) => (listedReceived === undefined ? undefined : listedReceived > 0),
  },

  /** Numbers received of which none was made a risk card. Unit: number. Article 11; notice of 2021. */
  'listedNumbers.leftOut': {
    type: 'number',
    unit: 'number',
    zh: '未纳入监测识别的名单号码数',
    en: 'the listed numbers that were not taken up',
    of: ({ record: { listedReceived, listedTakenUp } }) =>
      listedReceived === undefined || listedTakenUp === undefined
        ? undefined
        : Math.max(0, listedReceived - listedTakenUp),
  },
});
