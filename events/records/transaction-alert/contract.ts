import { contract, type RecordOf } from '../../contract.ts';
import { count, identifier, instant, oneOf, orNone, recordId, words } from '../../fields.ts';
import { accountNumberFault, accountNumberForms } from '../../identifiers/account-number.ts';
import { listOfCodes } from '../../list-of-codes.ts';

const measures: Readonly<Record<string, string>> = {
  'verify-transaction': '核实交易',
  'reverify-identity': '重新核验身份',
  'delay-settlement': '延迟支付结算',
  limit: '限制业务',
  suspend: '中止业务',
  clear: '排除风险',
};

/**
 * One alert on an account or a transaction, and what the institution did on it of its own. `recordId` is the number of the
 * alert; what the police ordered is a stop-payment or a freeze. Article 18, paragraph 3.
 */
export const transactionAlert = contract({
  kind: 'transaction-alert',
  sectors: ['bank', 'payment'],
  title: { zh: '异常账户与可疑交易预警处置', en: 'Alerts on accounts and transactions, and what was done' },
  naturalKey: ['recordId'],
  lawDates: ['alertAt'],
  periodDate: 'alertAt',
  fields: {
    recordId,
    alertAt: instant({ zh: '预警时间', en: 'Alert at', synonyms: ['预警产生时间', '告警时间', '监测发现时间'] }),
    accountId: identifier(
      { zh: '账号', en: 'Account number', synonyms: ['预警账号', '涉及账号', '卡号'], personal: 'token' },
      accountNumberForms,
      accountNumberFault,
    ),
    riskLevel: oneOf(
      { high: { zh: '高', en: 'high' }, medium: { zh: '中', en: 'medium' }, low: { zh: '低', en: 'low' } },
      { zh: '风险等级', en: 'Risk level', synonyms: ['预警等级', '风险级别'] },
    ),
    amountFen: count({ zh: '交易金额（分）', en: 'Amount (fen)', synonyms: ['交易金额', '涉及金额'], unit: 'fen' }),
    measures: listOfCodes(measures, { zh: '处置措施', en: 'Measures', synonyms: ['采取措施', '管控措施'] }),
    measureAt: orNone(instant({ zh: '处置时间', en: 'Measures at', synonyms: ['采取措施时间', '管控时间'] })),
    clearReason: orNone(
      words({ zh: '排除理由', en: 'Why it was cleared', synonyms: ['排除原因', '解除预警理由'] }, 500),
    ),
    disposalId: orNone(
      words({ zh: '处置告知编号', en: 'Notice of the measure', synonyms: ['处置编号', '告知编号'] }, 128),
    ),
    closedAt: orNone(instant({ zh: '预警办结时间', en: 'Closed at', synonyms: ['办结时间', '关闭时间'] })),
  },
});

export type TransactionAlert = RecordOf<typeof transactionAlert.fields>;
