import { contract, type RecordOf } from '../../contract.ts';
import { count, flag, instant, oneOf, orNone, recordId } from '../../fields.ts';

/**
 * One transfer as its customer asked for it, how it was verified, when it was carried out or cancelled, and what its day
 * had come to with it. `recordId` is the number of the transfer. Article 18, paragraph 3; 银发〔2016〕261号.
 */
export const transfer = contract({
  kind: 'transfer',
  sectors: ['bank', 'payment'],
  title: { zh: '转账到账、限额与认证', en: 'Transfers: arrival, limits, authentication' },
  naturalKey: ['recordId'],
  lawDates: ['requestedAt'],
  periodDate: 'requestedAt',
  fields: {
    recordId,
    requestedAt: instant({
      zh: '申请转账时间',
      en: 'Requested at',
      synonyms: ['转账申请时间', '受理时间', '发起时间'],
    }),
    channel: oneOf(
      {
        atm: { zh: '自助柜员机', en: 'cash machine' },
        mobile: { zh: '手机银行', en: 'mobile banking' },
        web: { zh: '网上银行', en: 'web banking' },
        counter: { zh: '柜面', en: 'counter' },
        'payment-app': { zh: '支付应用', en: 'payment app' },
      },
      { zh: '转账渠道', en: 'Channel', synonyms: ['渠道', '交易渠道'] },
    ),
    sameNameSameBank: flag({
      zh: '本人同行账户',
      en: 'To an own account at the same bank',
      synonyms: ['是否本人同行', '同名同行'],
    }),
    arrivalChoice: oneOf(
      {
        'real-time': { zh: '实时到账', en: 'real-time' },
        ordinary: { zh: '普通到账', en: 'ordinary' },
        'next-day': { zh: '次日到账', en: 'next-day' },
      },
      { zh: '到账方式', en: 'Arrival chosen', synonyms: ['到账时间选择', '到账类型'] },
    ),
    realtimeNoticeConfirmed: flag({
      zh: '已确认实时到账提示',
      en: 'Real-time warning confirmed',
      synonyms: ['实时到账提示确认', '自助机提示已确认'],
    }),
    executedAt: orNone(instant({ zh: '资金转出时间', en: 'Executed at', synonyms: ['执行时间', '资金划转时间'] })),
    cancelledAt: orNone(instant({ zh: '撤销时间', en: 'Cancelled at', synonyms: ['申请撤销时间', '转账撤销时间'] })),
    authMethod: oneOf(
      {
        certificate: { zh: '数字证书', en: 'certificate' },
        'e-signature': { zh: '电子签名', en: 'electronic signature' },
        otp: { zh: '动态口令', en: 'one-time password' },
        password: { zh: '静态密码', en: 'password' },
        biometric: { zh: '生物特征', en: 'biometric' },
      },
      { zh: '验证方式', en: 'Authentication', synonyms: ['认证方式', '支付指令验证方式'] },
    ),
    dayCumulativeFen: count({
      zh: '当日非柜面转账累计金额',
      en: 'Total of the day',
      synonyms: ['日累计金额', '当日累计转账金额'],
      unit: 'fen',
    }),
    dayCount: count({
      zh: '当日非柜面转账累计笔数',
      en: 'Transfers of the day',
      synonyms: ['日累计笔数', '当日转账笔数'],
      unit: 'transfer',
    }),
    agreedDailyLimitFen: orNone(
      count({
        zh: '约定日累计限额',
        en: 'Agreed limit of the day',
        synonyms: ['日限额', '约定日限额'],
        unit: 'fen',
      }),
    ),
  },
});

export type Transfer = RecordOf<typeof transfer.fields>;
