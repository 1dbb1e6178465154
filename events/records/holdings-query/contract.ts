import { contract, type RecordOf } from '../../contract.ts';
import { flag, instant, oneOf, orNone, recordId, words } from '../../fields.ts';

/** One question of a user about the cards or accounts in their name, and any dispute of one. Articles 10 and 16. */
export const holdingsQuery = contract({
  kind: 'holdings-query',
  sectors: ['telecom', 'bank', 'payment'],
  title: { zh: '名下卡户查询与异议', en: 'Queries of own cards and accounts' },
  naturalKey: ['recordId'],
  lawDates: ['receivedAt'],
  periodDate: 'receivedAt',
  fields: {
    recordId,
    receivedAt: instant({ zh: '受理时间', en: 'Received at', synonyms: ['查询受理时间', '查询时间', '收到时间'] }),
    queryId: words({ zh: '查询编号', en: 'Query', synonyms: ['查询单号', '受理编号'] }, 128),
    channel: oneOf(
      {
        outlet: { zh: '网点', en: 'outlet' },
        app: { zh: '应用', en: 'app' },
        sms: { zh: '短信', en: 'SMS' },
        platform: { zh: '跨机构查询平台', en: 'cross-institution platform' },
      },
      { zh: '查询渠道', en: 'Channel', synonyms: ['渠道', '受理渠道'] },
    ),
    answeredAt: orNone(instant({ zh: '答复时间', en: 'Answered at', synonyms: ['查询答复时间', '回复时间'] })),
    disputed: flag({ zh: '提出异议', en: 'Disputed', synonyms: ['是否异议', '有无异议'] }),
    disputeClosedAt: orNone(instant({ zh: '异议办结时间', en: 'Dispute closed at', synonyms: ['异议处理完成时间'] })),
    disputeResult: orNone(
      oneOf(
        {
          confirmed: { zh: '确认为本人', en: 'confirmed as the user’s' },
          cancelled: { zh: '已注销', en: 'cancelled' },
          transferred: { zh: '涉诈移交', en: 'handed over as suspected fraud' },
        },
        { zh: '异议处理结果', en: 'Result of the dispute', synonyms: ['异议结果', '核查结果'] },
      ),
    ),
  },
});

export type HoldingsQuery = RecordOf<typeof holdingsQuery.fields>;
