import { contract, type RecordOf } from '../../contract.ts';
import { count, flag, identifier, instant, listOf, oneOf, orNone, recordId, words } from '../../fields.ts';
import { documentNumberFault } from '../../identifiers/document-number.ts';

/** One application of a firm for an account, how it was checked, and what was decided. Article 17, paragraph 1. */
export const corporateAccount = contract({
  kind: 'corporate-account',
  sectors: ['bank', 'payment'],
  title: { zh: '企业账户异常开户防控', en: 'Accounts of firms screened at opening' },
  naturalKey: ['recordId'],
  lawDates: ['decidedAt'],
  periodDate: 'decidedAt',
  fields: {
    recordId,
    decidedAt: instant({ zh: '受理结果时间', en: 'Decided at', synonyms: ['决定时间', '审批时间', '开户时间'] }),
    licenceNo: identifier(
      {
        zh: '企业证照号码',
        en: 'Registration number',
        synonyms: ['统一社会信用代码', '营业执照号', '证照号码'],
        personal: 'token',
      },
      { zh: '统一社会信用代码或其他证照号码', en: 'the credit code or another registration number' },
      documentNumberFault,
    ),
    registryCheck: oneOf(
      {
        match: { zh: '一致', en: 'match' },
        mismatch: { zh: '不一致', en: 'mismatch' },
        'not-done': { zh: '未核查', en: 'not done' },
      },
      { zh: '联网核查结果', en: 'Registry check', synonyms: ['工商核查结果', '企业信息联网核查', '登记信息核查'] },
    ),
    // The authorities run the query system: where it is down, that is noted.
    registryOutageRef: orNone(
      words(
        { zh: '查询系统故障记录编号', en: 'Outage of the query system', synonyms: ['系统故障编号', '故障登记号'] },
        128,
      ),
    ),
    legalRepConfirmed: flag({
      zh: '已向法定代表人核实',
      en: 'Confirmed with the legal representative',
      synonyms: ['法定代表人核实', '法人核实', '开户意愿核实'],
    }),
    siteVisitDone: flag({ zh: '已实地走访', en: 'Visit made', synonyms: ['上门走访', '实地核实', '上门核实'] }),
    abnormalFlags: orNone(
      listOf(
        { zh: '异常情形', en: 'Abnormal signs', synonyms: ['异常标签', '异常开户情形', '异常标记'] },
        {
          zh: '异常情形代码的列表，如 same-address-cluster、same-phone-cluster、newly-registered-shell、accompanied-opening、legal-rep-unaware；没有时为空列表',
          en: 'a list of codes such as same-address-cluster, same-phone-cluster, newly-registered-shell, accompanied-opening, legal-rep-unaware; empty where nothing looked abnormal',
        },
      ),
    ),
    decision: oneOf(
      {
        open: { zh: '开立', en: 'opened' },
        'open-limited': { zh: '限额开立', en: 'opened with limits' },
        refuse: { zh: '拒绝', en: 'refused' },
      },
      { zh: '受理结果', en: 'Decision', synonyms: ['开户结果', '审批结果'] },
    ),
    nonCounterDailyLimitFen: orNone(
      count({
        zh: '非柜面日累计限额',
        en: 'Daily limit outside the counter',
        synonyms: ['非柜面限额', '初始日限额'],
        unit: 'fen',
      }),
    ),
  },
});

export type CorporateAccount = RecordOf<typeof corporateAccount.fields>;
