import { contract, type RecordOf } from '../../contract.ts';
import { flag, instant, oneOf, orNone, recordId, words } from '../../fields.ts';

/**
 * One appeal against a measure that the enterprise took, and what became of it. `recordId` is the number of the appeal.
 * Article 32, paragraph 3; 反洗钱法(2024修订), article 39.
 */
export const disposalAppeal = contract({
  kind: 'disposal-appeal',
  sectors: ['telecom', 'bank', 'payment', 'internet'],
  title: { zh: '处置申诉办理', en: 'Appeals against measures' },
  naturalKey: ['recordId'],
  lawDates: ['submittedAt'],
  periodDate: 'submittedAt',
  fields: {
    recordId,
    submittedAt: instant({
      zh: '申诉提交时间',
      en: 'Submitted at',
      synonyms: ['提交时间', '申诉时间', '收到申诉时间'],
    }),
    disposalId: words({ zh: '处置编号', en: 'Measure', synonyms: ['处置单号', '管控编号', '措施编号'] }, 128),
    measureGround: oneOf(
      {
        'fraud-risk': { zh: '涉诈风险', en: 'fraud risk' },
        'money-laundering-risk': { zh: '洗钱风险', en: 'money-laundering risk' },
        'sanction-list': { zh: '惩戒名单', en: 'list of sanctioned subjects' },
      },
      { zh: '处置事由', en: 'Ground of the measure', synonyms: ['措施依据', '管控原因', '处置原因'] },
    ),
    essentialService: flag({
      zh: '涉及基本生活服务',
      en: 'Basic service affected',
      synonyms: ['是否基本服务', '基本生活需要'],
    }),
    materialsCompleteAt: orNone(
      instant({ zh: '材料齐备时间', en: 'Materials complete at', synonyms: ['资料齐全时间', '材料补齐时间'] }),
    ),
    acceptedAt: orNone(instant({ zh: '受理时间', en: 'Accepted at', synonyms: ['申诉受理时间'] })),
    decidedAt: orNone(instant({ zh: '核查办结时间', en: 'Decided at', synonyms: ['核查完成时间', '决定时间'] })),
    decision: orNone(
      oneOf(
        {
          upheld: { zh: '维持', en: 'upheld' },
          lifted: { zh: '解除', en: 'lifted' },
          'partly-lifted': { zh: '部分解除', en: 'partly lifted' },
        },
        { zh: '核查结论', en: 'Decision', synonyms: ['核查结果', '申诉结果', '处理结果'] },
      ),
    ),
    releasedAt: orNone(instant({ zh: '解除措施时间', en: 'Released at', synonyms: ['解除时间', '恢复时间'] })),
    replySentAt: orNone(instant({ zh: '答复时间', en: 'Reply sent at', synonyms: ['反馈时间', '结果告知时间'] })),
  },
});

export type DisposalAppeal = RecordOf<typeof disposalAppeal.fields>;
