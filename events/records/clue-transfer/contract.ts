import { contract, type RecordOf } from '../../contract.ts';
import { instant, oneOf, orNone, recordId, words } from '../../fields.ts';

/** One clue or piece of risk information that monitoring found, and where it went. Article 26(2). */
export const clueTransfer = contract({
  kind: 'clue-transfer',
  sectors: ['internet'],
  title: { zh: '涉诈线索移送', en: 'Clue transferred' },
  naturalKey: ['recordId'],
  lawDates: ['foundAt'],
  periodDate: 'foundAt',
  fields: {
    recordId,
    foundAt: instant({ zh: '发现时间', en: 'Found at', synonyms: ['线索发现时间', '监测发现时间'] }),
    clueId: words({ zh: '线索编号', en: 'Clue', synonyms: ['线索号', '风险信息编号'] }, 128),
    clueType: oneOf(
      {
        crime: { zh: '涉诈犯罪线索', en: 'crime' },
        'account-risk': { zh: '账号风险', en: 'account risk' },
        'phone-card-risk': { zh: '电话卡风险', en: 'phone card risk' },
        'content-risk': { zh: '信息内容风险', en: 'content risk' },
        'app-risk': { zh: '应用程序风险', en: 'app risk' },
        'domain-risk': { zh: '域名风险', en: 'domain risk' },
        'funds-risk': { zh: '资金风险', en: 'funds risk' },
      },
      { zh: '线索类型', en: 'Kind of clue', synonyms: ['线索种类', '风险类型'] },
    ),
    severity: oneOf(
      { high: { zh: '高', en: 'high' }, medium: { zh: '中', en: 'medium' }, low: { zh: '低', en: 'low' } },
      { zh: '风险程度', en: 'Severity', synonyms: ['严重程度', '风险等级'] },
    ),
    target: oneOf(
      {
        police: { zh: '公安', en: 'police' },
        financial: { zh: '金融', en: 'financial authority' },
        telecom: { zh: '电信', en: 'telecom authority' },
        cac: { zh: '网信', en: 'cyberspace authority' },
      },
      { zh: '移送部门', en: 'Transferred to', synonyms: ['接收部门', '移送对象'] },
    ),
    transferredAt: orNone(instant({ zh: '移送时间', en: 'Transferred at', synonyms: ['线索移送时间'] })),
    receiptNo: orNone(words({ zh: '回执编号', en: 'Receipt', synonyms: ['回执号', '接收回执'] }, 128)),
    feedbackAt: orNone(instant({ zh: '部门反馈时间', en: 'Authority answered at', synonyms: ['反馈时间'] })),
  },
});

export type ClueTransfer = RecordOf<typeof clueTransfer.fields>;
