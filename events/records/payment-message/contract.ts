import { contract, type RecordOf } from '../../contract.ts';
import { flag, identifier, instant, listOf, oneOf, orNone, recordId, words } from '../../fields.ts';
import { accountNumberFault, accountNumberForms } from '../../identifiers/account-number.ts';
import { digestFault, digestForm } from '../../identifiers/digest.ts';

/** One payment message and what it said of the parties on its way. `recordId` is the number of the message. Article 19. */
export const paymentMessage = contract({
  kind: 'payment-message',
  sectors: ['bank', 'payment'],
  title: { zh: '支付报文要素', en: 'What payment messages say' },
  naturalKey: ['recordId'],
  lawDates: ['sentAt'],
  periodDate: 'sentAt',
  fields: {
    recordId,
    sentAt: instant({ zh: '报文发送时间', en: 'Sent at', synonyms: ['交易时间', '发送时间', '报文时间'] }),
    businessType: oneOf(
      {
        purchase: { zh: '消费', en: 'purchase' },
        transfer: { zh: '转账', en: 'transfer' },
        other: { zh: '其他', en: 'other' },
      },
      { zh: '业务类型', en: 'Type of business', synonyms: ['交易类型', '交易种类', '业务种类'] },
    ),
    // A merchant may be a person who trades under their own name.
    merchantName: orNone(
      words({
        zh: '直接商户名称',
        en: 'Direct merchant',
        synonyms: ['商户名称', '特约商户名称', '收单商户'],
        personal: 'token',
      }),
    ),
    merchantRegistered: orNone(
      flag({
        zh: '商户在收单机构名录内',
        en: 'Merchant on the acquirer’s list',
        synonyms: ['商户已入网', '商户是否入网', '特约商户已登记'],
      }),
    ),
    payerName: orNone(
      words({ zh: '付款人名称', en: 'Payer', synonyms: ['付款方名称', '付款人户名', '付款户名'], personal: 'token' }),
    ),
    payerAccountId: orNone(
      identifier(
        { zh: '付款人账号', en: 'Payer’s account', synonyms: ['付款账号', '付款方账号'], personal: 'token' },
        accountNumberForms,
        accountNumberFault,
      ),
    ),
    payeeName: orNone(
      words({ zh: '收款人名称', en: 'Payee', synonyms: ['收款方名称', '收款人户名', '收款户名'], personal: 'token' }),
    ),
    payeeAccountId: orNone(
      identifier(
        { zh: '收款人账号', en: 'Payee’s account', synonyms: ['收款账号', '收款方账号'], personal: 'token' },
        accountNumberForms,
        accountNumberFault,
      ),
    ),
    // Taken over the same elements by every institution that handled the message, in order.
    hopDigests: listOf(
      { zh: '各环节要素摘要', en: 'Digest at each hop', synonyms: ['各节点摘要', '环节摘要', '报文要素摘要'] },
      digestForm,
      (value) => digestFault(value.toUpperCase()),
    ),
  },
});

export type PaymentMessage = RecordOf<typeof paymentMessage.fields>;
