import { contract, type RecordOf } from '../../contract.ts';
import { count, flag, instant, oneOf, orNone, recordId } from '../../fields.ts';

/**
 * One warning that somebody may be falling victim to fraud, and how that person was dissuaded; who it is, is not reported.
 * `recordId` is the number of the warning. Article 34.
 */
export const warningDissuasion = contract({
  kind: 'warning-dissuasion',
  sectors: ['telecom', 'bank', 'payment', 'internet'],
  title: { zh: '预警劝阻', en: 'Warnings and dissuasion' },
  naturalKey: ['recordId'],
  lawDates: ['receivedAt'],
  periodDate: 'receivedAt',
  fields: {
    recordId,
    receivedAt: instant({ zh: '收到预警时间', en: 'Received at', synonyms: ['预警时间', '接收时间', '下发时间'] }),
    riskLevel: oneOf(
      { high: { zh: '高', en: 'high' }, medium: { zh: '中', en: 'medium' }, low: { zh: '低', en: 'low' } },
      { zh: '预警等级', en: 'Risk level', synonyms: ['风险等级', '预警级别'] },
    ),
    source: oneOf(
      {
        police: { zh: '公安机关', en: 'police' },
        'carrier-sms': { zh: '运营商短信监测', en: 'SMS monitoring of a carrier' },
        'enterprise-model': { zh: '企业模型', en: 'model of the enterprise' },
      },
      { zh: '预警来源', en: 'Origin', synonyms: ['来源', '线索来源'] },
    ),
    action: oneOf(
      {
        call: { zh: '电话劝阻', en: 'call' },
        message: { zh: '短信劝阻', en: 'message' },
        'payment-hold': { zh: '拦截交易', en: 'payment held' },
        'visit-request': { zh: '请求上门', en: 'visit asked for' },
        none: { zh: '未采取', en: 'none' },
      },
      { zh: '劝阻措施', en: 'Action', synonyms: ['措施', '劝阻方式'] },
    ),
    actedAt: orNone(instant({ zh: '采取措施时间', en: 'Acted at', synonyms: ['劝阻时间', '处置时间'] })),
    reached: flag({ zh: '已联系到本人', en: 'Person reached', synonyms: ['是否接通', '是否联系到本人'] }),
    outcome: oneOf(
      {
        dissuaded: { zh: '劝阻成功', en: 'dissuaded' },
        'already-paid': { zh: '已转账', en: 'already paid' },
        'not-reached': { zh: '未联系到', en: 'not reached' },
        'false-alarm': { zh: '误报', en: 'false alarm' },
        open: { zh: '未办结', en: 'open' },
      },
      { zh: '劝阻结果', en: 'Outcome', synonyms: ['处置结果', '反馈结果'] },
    ),
    closedAt: orNone(instant({ zh: '反馈办结时间', en: 'Closed at', synonyms: ['反馈时间', '办结时间'] })),
    amountProtectedFen: orNone(
      count({ zh: '避免损失金额（分）', en: 'Loss avoided (fen)', synonyms: ['避免损失', '保护金额'], unit: 'fen' }),
    ),
    escalatedToPolice: flag({
      zh: '已转属地公安',
      en: 'Handed to local police',
      synonyms: ['是否转公安', '已移交公安'],
    }),
  },
});

export type WarningDissuasion = RecordOf<typeof warningDissuasion.fields>;
