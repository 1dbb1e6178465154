import { contract, type RecordOf } from '../../contract.ts';
import { date, identifier, instant, oneOf, orNone, recordId } from '../../fields.ts';
import { accountNumberFault, accountNumberForms } from '../../identifiers/account-number.ts';
import { mobileFault } from '../../identifiers/cards-and-devices.ts';
import { documentNumberFault } from '../../identifiers/document-number.ts';
import { landlineNumberFault } from '../../identifiers/landline-number.ts';

/**
 * One account as it stood on the day of a check: whether it was ever used, what was suspended, and which phone its customer
 * gave. Article 18, paragraph 3; 银发〔2016〕261号, items 1(6) and 1(7).
 */
export const accountStatus = contract({
  kind: 'account-status',
  sectors: ['bank', 'payment'],
  title: { zh: '休眠新户与联系电话排查', en: 'Unused new accounts and contact phones checked' },
  naturalKey: ['recordId'],
  lawDates: ['checkedOn'],
  periodDate: 'checkedOn',
  fields: {
    recordId,
    checkedOn: date({ zh: '排查日期', en: 'Checked on', synonyms: ['检查日期', '统计日期', '状态日期'] }),
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
      { zh: '账号', en: 'Account number', synonyms: ['银行账号', '支付账号', '卡号', '账户号'], personal: 'token' },
      accountNumberForms,
      accountNumberFault,
    ),
    status: oneOf(
      { open: { zh: '在用', en: 'open' }, closed: { zh: '销户', en: 'closed' } },
      { zh: '账户状态', en: 'Status', synonyms: ['状态'] },
    ),
    openedAt: instant({ zh: '开户时间', en: 'Opened at', synonyms: ['账户开立时间', '开立时间'] }),
    firstTxnAt: orNone(
      instant({ zh: '首次交易时间', en: 'First transaction at', synonyms: ['首笔交易时间', '首次动账时间'] }),
    ),
    // A bank suspends what is done away from the counter, a payment institution everything.
    serviceSuspendedAt: orNone(
      instant({
        zh: '业务暂停时间',
        en: 'Service suspended at',
        synonyms: ['暂停非柜面业务时间', '非柜面业务暂停时间', '暂停全部业务时间'],
      }),
    ),
    reverifiedAt: orNone(
      instant({ zh: '重新核实身份时间', en: 'Identity checked again at', synonyms: ['重新核身时间', '核实身份时间'] }),
    ),
    resumedAt: orNone(
      instant({ zh: '业务恢复时间', en: 'Service resumed at', synonyms: ['恢复业务时间', '恢复时间'] }),
    ),
    contactPhone: orNone(
      identifier(
        { zh: '联系电话', en: 'Contact phone', synonyms: ['预留手机号', '联系手机号', '手机号码'], personal: 'token' },
        {
          zh: '11 位移动电话号码，或带区号的固定电话',
          en: 'a mobile number of 11 digits, or a landline with its area code',
        },
        (value) => (value.startsWith('0') ? landlineNumberFault(value) : mobileFault(value)),
      ),
    ),
    sharedPhoneReason: orNone(
      oneOf(
        {
          minor: { zh: '未成年人由监护人代理', en: 'for a minor' },
          elderly: { zh: '老年人由亲属代理', en: 'for an older person' },
          payroll: { zh: '单位批量代发', en: 'opened by the employer' },
          other: { zh: '其他', en: 'other' },
        },
        { zh: '共用电话原因', en: 'Why the phone is shared', synonyms: ['一号多户原因', '共用联系电话原因'] },
      ),
    ),
  },
  holdings: {
    subject: 'contactPhone',
    card: 'accountId',
    openedAt: 'openedAt',
    keeps: ['checkedOn', 'customerId', 'status', 'serviceSuspendedAt', 'resumedAt', 'sharedPhoneReason', 'openedAt'],
  },
});

export type AccountStatus = RecordOf<typeof accountStatus.fields>;
