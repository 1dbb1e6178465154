import { contract, type RecordOf } from '../../contract.ts';
import { identifier, instant, oneOf, orNone, recordId, words } from '../../fields.ts';
import { msisdnFault } from '../../identifiers/cards-and-devices.ts';

/** One flagged phone card from the day it was flagged: reminder, new verification, restriction, release. Article 11. */
export const cardReverification = contract({
  kind: 'card-reverification',
  sectors: ['telecom'],
  title: { zh: '异常卡重新核验与限制', en: 'Flagged cards verified again or restricted' },
  naturalKey: ['recordId'],
  lawDates: ['flaggedAt'],
  periodDate: 'flaggedAt',
  fields: {
    recordId,
    flaggedAt: instant({
      zh: '异常识别时间',
      en: 'Flagged at',
      synonyms: ['风险识别时间', '涉诈标记时间', '识别时间'],
    }),
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
    riskLevel: orNone(
      oneOf(
        { high: { zh: '高', en: 'high' }, medium: { zh: '中', en: 'medium' }, low: { zh: '低', en: 'low' } },
        { zh: '风险等级', en: 'Risk level', synonyms: ['风险级别'] },
      ),
    ),
    remindedAt: orNone(instant({ zh: '核验提醒时间', en: 'Reminded at', synonyms: ['提醒时间', '通知时间'] })),
    method: orNone(
      oneOf(
        {
          outlet: { zh: '网点核验', en: 'at an outlet' },
          'online-liveness': { zh: '线上活体核验', en: 'online with liveness' },
          'sms-confirm': { zh: '短信确认', en: 'confirmed by SMS' },
          'network-id': { zh: '国家网络身份认证', en: 'national network identity' },
        },
        { zh: '再次核验方式', en: 'Method', synonyms: ['二次核验方式', '核验方式'] },
      ),
    ),
    verifiedAt: orNone(instant({ zh: '再次核验时间', en: 'Verified at', synonyms: ['二次核验时间', '核验时间'] })),
    result: orNone(
      oneOf(
        {
          pass: { zh: '通过', en: 'passed' },
          fail: { zh: '未通过', en: 'failed' },
          'no-response': { zh: '未响应', en: 'no response' },
        },
        { zh: '再次核验结果', en: 'Result', synonyms: ['二次核验结果', '核验结果'] },
      ),
    ),
    restrictionType: orNone(
      oneOf(
        {
          none: { zh: '未限制', en: 'none' },
          'limit-outbound': { zh: '限制呼出', en: 'outbound calls limited' },
          'limit-sms': { zh: '限制短信', en: 'SMS limited' },
          suspend: { zh: '停机', en: 'suspended' },
          close: { zh: '销号', en: 'closed' },
        },
        { zh: '限制措施', en: 'Restriction', synonyms: ['处置措施'] },
      ),
    ),
    restrictedAt: orNone(instant({ zh: '限制时间', en: 'Restricted at', synonyms: ['处置时间'] })),
    restoredAt: orNone(instant({ zh: '恢复时间', en: 'Restored at', synonyms: ['解除限制时间', '复机时间'] })),
    disposalId: orNone(
      words({ zh: '处置告知编号', en: 'Notice of the measure', synonyms: ['告知编号', '处置编号'] }, 128),
    ),
  },
});

export type CardReverification = RecordOf<typeof cardReverification.fields>;
