import { contract, type RecordOf } from '../../contract.ts';
import { identifier, instant, listOf, oneOf, orNone, recordId, words } from '../../fields.ts';
import { msisdnFault } from '../../identifiers/cards-and-devices.ts';

/** One phone number that monitoring or a list marked as risky, and how it was graded. Article 11. */
export const riskCard = contract({
  kind: 'risk-card',
  sectors: ['telecom'],
  title: { zh: '涉诈异常电话卡监测识别', en: 'Risky phone cards identified' },
  naturalKey: ['recordId'],
  lawDates: ['detectedAt'],
  periodDate: 'detectedAt',
  fields: {
    recordId,
    detectedAt: instant({ zh: '识别时间', en: 'Detected at', synonyms: ['异常识别时间', '发现时间', '入库时间'] }),
    msisdn: identifier(
      { zh: '电话号码', en: 'Phone number', synonyms: ['手机号', '手机号码', '业务号码', '号码'], personal: 'token' },
      { zh: '11 位移动号码或 13 位物联网号码', en: 'a mobile number of 11 digits or an IoT number of 13' },
      (value) => (/^0\d{9,11}$/.test(value) ? undefined : msisdnFault(value)),
    ),
    source: oneOf(
      {
        'own-model': { zh: '自有模型', en: 'own model' },
        'police-list': { zh: '公安机关名单', en: 'list of the police' },
        'ministry-list': { zh: '工信部门名单', en: 'list of the ministry' },
        complaint: { zh: '投诉举报', en: 'complaint' },
      },
      { zh: '识别来源', en: 'Source', synonyms: ['来源', '线索来源'] },
    ),
    listReceivedAt: orNone(
      instant({ zh: '名单接收时间', en: 'List received at', synonyms: ['名单下发时间', '收到名单时间'] }),
    ),
    triggerCodes: listOf(
      { zh: '触发情形', en: 'What triggered it', synonyms: ['触发模型', '风险类别', '命中规则'] },
      { zh: '模型或类别代码的列表', en: 'a list of codes of models or categories' },
    ),
    riskLevel: orNone(
      oneOf(
        { high: { zh: '高', en: 'high' }, medium: { zh: '中', en: 'medium' }, low: { zh: '低', en: 'low' } },
        { zh: '风险等级', en: 'Risk level', synonyms: ['风险级别'] },
      ),
    ),
    gradedAt: orNone(instant({ zh: '定级时间', en: 'Graded at', synonyms: ['风险定级时间', '评级时间'] })),
    modelVersion: orNone(words({ zh: '模型版本', en: 'Version of the model', synonyms: ['模型版本号'] }, 64)),
  },
});

export type RiskCard = RecordOf<typeof riskCard.fields>;
