import { contract, type RecordOf } from '../../contract.ts';
import { count, date, flag, identifier, instant, oneOf, orNone, recordId } from '../../fields.ts';
import { documentNumberFault } from '../../identifiers/document-number.ts';
import { networkAccountFault } from '../../identifiers/network-account.ts';

/** One payment account as opened and verified, and what was paid from balances by the day of the check. Article 16(1). */
export const paymentAccount = contract({
  kind: 'payment-account',
  sectors: ['payment'],
  title: { zh: '支付账户分类与限额', en: 'Payment account: class and limits' },
  naturalKey: ['recordId'],
  lawDates: ['openedAt', 'checkedOn'],
  periodDate: 'checkedOn',
  fields: {
    recordId,
    checkedOn: date({ zh: '检查日期', en: 'Checked on', synonyms: ['统计日期', '自查日期', '截止日期'] }),
    openedAt: instant({ zh: '开户时间', en: 'Opened at', synonyms: ['支付账户开立时间', '开立时间'] }),
    customerType: oneOf(
      { individual: { zh: '个人', en: 'individual' }, unit: { zh: '单位', en: 'unit' } },
      { zh: '客户类型', en: 'Customer type', synonyms: ['客户类别', '账户主体类型'] },
    ),
    customerId: identifier(
      {
        zh: '客户证件号码',
        en: 'Customer document number',
        synonyms: ['证件号码', '身份证号', '证件号', '客户证件号'],
        personal: 'token',
      },
      {
        zh: '个人为证件号码，单位为统一社会信用代码',
        en: 'the document number of a person, the credit code of a unit',
      },
      documentNumberFault,
    ),
    accountId: identifier(
      { zh: '支付账号', en: 'Payment account', synonyms: ['支付账户号', '账号', '账户号'], personal: 'token' },
      { zh: '本机构内的支付账户编号', en: 'the account as your institution knows it' },
      networkAccountFault,
    ),
    // Classes are for persons: `null` says that the account has none.
    accountClass: orNone(
      oneOf(
        {
          I: { zh: 'Ⅰ类支付账户', en: 'class I' },
          II: { zh: 'Ⅱ类支付账户', en: 'class II' },
          III: { zh: 'Ⅲ类支付账户', en: 'class III' },
        },
        { zh: '支付账户类别', en: 'Class', synonyms: ['账户类别', '账户分类'] },
      ),
    ),
    verifyChannels: count({
      zh: '外部核验渠道数',
      en: 'External verification channels',
      synonyms: ['身份核验渠道数', '核验渠道数'],
      unit: 'channel',
    }),
    faceToFace: flag({
      zh: '面对面核验',
      en: 'Identity seen face to face',
      synonyms: ['是否面签', '当面核验', '面签'],
    }),
    // Payments from a linked bank account and withdrawals to the customer's own bank account are no balance payments.
    lifetimeBalancePayFen: count({
      zh: '开户以来累计余额付款（不含绑定银行账户付款和本人提现）',
      en: 'Balance payments since the opening',
      synonyms: ['累计余额付款金额', '余额付款累计'],
      unit: 'fen',
    }),
    yearBalancePayFen: count({
      zh: '该客户全部支付账户本年累计余额付款（不含绑定银行账户付款和本人提现）',
      en: 'Balance payments of the year over all accounts of the customer',
      synonyms: ['年累计余额付款金额', '本年余额付款累计'],
      unit: 'fen',
    }),
    status: oneOf(
      {
        active: { zh: '正常', en: 'active' },
        suspended: { zh: '暂停', en: 'suspended' },
        closed: { zh: '注销', en: 'closed' },
      },
      { zh: '账户状态', en: 'Status', synonyms: ['状态'] },
    ),
  },
  looksUp: [{ list: 'sanctioned-subjects', field: 'customerId' }],
  holdings: {
    subject: 'customerId',
    card: 'accountId',
    openedAt: 'openedAt',
    keeps: ['customerType', 'accountClass', 'status', 'openedAt'],
  },
});

export type PaymentAccount = RecordOf<typeof paymentAccount.fields>;
