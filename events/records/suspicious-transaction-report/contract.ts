import { contract, type RecordOf } from '../../contract.ts';
import { flag, instant, orNone, recordId, words } from '../../fields.ts';

/**
 * One transaction, or several, that the institution confirmed as suspicious, and its report to the centre that monitors
 * money laundering. Article 18, paragraph 2; 反洗钱法(2024修订), article 35.
 */
export const suspiciousTransactionReport = contract({
  kind: 'suspicious-transaction-report',
  sectors: ['bank', 'payment'],
  title: { zh: '可疑交易报告', en: 'Suspicious transaction reports' },
  naturalKey: ['recordId'],
  lawDates: ['confirmedAt'],
  periodDate: 'confirmedAt',
  fields: {
    recordId,
    confirmedAt: instant({
      zh: '确认可疑时间',
      en: 'Confirmed as suspicious at',
      synonyms: ['可疑认定时间', '确认时间', '认定可疑时间'],
    }),
    alertId: orNone(words({ zh: '来源预警编号', en: 'Source alert', synonyms: ['预警编号', '预警流水号'] }, 128)),
    submittedAt: orNone(instant({ zh: '报告提交时间', en: 'Submitted at', synonyms: ['提交时间', '报送时间'] })),
    reportNo: orNone(words({ zh: '报告编号', en: 'Report number', synonyms: ['可疑报告编号', '报文编号'] }, 128)),
    customerTold: flag({
      zh: '客户知悉报告',
      en: 'Customer learned of the report',
      synonyms: ['是否向客户泄露', '已告知客户'],
    }),
    fraudRelated: flag({
      zh: '涉电信网络诈骗',
      en: 'Telecom or online fraud suspected',
      synonyms: ['是否涉诈', '涉诈类型'],
    }),
  },
});

export type SuspiciousTransactionReport = RecordOf<typeof suspiciousTransactionReport.fields>;
