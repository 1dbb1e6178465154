import { contract, type RecordOf } from '../../contract.ts';
import { flag, instant, oneOf, orNone, recordId, words } from '../../fields.ts';

/** One business event and what its user was told: the fraud reminder, and the warning about liability for 两卡. Article 30. */
export const userReminder = contract({
  kind: 'user-reminder',
  sectors: ['telecom', 'bank', 'payment', 'internet'],
  title: { zh: '用户提醒与警示', en: 'Users reminded and warned' },
  naturalKey: ['recordId'],
  lawDates: ['eventCompletedAt'],
  periodDate: 'eventCompletedAt',
  fields: {
    recordId,
    eventCompletedAt: instant({ zh: '业务办结时间', en: 'Event completed at', synonyms: ['办结时间', '业务完成时间'] }),
    eventId: words({ zh: '业务编号', en: 'Event', synonyms: ['业务流水', '订单号'] }, 128),
    eventType: oneOf(
      {
        'card-opening': { zh: '开卡', en: 'card opening' },
        'account-opening': { zh: '开户', en: 'account opening' },
        transfer: { zh: '转账', en: 'transfer' },
        'iot-sale': { zh: '物联网卡销售', en: 'IoT card sale' },
        'app-register': { zh: '应用注册', en: 'app registration' },
        'domain-register': { zh: '域名注册', en: 'domain registration' },
        other: { zh: '其他', en: 'other' },
      },
      { zh: '业务类型', en: 'Event type', synonyms: ['业务种类'] },
    ),
    reminderShown: flag({ zh: '已作防诈提醒', en: 'Reminder shown', synonyms: ['防诈提醒', '是否提醒'] }),
    channel: oneOf(
      {
        sms: { zh: '短信', en: 'SMS' },
        app: { zh: '应用内', en: 'app' },
        counter: { zh: '柜面', en: 'counter' },
        voice: { zh: '语音', en: 'voice' },
        page: { zh: '网页', en: 'page' },
      },
      { zh: '提醒渠道', en: 'Channel', synonyms: ['提醒方式'] },
    ),
    contentVersion: words({ zh: '提醒内容版本', en: 'Version of the reminder', synonyms: ['提醒版本'] }, 64),
    shownAt: orNone(instant({ zh: '提醒时间', en: 'Shown at', synonyms: ['展示时间'] })),
    productType: orNone(
      oneOf(
        {
          'phone-card': { zh: '电话卡', en: 'phone card' },
          'iot-card': { zh: '物联网卡', en: 'IoT card' },
          landline: { zh: '固定电话', en: 'landline' },
          'sms-port': { zh: '短信端口', en: 'SMS port' },
          line: { zh: '电信线路', en: 'line' },
          'bank-account': { zh: '银行账户', en: 'bank account' },
          'payment-account': { zh: '支付账户', en: 'payment account' },
          'internet-account': { zh: '互联网账号', en: 'internet account' },
        },
        { zh: '产品类型', en: 'Product', synonyms: ['产品', '办理产品'] },
      ),
    ),
    warningShown: flag({
      zh: '已作两卡责任警示',
      en: 'Liability warning given',
      synonyms: ['两卡警示', '法律责任警示'],
    }),
    ackType: orNone(
      oneOf(
        {
          signature: { zh: '签字', en: 'signature' },
          checkbox: { zh: '勾选确认', en: 'checkbox' },
          voice: { zh: '语音确认', en: 'voice' },
          none: { zh: '未确认', en: 'none' },
        },
        { zh: '确认方式', en: 'Acknowledgement', synonyms: ['警示确认方式'] },
      ),
    ),
    ackAt: orNone(instant({ zh: '确认时间', en: 'Acknowledged at', synonyms: ['警示确认时间'] })),
    activatedAt: orNone(instant({ zh: '产品开通时间', en: 'Activated at', synonyms: ['开通时间', '激活时间'] })),
    textVersion: words({ zh: '警示文本版本', en: 'Version of the warning', synonyms: ['警示版本'] }, 64),
  },
});

export type UserReminder = RecordOf<typeof userReminder.fields>;
