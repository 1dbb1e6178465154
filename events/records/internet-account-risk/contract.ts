import { contract, type RecordOf } from '../../contract.ts';
import { identifier, instant, oneOf, orNone, recordId, words } from '../../fields.ts';
import { networkAccountFault } from '../../identifiers/network-account.ts';

/** One account of an internet service that monitoring flagged, verified again and restricted or restored. Article 22(1). */
export const internetAccountRisk = contract({
  kind: 'internet-account-risk',
  sectors: ['internet'],
  title: { zh: '涉诈异常互联网账号核验处置', en: 'Fraud-risk internet account verified again' },
  naturalKey: ['recordId'],
  lawDates: ['flaggedAt'],
  periodDate: 'flaggedAt',
  fields: {
    recordId,
    flaggedAt: instant({ zh: '异常识别时间', en: 'Flagged at', synonyms: ['异常标记时间', '风险识别时间'] }),
    accountId: identifier(
      { zh: '账号标识', en: 'Account', synonyms: ['账号', '用户账号', '账号ID'], personal: 'token' },
      { zh: '1 至 64 位字母、数字或 . _ @ + :', en: '1 to 64 letters, digits or . _ @ + :' },
      networkAccountFault,
    ),
    riskLevel: oneOf(
      { high: { zh: '高', en: 'high' }, medium: { zh: '中', en: 'medium' }, low: { zh: '低', en: 'low' } },
      { zh: '风险等级', en: 'Risk level', synonyms: ['风险级别'] },
    ),
    reverifyRequestedAt: orNone(
      instant({
        zh: '要求重新核验时间',
        en: 'Re-verification requested at',
        synonyms: ['重新核验通知时间', '核验通知时间'],
      }),
    ),
    result: oneOf(
      {
        pass: { zh: '通过', en: 'passed' },
        fail: { zh: '未通过', en: 'failed' },
        'no-response': { zh: '未响应', en: 'no response' },
        open: { zh: '核验中', en: 'open' },
      },
      { zh: '重新核验结果', en: 'Re-verification result', synonyms: ['核验结果', '二次核验结果'] },
    ),
    measure: oneOf(
      {
        none: { zh: '未采取措施', en: 'none' },
        limit: { zh: '限制功能', en: 'functions limited' },
        suspend: { zh: '暂停服务', en: 'service suspended' },
        close: { zh: '关闭账号', en: 'account closed' },
      },
      { zh: '处置措施', en: 'Measure', synonyms: ['措施', '处置方式'] },
    ),
    measureAt: orNone(instant({ zh: '处置时间', en: 'Measure taken at', synonyms: ['措施时间'] })),
    disposalId: orNone(words({ zh: '处置告知编号', en: 'Disposal notice', synonyms: ['告知书编号', '处置编号'] }, 128)),
    restoredAt: orNone(instant({ zh: '恢复时间', en: 'Restored at', synonyms: ['解除时间', '解除措施时间'] })),
  },
});

export type InternetAccountRisk = RecordOf<typeof internetAccountRisk.fields>;
