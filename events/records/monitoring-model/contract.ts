import { contract, type RecordOf } from '../../contract.ts';
import { amount, count, date, instant, orNone, recordId, words } from '../../fields.ts';
import { listOfCodes } from '../../list-of-codes.ts';

/** What article 18, paragraph 1, has monitored. */
const products = {
  'bank-account': '银行账户',
  'payment-account': '支付账户',
  settlement: '支付结算服务',
} as const;

/**
 * One model or set of rules that monitors accounts and transactions, as attested on a day: what it covers, when it was last
 * tuned, and which accounts of police cases it had missed. A branch that attests lists every model that watches over its
 * accounts, those of its head office with them. Article 18, paragraphs 1 and 4.
 */
export const monitoringModel = contract({
  kind: 'monitoring-model',
  sectors: ['bank', 'payment'],
  title: { zh: '异常账户与可疑交易监测模型', en: 'Models that monitor accounts and transactions' },
  naturalKey: ['recordId'],
  lawDates: ['attestedOn'],
  periodDate: 'attestedOn',
  fields: {
    recordId,
    attestedOn: date({ zh: '核查日期', en: 'Attested on', synonyms: ['自查日期', '检查日期', '声明日期'] }),
    modelId: words({ zh: '模型编号', en: 'Model', synonyms: ['监测模型编号', '模型名称', '规则编号'] }, 128),
    version: words({ zh: '模型版本', en: 'Version', synonyms: ['版本号', '模型版本号'] }, 64),
    deployedAt: orNone(instant({ zh: '上线时间', en: 'Deployed at', synonyms: ['投产时间', '部署时间', '启用时间'] })),
    lastTunedAt: orNone(
      instant({
        zh: '最近优化时间',
        en: 'Last tuned at',
        synonyms: ['最近调优时间', '最近更新时间', '最近一次优化时间'],
      }),
    ),
    offeredProducts: listOfCodes(products, {
      zh: '本机构开办的业务',
      en: 'Products offered',
      synonyms: ['开办业务', '业务范围'],
    }),
    coveredProducts: listOfCodes(products, {
      zh: '模型覆盖的业务',
      en: 'Products covered',
      synonyms: ['覆盖业务', '监测范围'],
    }),
    accountsCoveredRatio: amount(
      { zh: '账户覆盖率', en: 'Share of accounts covered', synonyms: ['监测覆盖率', '覆盖比例'], unit: 'ratio' },
      1,
    ),
    alertsInPeriod: count({ zh: '预警数', en: 'Alerts', synonyms: ['本期预警数', '预警条数'], unit: 'alert' }),
    confirmedInPeriod: count({
      zh: '确认涉诈数',
      en: 'Confirmed',
      synonyms: ['本期确认数', '核实确认数'],
      unit: 'alert',
    }),
    missedPoliceCases: count({
      zh: '未预警的涉案账户数',
      en: 'Case accounts missed',
      synonyms: ['漏报涉案账户数', '模型未识别涉案账户数'],
      unit: 'account',
    }),
    missedCasesReviewed: count({
      zh: '其中已复盘的账户数',
      en: 'Missed accounts reviewed',
      synonyms: ['已复盘数', '漏报复盘数'],
      unit: 'account',
    }),
  },
});

export type MonitoringModel = RecordOf<typeof monitoringModel.fields>;

/** The codes of what is to be monitored. */
export const productCodes = Object.keys(products);
