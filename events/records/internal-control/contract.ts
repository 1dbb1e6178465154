import { contract, type RecordOf } from '../../contract.ts';
import { count, date, flag, orNone, recordId, words } from '../../fields.ts';

/**
 * What a branch attests of the internal control against fraud: the document, the post that answers for it, whether the
 * chain of responsibility reaches the branch. Article 6, paragraph 5; article 8, paragraph 3.
 */
export const internalControl = contract({
  kind: 'internal-control',
  sectors: ['telecom', 'bank', 'payment', 'internet'],
  title: { zh: '反诈内控与责任制', en: 'Internal control against fraud' },
  naturalKey: ['recordId'],
  lawDates: ['attestedOn'],
  periodDate: 'attestedOn',
  fields: {
    recordId,
    attestedOn: date({ zh: '自查日期', en: 'Attested on', synonyms: ['核查日期', '检查日期', '声明日期'] }),
    policyDocumentRef: orNone(
      words({ zh: '内控制度文号', en: 'Control document', synonyms: ['制度文号', '制度编号', '内控制度'] }, 128),
    ),
    policyAdoptedOn: orNone(date({ zh: '制度施行日期', en: 'Adopted on', synonyms: ['制度印发日期', '印发日期'] })),
    responsiblePostRef: orNone(
      words({ zh: '责任岗位', en: 'Responsible post', synonyms: ['反诈责任岗位', '负责岗位'] }, 64),
    ),
    branchCovered: flag({ zh: '责任制覆盖本网点', en: 'Branch covered', synonyms: ['覆盖本网点', '是否覆盖网点'] }),
    lastReviewedOn: orNone(
      date({ zh: '最近内部检查日期', en: 'Last reviewed on', synonyms: ['最近检查日期', '内控检查日期'] }),
    ),
    openFindings: count({
      zh: '未整改问题数',
      en: 'Open findings',
      synonyms: ['未关闭问题数', '待整改问题数'],
      unit: 'finding',
    }),
    accountabilityActions: count({
      zh: '内部问责次数',
      en: 'Accountability actions',
      synonyms: ['问责次数', '内部问责数'],
      unit: 'action',
    }),
  },
});

export type InternalControl = RecordOf<typeof internalControl.fields>;
