import { contract, type RecordOf } from '../../contract.ts';
import { count, flag, instant, oneOf, orNone, recordId } from '../../fields.ts';

/**
 * One tip-off about fraud that the enterprise's own channel received; who gave it is never reported to us. `recordId` is
 * the number of the tip. Article 30, paragraph 3, whose duties are those of the authorities.
 */
export const tipReport = contract({
  kind: 'tip-report',
  sectors: ['telecom', 'bank', 'payment', 'internet'],
  title: { zh: '涉诈举报受理', en: 'Tip-offs received' },
  naturalKey: ['recordId'],
  lawDates: ['receivedAt'],
  periodDate: 'receivedAt',
  fields: {
    recordId,
    receivedAt: instant({ zh: '收到举报时间', en: 'Received at', synonyms: ['举报时间', '接收时间', '受理时间'] }),
    handledAt: orNone(instant({ zh: '首次处理时间', en: 'First handled at', synonyms: ['处理时间', '处置时间'] })),
    validity: oneOf(
      {
        pending: { zh: '待核实', en: 'pending' },
        effective: { zh: '有效', en: 'effective' },
        ineffective: { zh: '无效', en: 'ineffective' },
      },
      { zh: '线索有效性', en: 'Assessment', synonyms: ['核实结果', '是否有效', '举报有效性'] },
    ),
    rewardDecision: oneOf(
      {
        none: { zh: '未决定', en: 'none' },
        granted: { zh: '给予奖励', en: 'granted' },
        refused: { zh: '不予奖励', en: 'refused' },
      },
      { zh: '奖励决定', en: 'Reward decision', synonyms: ['奖励情况', '主管部门奖励决定'] },
    ),
    rewardFen: orNone(count({ zh: '奖励金额（分）', en: 'Reward (fen)', synonyms: ['奖励金额'], unit: 'fen' })),
    closedAt: orNone(instant({ zh: '办结时间', en: 'Closed at', synonyms: ['结案时间', '关闭时间'] })),
    identitySealed: flag({
      zh: '举报人身份已加密并限制查阅',
      en: 'Informant’s identity sealed',
      synonyms: ['举报人信息加密', '身份保密', '举报人信息保密'],
    }),
  },
});

export type TipReport = RecordOf<typeof tipReport.fields>;
