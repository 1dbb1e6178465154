import { contract, type RecordOf } from '../../contract.ts';
import { instant, oneOf, orNone, recordId, words } from '../../fields.ts';

/**
 * One fraud sample that the enterprise found and shared, or received and applied. `recordId` is the number of the sample.
 * Article 32, paragraphs 1 and 2; article 10, paragraph 3; article 16, paragraph 3.
 */
export const riskInfoSharing = contract({
  kind: 'risk-info-sharing',
  sectors: ['telecom', 'bank', 'payment', 'internet'],
  title: { zh: '涉诈样本与风险信息共享', en: 'Fraud samples shared and applied' },
  naturalKey: ['recordId'],
  lawDates: ['detectedAt'],
  periodDate: 'detectedAt',
  fields: {
    recordId,
    detectedAt: instant({
      zh: '发现或收到时间',
      en: 'Detected or received at',
      synonyms: ['发现时间', '收到时间', '接收时间', '样本时间'],
    }),
    direction: oneOf(
      { found: { zh: '自行发现', en: 'found' }, received: { zh: '外部共享', en: 'received' } },
      { zh: '样本方向', en: 'Found or received', synonyms: ['方向', '样本来源方向'] },
    ),
    sampleType: oneOf(
      {
        number: { zh: '号码', en: 'number' },
        'sms-template': { zh: '短信模板', en: 'SMS template' },
        url: { zh: '链接', en: 'link' },
        domain: { zh: '域名', en: 'domain' },
        'app-hash': { zh: '应用', en: 'app' },
        'bank-account': { zh: '银行账户', en: 'bank account' },
        'payment-account': { zh: '支付账户', en: 'payment account' },
        'internet-account': { zh: '互联网账号', en: 'internet account' },
        device: { zh: '设备', en: 'device' },
      },
      { zh: '样本类型', en: 'Type of sample', synonyms: ['类型', '黑样本类型'] },
    ),
    // A number or an account names a person, and a link may: all of them are known by their tokens.
    value: words(
      { zh: '样本内容', en: 'Sample', synonyms: ['样本值', '涉诈号码', '涉诈链接'], personal: 'token' },
      500,
    ),
    sharedAt: orNone(instant({ zh: '共享时间', en: 'Shared at', synonyms: ['上报时间', '推送时间'] })),
    receiptNo: orNone(words({ zh: '平台回执号', en: 'Receipt', synonyms: ['回执编号', '回执号'] }, 128)),
    appliedAt: orNone(
      instant({ zh: '应用处置时间', en: 'Applied at', synonyms: ['封堵时间', '标记时间', '应用时间'] }),
    ),
    provenance: orNone(words({ zh: '样本来源', en: 'Source of the sample', synonyms: ['来源单位', '来源渠道'] }, 128)),
  },
});

export type RiskInfoSharing = RecordOf<typeof riskInfoSharing.fields>;
