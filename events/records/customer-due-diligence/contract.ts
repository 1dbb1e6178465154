import { contract, type RecordOf } from '../../contract.ts';
import { count, date, flag, identifier, instant, oneOf, orNone, recordId } from '../../fields.ts';
import { documentNumberFault } from '../../identifiers/document-number.ts';

/** What an institution knows of one customer on the day of the check, and since when. Article 15. */
export const customerDueDiligence = contract({
  kind: 'customer-due-diligence',
  sectors: ['bank', 'payment'],
  title: { zh: '客户尽职调查与持续复核', en: 'Customers known and reviewed' },
  naturalKey: ['recordId'],
  lawDates: ['accountOpenedAt', 'checkedOn'],
  periodDate: 'checkedOn',
  fields: {
    recordId,
    checkedOn: date({ zh: '检查日期', en: 'Checked on', synonyms: ['自查日期', '核查日期', '统计日期'] }),
    accountOpenedAt: instant({
      zh: '账户开立时间',
      en: 'Account opened at',
      synonyms: ['开户时间', '业务关系建立时间', '入网时间'],
    }),
    accountType: oneOf(
      {
        'bank-account': { zh: '银行账户', en: 'bank account' },
        'payment-account': { zh: '支付账户', en: 'payment account' },
        acquiring: { zh: '收单结算', en: 'acquiring service of a merchant' },
      },
      { zh: '账户或业务类型', en: 'Type of account', synonyms: ['账户类型', '业务类型'] },
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
    customerType: oneOf(
      {
        individual: { zh: '个人', en: 'individual' },
        enterprise: { zh: '企业', en: 'enterprise' },
        merchant: { zh: '商户', en: 'merchant' },
        other: { zh: '其他', en: 'other' },
      },
      { zh: '客户类型', en: 'Customer type', synonyms: ['存款人类别', '客户类别'] },
    ),
    cddCompletedAt: orNone(
      instant({
        zh: '尽职调查完成时间',
        en: 'Due diligence completed at',
        synonyms: ['客户身份识别完成时间', '尽调完成时间'],
      }),
    ),
    purposeRecorded: flag({
      zh: '已记录业务目的',
      en: 'Purpose recorded',
      synonyms: ['业务关系目的', '已了解开户用途'],
    }),
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
    lastReviewedAt: orNone(
      instant({
        zh: '最近复核时间',
        en: 'Last reviewed at',
        synonyms: ['最近一次复核', '持续识别时间', '重新识别时间'],
      }),
    ),
    relationshipEndedOn: orNone(
      date({ zh: '业务关系终止日期', en: 'Relationship ended on', synonyms: ['销户日期', '终止日期'] }),
    ),
  },
});

export type CustomerDueDiligence = RecordOf<typeof customerDueDiligence.fields>;
