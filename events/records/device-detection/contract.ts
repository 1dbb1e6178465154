import { contract, type RecordOf } from '../../contract.ts';
import { identifier, instant, oneOf, orNone, recordId, words } from '../../fields.ts';

/** One illegal equipment or software found on the network, how it was cut off, and to whom it was reported. Article 14. */
export const deviceDetection = contract({
  kind: 'device-detection',
  sectors: ['telecom', 'internet'],
  title: { zh: '非法设备软件识别阻断与报告', en: 'Illegal equipment found, cut off and reported' },
  naturalKey: ['recordId'],
  lawDates: ['detectedAt'],
  periodDate: 'detectedAt',
  fields: {
    recordId,
    detectedAt: instant({ zh: '发现时间', en: 'Detected at', synonyms: ['识别时间', '监测时间'] }),
    deviceType: oneOf(
      {
        'sim-bank': { zh: '卡池', en: 'SIM bank' },
        goip: { zh: 'GOIP', en: 'GOIP' },
        'caller-altering': { zh: '改号设备', en: 'caller-altering equipment' },
        'virtual-dialer': { zh: '虚拟拨号', en: 'virtual dialler' },
        'account-switcher': { zh: '批量账号、网络地址自动切换系统', en: 'bulk account or address switching' },
        'code-platform': { zh: '短信验证、语音验证接码平台', en: 'code-receiving platform' },
        other: { zh: '其他', en: 'other' },
      },
      { zh: '设备类型', en: 'Type of equipment', synonyms: ['非法设备类型', '设备软件类型'] },
    ),
    blockedAt: orNone(instant({ zh: '阻断时间', en: 'Blocked at', synonyms: ['切断时间', '断网时间'] })),
    // The police may ask to wait until the evidence is taken.
    evidenceHoldRef: orNone(
      words(
        { zh: '公安暂缓阻断文号', en: 'Hold asked by the police', synonyms: ['暂缓处置文号', '取证暂缓文号'] },
        128,
      ),
    ),
    reportedPoliceAt: orNone(
      instant({ zh: '报告公安时间', en: 'Reported to the police at', synonyms: ['向公安报告时间', '移送公安时间'] }),
    ),
    reportedRegulatorAt: orNone(
      instant({
        zh: '报告主管部门时间',
        en: 'Reported to the competent department at',
        synonyms: ['向行业主管部门报告时间', '报告行业主管部门时间'],
      }),
    ),
    locationCode: orNone(
      identifier(
        { zh: '所在地区划代码', en: 'Area of the location', synonyms: ['所在地代码', '行政区划代码'] },
        { zh: '2、4 或 6 位行政区划代码', en: 'an area code of 2, 4 or 6 digits' },
        (value) =>
          /^[1-8]\d(?:\d{2}){0,2}$/.test(value)
            ? undefined
            : {
                code: 'AREA_CODE_FORM',
                cause: { zh: '行政区划代码应为 2、4 或 6 位数字。', en: 'An area code has 2, 4 or 6 digits.' },
                fix: { zh: '按 GB/T 2260 填写。', en: 'Give it as in GB/T 2260.' },
              },
      ),
    ),
  },
});

export type DeviceDetection = RecordOf<typeof deviceDetection.fields>;
