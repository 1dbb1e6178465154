import { contract, type RecordOf } from '../../contract.ts';
import { flag, identifier, instant, listOf, oneOf, orNone, recordId, words } from '../../fields.ts';
import { documentNumberFault } from '../../identifiers/document-number.ts';

/** One application for a phone card, what looked abnormal about it, and what was decided. Article 10, paragraph 2. */
export const cardApplication = contract({
  kind: 'card-application',
  sectors: ['telecom'],
  title: { zh: '异常办卡识别与核查', en: 'Card applications screened' },
  naturalKey: ['recordId'],
  lawDates: ['decidedAt'],
  periodDate: 'decidedAt',
  fields: {
    recordId,
    decidedAt: instant({ zh: '受理结果时间', en: 'Decided at', synonyms: ['决定时间', '办理时间', '受理时间'] }),
    applicationId: words({ zh: '申请编号', en: 'Application', synonyms: ['办卡申请编号', '受理单号'] }, 128),
    subjectId: identifier(
      { zh: '申请人证件号码', en: 'Document number', synonyms: ['证件号码', '身份证号', '证件号'], personal: 'token' },
      { zh: '申请人证件上的号码', en: 'the number on the applicant’s document' },
      documentNumberFault,
    ),
    abnormalFlags: listOf(
      { zh: '异常情形', en: 'Abnormal signs', synonyms: ['异常标签', '异常办卡情形', '异常标记'] },
      {
        zh: '异常情形代码的列表，如 batch-same-day、accompanied-group；没有时为空列表',
        en: 'a list of codes of what looked abnormal, such as batch-same-day; empty where nothing did',
      },
    ),
    enhancedCheckDone: flag({ zh: '已加强核查', en: 'Further check made', synonyms: ['加强核查', '是否加核'] }),
    decision: oneOf(
      { approve: { zh: '办理', en: 'approved' }, refuse: { zh: '拒绝', en: 'refused' } },
      { zh: '受理结果', en: 'Decision', synonyms: ['办理结果', '审批结果'] },
    ),
    reasonGiven: orNone(flag({ zh: '已告知拒办理由', en: 'Reason given', synonyms: ['告知理由', '是否告知拒办理由'] })),
  },
});

export type CardApplication = RecordOf<typeof cardApplication.fields>;
