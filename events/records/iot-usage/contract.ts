import { contract, type RecordOf } from '../../contract.ts';
import { amount, count, flag, identifier, instant, listOf, oneOf, orNone, recordId, words } from '../../fields.ts';
import { iccidFault, imeiFault } from '../../identifiers/cards-and-devices.ts';

const device = { zh: 'IMEI（15 位）或模组编号的列表', en: 'a list of IMEIs (15 digits) or module ids' };

/** What has fifteen digits claims to be an IMEI and must be one; modules have ids of their makers. */
const deviceFault = (value: string) => (/^\d{15}$/.test(value) ? imeiFault(value) : undefined);

/** One IoT card over one window of monitoring, with what it may do and what it did. Article 12. */
export const iotUsage = contract({
  kind: 'iot-usage',
  sectors: ['telecom'],
  title: { zh: '物联网卡使用监测', en: 'IoT card usage monitored' },
  naturalKey: ['recordId'],
  lawDates: ['windowEnd'],
  periodDate: 'windowEnd',
  fields: {
    recordId,
    windowEnd: instant({ zh: '监测截止时间', en: 'Window end', synonyms: ['统计截止时间', '监测结束时间'] }),
    windowStart: instant({ zh: '监测起始时间', en: 'Window start', synonyms: ['统计起始时间', '监测开始时间'] }),
    iccid: identifier(
      { zh: 'ICCID', en: 'ICCID', synonyms: ['物联网卡号', '卡号'], personal: 'token' },
      { zh: '19 或 20 位数字，以 89 开头', en: '19 or 20 digits beginning with 89' },
      iccidFault,
    ),
    boundDeviceIds: orNone(
      listOf(
        { zh: '绑定设备', en: 'Bound devices', synonyms: ['绑定IMEI', '机卡绑定设备'], personal: 'token' },
        device,
        deviceFault,
      ),
    ),
    deviceIdsSeen: listOf(
      { zh: '实际使用设备', en: 'Devices seen', synonyms: ['使用设备', '出现的设备'], personal: 'token' },
      device,
      deviceFault,
    ),
    voiceEnabled: flag({ zh: '语音功能开通', en: 'Voice enabled', synonyms: ['语音功能'] }),
    voiceSeconds: count({ zh: '语音时长', en: 'Voice', synonyms: ['通话时长', '语音秒数'], unit: 's' }),
    smsEnabled: flag({ zh: '短信功能开通', en: 'SMS enabled', synonyms: ['短信功能'] }),
    smsCount: count({ zh: '短信条数', en: 'SMS sent', synonyms: ['短信数'], unit: 'message' }),
    smsWhitelist: orNone(
      listOf(
        { zh: '短信白名单', en: 'SMS allow-list', synonyms: ['短信定向号码'], personal: 'token' },
        { zh: '允许收发短信的号码列表', en: 'a list of numbers that SMS may go to' },
      ),
    ),
    directedAccess: flag({ zh: '定向访问', en: 'Directed access', synonyms: ['是否定向访问', '定向流量'] }),
    offListDestinations: count({
      zh: '白名单外访问次数',
      en: 'Destinations off the list',
      synonyms: ['非定向访问次数'],
      unit: 'destination',
    }),
    trafficMb: amount({ zh: '流量', en: 'Traffic', synonyms: ['使用流量', '流量MB'], unit: 'MB' }),
    monthlyQuotaMb: orNone(amount({ zh: '月流量限额', en: 'Monthly quota', synonyms: ['流量限额'], unit: 'MB' })),
    scenarioCode: orNone(words({ zh: '使用场景', en: 'Scenario', synonyms: ['实际使用场景', '场景编码'] }, 64)),
    contractScenarioCode: orNone(
      words({ zh: '合同约定场景', en: 'Scenario in the contract', synonyms: ['约定场景'] }, 64),
    ),
    exceptionApprovalRef: orNone(
      words({ zh: '例外审批编号', en: 'Approval of an exception', synonyms: ['审批编号', '例外批准文号'] }, 128),
    ),
    endUserRegistered: flag({ zh: '已登记实际使用人', en: 'End user registered', synonyms: ['实际使用人登记'] }),
    alertRaisedAt: orNone(instant({ zh: '告警时间', en: 'Alert raised at', synonyms: ['异常告警时间'] })),
    action: orNone(
      oneOf(
        {
          suspend: { zh: '停机', en: 'suspended' },
          'reverify-identity': { zh: '重新核验身份', en: 'identity verified again' },
          'reverify-scenario': { zh: '重新核验场景', en: 'scenario verified again' },
          'contract-measure': { zh: '按合同处置', en: 'measure of the contract' },
          none: { zh: '未处置', en: 'none' },
        },
        { zh: '处置措施', en: 'Action', synonyms: ['处置方式', '措施'] },
      ),
    ),
    actionAt: orNone(instant({ zh: '处置时间', en: 'Action at', synonyms: ['措施时间'] })),
  },
});

export type IotUsage = RecordOf<typeof iotUsage.fields>;
