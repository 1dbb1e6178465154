import type { DeviceDetection } from '../../events/records/device-detection/contract.ts';
import { hoursBetween, laterOf } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<DeviceDetection>()({
  /** Always known: that it was found is what the record reports. */
  'equipment.isDetected': {
    type: 'boolean',
    zh: '已发现非法设备、软件',
    en: 'illegal equipment or software being found',
    of: ({ record }) => (record.detectedAt === undefined ? undefined : true),
  },

  /** The police asked to leave it on the network for evidence, and the request has a number. `null`: they did not, known. */
  'hold.isAsked': {
    type: 'boolean',
    zh: '公安要求暂缓阻断',
    en: 'the police asking to wait for evidence',
    of: ({ record }) => isGiven(record.evidenceHoldRef),
  },

  /** Article 14, paragraph 2. `null`: never cut off, known. */
  'block.isMade': {
    type: 'boolean',
    zh: '已阻断接入网络',
    en: 'the equipment being cut off from the network',
    of: ({ record }) => isGiven(record.blockedAt),
  },

  /** Unit: h, fractional, between instants; `null` where it was never cut off. */
  'block.hoursFromDetection': {
    type: 'number',
    unit: 'hour',
    zh: '发现至阻断的小时数',
    en: 'the hours from the detection to the cut-off',
    of: ({ record }) => hoursBetween(record.detectedAt, record.blockedAt),
  },

  /** Article 14, paragraph 2: to the police. `null`: no report, known. */
  'police.isTold': {
    type: 'boolean',
    zh: '已报告公安机关',
    en: 'the police being told',
    of: ({ record }) => isGiven(record.reportedPoliceAt),
  },

  /** Article 14, paragraph 2: and to the competent department of the sector. `null`: no report, known. */
  'regulator.isTold': {
    type: 'boolean',
    zh: '已报告行业主管部门',
    en: 'the competent department being told',
    of: ({ record }) => isGiven(record.reportedRegulatorAt),
  },

  /** Unit: h, fractional, to the later of both reports; `null` where either was never made. */
  'reports.hoursFromDetection': {
    type: 'number',
    unit: 'hour',
    zh: '发现至两项报告均完成的小时数',
    en: 'the hours from the detection until both reports were made',
    of: ({ record: { detectedAt, reportedPoliceAt, reportedRegulatorAt } }) =>
      hoursBetween(detectedAt, laterOf(reportedPoliceAt, reportedRegulatorAt)),
  },
});
