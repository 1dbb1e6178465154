import { contract, type RecordOf } from '../../contract.ts';
import { count, flag, identifier, instant, oneOf, orNone, recordId } from '../../fields.ts';
import { accountNumberFault, accountNumberForms } from '../../identifiers/account-number.ts';
import { documentNumberFault } from '../../identifiers/document-number.ts';

/** One account of one customer as opened and as the customer was identified. Articles 15 and 16. */
export const bankAccount = contract({
  kind: 'bank-account',
  sectors: ['bank'],
  title: { zh: '银行账户开立与客户识别', en: 'Bank account opened, customer identified' },
  naturalKey: ['recordId'],
  lawDates: ['openedAt'],
  periodDate: 'openedAt',
  fields: {
    recordId,
    openedAt: instant({ zh: '开户时间', en: 'Opened at', synonyms: ['账户开立时间', '开立时间'] }),
    customerType: oneOf(
      {
        individual: { zh: '个人', en: 'individual' },
        enterprise: { zh: '企业', en: 'enterprise' },
        merchant: { zh: '商户', en: 'merchant' },
        other: { zh: '其他', en: 'other' },
      },
      { zh: '客户类型', en: 'Customer type', synonyms: ['存款人类别'] },
    ),
    customerId: identifier(
      {
        zh: '客户证件号码',
        en: 'Customer document number',
        synonyms: ['证件号码', '身份证号', '证件号', '客户证件号'],
        personal: 'token',
      },
      {
        zh: '个人为证件号码，企业为统一社会信用代码',
        en: 'the document number of a person, the credit code of an enterprise',
      },
      documentNumberFault,
    ),
    accountId: identifier(
      { zh: '账号', en: 'Account number', synonyms: ['银行账号', '卡号', '账户号', '银行卡号'], personal: 'token' },
      accountNumberForms,
      accountNumberFault,
    ),
    // Classes are for persons: `null` says that the account has none.
    accountClass: orNone(
      oneOf(
        {
          I: { zh: 'Ⅰ类户', en: 'class I' },
          II: { zh: 'Ⅱ类户', en: 'class II' },
          III: { zh: 'Ⅲ类户', en: 'class III' },
        },
        { zh: '账户类别', en: 'Account class', synonyms: ['账户分类', '账户类型'] },
      ),
    ),
    status: oneOf(
      {
        active: { zh: '正常', en: 'active' },
        suspended: { zh: '暂停', en: 'suspended' },
        closed: { zh: '销户', en: 'closed' },
      },
      { zh: '账户状态', en: 'Status', synonyms: ['状态'] },
    ),
    faceToFace: flag({ zh: '面签', en: 'Identity seen by staff', synonyms: ['是否面签', '当面核验'] }),
    cddCompletedAt: orNone(
      instant({
        zh: '尽职调查完成时间',
        en: 'Due diligence completed at',
        synonyms: ['客户身份识别完成时间', '尽调完成时间'],
      }),
    ),
    purposeRecorded: flag({ zh: '已记录开户目的', en: 'Purpose recorded', synonyms: ['开户目的', '已了解开户用途'] }),
    beneficialOwnerCount: count({
      zh: '受益所有人人数',
      en: 'Beneficial owners',
      synonyms: ['受益所有人数量'],
      unit: 'person',
    }),
    beneficialOwnersVerified: flag({
      zh: '受益所有人已核实',
      en: 'Beneficial owners verified',
      synonyms: ['受益所有人核实'],
    }),
    riskRating: orNone(
      oneOf(
        { high: { zh: '高', en: 'high' }, medium: { zh: '中', en: 'medium' }, low: { zh: '低', en: 'low' } },
        { zh: '风险等级', en: 'Risk rating', synonyms: ['客户风险等级'] },
      ),
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

export type BankAccount = RecordOf<typeof bankAccount.fields>;
