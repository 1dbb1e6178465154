import { contract, type RecordOf } from '../../contract.ts';
import { flag, identifier, instant, listOf, oneOf, orNone, recordId, words } from '../../fields.ts';
import { documentNumberFault } from '../../identifiers/document-number.ts';

/** One customer of a service that fraud could live on, how it was looked at, and what was done. Article 25(2). */
export const supportServiceRisk = contract({
  kind: 'support-service-risk',
  sectors: ['telecom', 'internet'],
  title: { zh: '支持类业务涉诈风险监测', en: 'Support service watched for misuse' },
  naturalKey: ['recordId'],
  lawDates: ['reviewedAt'],
  periodDate: 'reviewedAt',
  fields: {
    recordId,
    reviewedAt: instant({ zh: '排查时间', en: 'Looked at', synonyms: ['巡查时间', '检查时间', '风险排查时间'] }),
    serviceType: oneOf(
      {
        access: { zh: '互联网接入', en: 'internet access' },
        hosting: { zh: '服务器托管', en: 'hosting' },
        storage: { zh: '网络存储', en: 'storage' },
        transmission: { zh: '通讯传输', en: 'transmission' },
        'line-lease': { zh: '线路出租', en: 'leased lines' },
        resolution: { zh: '域名解析', en: 'domain resolution' },
        'publish-or-search': { zh: '信息发布或搜索', en: 'publishing or search' },
        ads: { zh: '广告推广', en: 'advertising' },
        'traffic-promotion': { zh: '引流推广', en: 'traffic promotion' },
        'app-or-site-build': { zh: '应用程序、网站等开发', en: 'building of apps or sites' },
        maintenance: { zh: '应用程序、网站等维护', en: 'upkeep of apps or sites' },
        'payment-settlement': { zh: '支付结算', en: 'payment and settlement' },
      },
      { zh: '业务类型', en: 'Service', synonyms: ['服务类型', '业务种类'] },
    ),
    customerId: identifier(
      {
        zh: '客户证件号码',
        en: 'Document number of the customer',
        synonyms: ['客户统一社会信用代码', '证件号码', '客户证件号'],
        personal: 'token',
      },
      {
        zh: '单位为统一社会信用代码，个人为证件号码',
        en: 'the credit code of a unit, the document number of a person',
      },
      documentNumberFault,
    ),
    onboardingCheckDone: flag({ zh: '接入前已核查客户', en: 'Customer checked', synonyms: ['客户核查', '准入核查'] }),
    monitoringRuleId: orNone(
      words({ zh: '监测规则编号', en: 'Monitoring rule', synonyms: ['监测模型编号', '监测规则'] }, 128),
    ),
    riskSignals: orNone(
      listOf(
        { zh: '风险特征', en: 'Signals', synonyms: ['风险信号', '异常特征'] },
        { zh: '命中的风险特征列表，每项不超过 64 个字符', en: 'a list of signals, up to 64 characters each' },
      ),
    ),
    detectedAt: orNone(instant({ zh: '识别时间', en: 'Detected at', synonyms: ['发现时间', '风险识别时间'] })),
    action: oneOf(
      {
        none: { zh: '未处置', en: 'none' },
        warn: { zh: '警示', en: 'warned' },
        limit: { zh: '限制服务', en: 'limited' },
        terminate: { zh: '终止服务', en: 'terminated' },
        report: { zh: '报告主管部门', en: 'reported' },
      },
      { zh: '处置措施', en: 'Action', synonyms: ['措施', '处置方式'] },
    ),
    actionAt: orNone(instant({ zh: '处置时间', en: 'Action at', synonyms: ['措施时间'] })),
    fraudSupportConfirmed: flag({
      zh: '确认被用于支持诈骗',
      en: 'Support of fraud confirmed',
      synonyms: ['确认涉诈', '是否确认涉诈'],
    }),
    clueTransferId: orNone(words({ zh: '线索移送编号', en: 'Clue transfer', synonyms: ['线索编号', '移送编号'] }, 128)),
  },
});

export type SupportServiceRisk = RecordOf<typeof supportServiceRisk.fields>;
