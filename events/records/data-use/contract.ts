import { contract, type RecordOf } from '../../contract.ts';
import { date, flag, oneOf, orNone, recordId, words } from '../../fields.ts';

/**
 * One use of data that was shared or gathered against fraud: what for, by whom, and whether it stayed where it belongs.
 * Articles 5, 16, 18 and 29.
 */
export const dataUse = contract({
  kind: 'data-use',
  sectors: ['telecom', 'bank', 'payment', 'internet'],
  title: { zh: '涉诈数据使用', en: 'Uses of anti-fraud data' },
  naturalKey: ['recordId'],
  lawDates: ['usedOn'],
  periodDate: 'usedOn',
  fields: {
    recordId,
    usedOn: date({ zh: '使用日期', en: 'Used on', synonyms: ['数据使用日期', '处理日期', '登记日期'] }),
    dataCategory: oneOf(
      {
        ip: { zh: 'IP 地址', en: 'IP address' },
        mac: { zh: '网卡地址', en: 'MAC address' },
        terminal: { zh: '终端信息', en: 'terminal' },
        'device-location': { zh: '设备位置', en: 'location of a device' },
        'account-opening-info': { zh: '开户信息', en: 'account-opening information' },
        'shared-risk-info': { zh: '共享的风险信息', en: 'shared risk information' },
        'other-personal-info': { zh: '其他个人信息', en: 'other personal information' },
      },
      { zh: '数据类别', en: 'Category of data', synonyms: ['数据类型', '信息类别'] },
    ),
    purpose: oneOf(
      { 'anti-fraud': { zh: '反诈', en: 'against fraud' }, other: { zh: '其他', en: 'other' } },
      { zh: '使用目的', en: 'Purpose', synonyms: ['用途', '处理目的'] },
    ),
    customerAuthorized: flag({
      zh: '已获客户授权',
      en: 'Authorised by the customer',
      synonyms: ['客户授权', '是否授权', '客户同意'],
    }),
    recipientType: oneOf(
      {
        internal: { zh: '本单位', en: 'the enterprise itself' },
        authority: { zh: '有权机关', en: 'an authority' },
        'clearing-body': { zh: '清算机构', en: 'a clearing body' },
        'third-party': { zh: '第三方', en: 'a third party' },
      },
      { zh: '接收方类型', en: 'Recipient', synonyms: ['接收方', '数据接收方'] },
    ),
    impactAssessmentRef: orNone(
      words(
        { zh: '影响评估编号', en: 'Impact assessment', synonyms: ['个人信息保护影响评估', '影响评估报告编号'] },
        128,
      ),
    ),
    recordKeptUntil: date({ zh: '处理记录保存至', en: 'Record kept until', synonyms: ['记录保存至', '保存截止日期'] }),
    leakIncident: flag({ zh: '发生泄露', en: 'Leaked', synonyms: ['是否泄露', '数据泄露', '泄露事件'] }),
  },
});

export type DataUse = RecordOf<typeof dataUse.fields>;
