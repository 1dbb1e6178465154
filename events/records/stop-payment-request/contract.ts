import { contract, type RecordOf } from '../../contract.ts';
import { count, flag, identifier, instant, oneOf, orNone, recordId } from '../../fields.ts';
import { accountNumberFault, accountNumberForms } from '../../identifiers/account-number.ts';

/**
 * One stop-payment message of the police and what the institution did on it. `recordId` is the number of the message.
 * Article 20; 银发〔2016〕86号, item 2(1)2.
 */
export const stopPaymentRequest = contract({
  kind: 'stop-payment-request',
  sectors: ['bank', 'payment'],
  title: { zh: '紧急止付办理', en: 'Stop-payment messages and what was done on them' },
  naturalKey: ['recordId'],
  lawDates: ['receivedAt'],
  periodDate: 'receivedAt',
  fields: {
    recordId,
    receivedAt: instant({
      zh: '收到止付指令时间',
      en: 'Received at',
      synonyms: ['指令接收时间', '止付请求时间', '收到时间'],
    }),
    accountId: identifier(
      { zh: '止付账号', en: 'Account number', synonyms: ['账号', '被止付账号', '卡号'], personal: 'token' },
      accountNumberForms,
      accountNumberFault,
    ),
    matchResult: oneOf(
      { match: { zh: '一致', en: 'match' }, mismatch: { zh: '不一致', en: 'mismatch' } },
      { zh: '信息核对结果', en: 'Check of name, account, amount and time', synonyms: ['核对结果', '要素核对结果'] },
    ),
    stopSequence: count({ zh: '第几次止付', en: 'Which stop of this account', synonyms: ['止付次数', '止付次序'] }),
    stoppedAt: orNone(instant({ zh: '止付时间', en: 'Stopped at', synonyms: ['止付执行时间', '止付开始时间'] })),
    expiresAt: orNone(instant({ zh: '止付到期时间', en: 'Stop ends at', synonyms: ['止付截止时间', '到期时间'] })),
    amountStoppedFen: orNone(
      count({ zh: '止付金额（分）', en: 'Amount stopped (fen)', synonyms: ['止付金额'], unit: 'fen' }),
    ),
    feedbackAt: orNone(instant({ zh: '反馈时间', en: 'Answered at', synonyms: ['止付结果反馈时间', '回执时间'] })),
    followedByFreeze: flag({
      zh: '到期前已转冻结',
      en: 'Freeze came before the end',
      synonyms: ['是否转冻结', '止付期内冻结'],
    }),
    releasedAt: orNone(instant({ zh: '解除止付时间', en: 'Released at', synonyms: ['解付时间', '止付解除时间'] })),
  },
});

export type StopPaymentRequest = RecordOf<typeof stopPaymentRequest.fields>;
