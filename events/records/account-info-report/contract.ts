import { contract, type RecordOf } from '../../contract.ts';
import { count, date, instant, orNone, recordId, words } from '../../fields.ts';

/**
 * What one business day brought in openings, and what of it was reported to the mechanism that institutions share. A day
 * reported in several batches is one record. `recordId` is the number of the report. Article 16, paragraph 3.
 */
export const accountInfoReport = contract({
  kind: 'account-info-report',
  sectors: ['bank', 'payment'],
  title: { zh: '开户情况与风险信息报送', en: 'Openings and risk information reported' },
  naturalKey: ['recordId'],
  lawDates: ['businessDate'],
  periodDate: 'businessDate',
  fields: {
    recordId,
    businessDate: date({ zh: '业务日期', en: 'Business day', synonyms: ['开户日期', '数据日期', '报送所属日期'] }),
    openingsInCore: count({
      zh: '核心系统开户数',
      en: 'Openings in the core system',
      synonyms: ['实际开户数', '当日开户数'],
      unit: 'account',
    }),
    openingsReported: count({
      zh: '已报送开户数',
      en: 'Openings reported',
      synonyms: ['报送开户数', '上报开户数'],
      unit: 'account',
    }),
    riskEntriesReported: count({
      zh: '已报送风险信息条数',
      en: 'Risk entries reported',
      synonyms: ['风险信息条数', '报送风险条数'],
      unit: 'entry',
    }),
    submittedAt: orNone(instant({ zh: '报送时间', en: 'Submitted at', synonyms: ['上报时间', '提交时间'] })),
    receiptNo: orNone(words({ zh: '报送回执编号', en: 'Receipt', synonyms: ['回执号', '回执编号'] }, 128)),
  },
});

export type AccountInfoReport = RecordOf<typeof accountInfoReport.fields>;
