import { contract, type RecordOf } from '../../contract.ts';
import { count, flag, identifier, instant, listOf, oneOf, orNone, recordId, words } from '../../fields.ts';
import { documentNumberFault } from '../../identifiers/document-number.ts';

/** 银发〔2016〕261号, item 1(6), names the first three. */
const signs = ['identity-doubt', 'organised-batch', 'illegal-purpose', 'on-risk-list', 'other'];

/** One application for an account, what looked abnormal about it, and what was decided. Article 16, paragraph 2. */
export const accountApplication = contract({
  kind: 'account-application',
  sectors: ['bank', 'payment'],
  title: { zh: '异常开户识别与拒绝', en: 'Account applications screened' },
  naturalKey: ['recordId'],
  lawDates: ['decidedAt'],
  periodDate: 'decidedAt',
  fields: {
    recordId,
    decidedAt: instant({ zh: '受理结果时间', en: 'Decided at', synonyms: ['决定时间', '办理时间', '受理时间'] }),
    customerId: identifier(
      {
        zh: '申请人证件号码',
        en: 'Document number of the applicant',
        synonyms: ['证件号码', '身份证号', '证件号', '客户证件号码'],
        personal: 'token',
      },
      {
        zh: '个人为证件号码，单位为统一社会信用代码',
        en: 'the document number of a person, the credit code of a unit',
      },
      documentNumberFault,
    ),
    abnormalFlags: listOf(
      { zh: '异常情形', en: 'Abnormal signs', synonyms: ['异常标签', '异常开户情形', '异常标记'] },
      {
        zh: `异常情形代码的列表：${signs.join('、')}；没有时为空列表`,
        en: `a list of ${signs.join(', ')}; empty where nothing looked abnormal`,
      },
      (value) =>
        signs.includes(value)
          ? undefined
          : {
              code: 'UNKNOWN_SIGN',
              cause: { zh: '没有该异常情形代码。', en: 'There is no such code of an abnormal sign.' },
              fix: { zh: `可用：${signs.join('、')}。`, en: `Use one of: ${signs.join(', ')}.` },
            },
    ),
    extraProofGiven: flag({ zh: '已出示辅助证明', en: 'Further proof given', synonyms: ['辅助证件', '补充证明'] }),
    enhancedCheckDone: flag({ zh: '已加强核查', en: 'Further check made', synonyms: ['加强核查', '是否加核'] }),
    decision: oneOf(
      {
        open: { zh: '开立', en: 'opened' },
        'open-limited': { zh: '限额开立', en: 'opened with limits' },
        refuse: { zh: '拒绝', en: 'refused' },
      },
      { zh: '受理结果', en: 'Decision', synonyms: ['开户结果', '审批结果'] },
    ),
    reasonGiven: orNone(flag({ zh: '已告知拒绝理由', en: 'Reason given', synonyms: ['告知理由', '是否告知理由'] })),
    // Counted by the branch, which alone knows who came together.
    sharedApplicants: count({
      zh: '当日同一陪同人、电话或者地址的申请人数（含本人）',
      en: 'Applicants of the day who share a companion, phone or address, this one included',
      synonyms: ['同日关联申请人数', '关联开户人数'],
      unit: 'applicant',
    }),
    payrollAgreementRef: orNone(
      words({ zh: '代发工资协议编号', en: 'Payroll agreement', synonyms: ['代发协议编号', '批量开户协议编号'] }, 128),
    ),
  },
});

export type AccountApplication = RecordOf<typeof accountApplication.fields>;
