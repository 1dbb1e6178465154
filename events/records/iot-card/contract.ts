import { contract, type RecordOf } from '../../contract.ts';
import { amount, count, identifier, instant, oneOf, orNone, recordId, words } from '../../fields.ts';
import { iccidFault } from '../../identifiers/cards-and-devices.ts';
import { documentNumberFault } from '../../identifiers/document-number.ts';

/** One IoT card as opened, and to whom it is registered: customer, person responsible, actual user. Article 12. */
export const iotCard = contract({
  kind: 'iot-card',
  sectors: ['telecom'],
  title: { zh: '物联网卡登记', en: 'IoT card registered' },
  naturalKey: ['recordId'],
  lawDates: ['openedAt'],
  periodDate: 'openedAt',
  fields: {
    recordId,
    openedAt: instant({ zh: '开卡时间', en: 'Opened at', synonyms: ['入网时间', '开户时间', '发卡时间'] }),
    iccid: identifier(
      { zh: 'ICCID', en: 'ICCID', synonyms: ['物联网卡号', '卡号'], personal: 'token' },
      { zh: '19 或 20 位数字，以 89 开头', en: '19 or 20 digits beginning with 89' },
      iccidFault,
    ),
    customerType: oneOf(
      { unit: { zh: '单位', en: 'unit' }, individual: { zh: '个人', en: 'individual' } },
      { zh: '客户类型', en: 'Customer type', synonyms: ['用户类型'] },
    ),
    unitLicenceNo: orNone(
      identifier(
        {
          zh: '单位证件号码',
          en: 'Licence of the unit',
          synonyms: ['统一社会信用代码', '营业执照号'],
          personal: 'token',
        },
        { zh: '统一社会信用代码或其他单位证件号码', en: 'the credit code or another licence number of the unit' },
        documentNumberFault,
      ),
    ),
    responsiblePersonId: orNone(
      identifier(
        {
          zh: '责任人证件号码',
          en: 'Person responsible',
          synonyms: ['责任人身份证号', '经办人证件号码'],
          personal: 'token',
        },
        { zh: '单位责任人的证件号码', en: 'the document number of the person responsible at the unit' },
        documentNumberFault,
      ),
    ),
    endUserId: orNone(
      identifier(
        {
          zh: '实际使用人证件号码',
          en: 'Actual user',
          synonyms: ['使用人证件号码', '实际使用人身份证号'],
          personal: 'token',
        },
        { zh: '实际使用人的证件号码', en: 'the document number of whoever uses the card' },
        documentNumberFault,
      ),
    ),
    trafficType: oneOf(
      { directed: { zh: '定向流量', en: 'directed' }, general: { zh: '通用流量', en: 'general' } },
      { zh: '流量类型', en: 'Kind of traffic', synonyms: ['流量种类'] },
    ),
    monthlyQuotaMb: orNone(
      amount({ zh: '月流量限额', en: 'Monthly quota', synonyms: ['流量限额', '月流量'], unit: 'MB' }),
    ),
    numberLength: count({ zh: '号码位数', en: 'Digits of the number', synonyms: ['号码长度'], unit: 'digit' }),
    exceptionApprovalRef: orNone(
      words({ zh: '例外审批编号', en: 'Approval of an exception', synonyms: ['审批编号', '例外批准文号'] }, 128),
    ),
    cardStatus: oneOf(
      {
        active: { zh: '在用', en: 'active' },
        suspended: { zh: '停机', en: 'suspended' },
        cancelled: { zh: '销户', en: 'cancelled' },
        pending: { zh: '待激活', en: 'pending' },
      },
      { zh: '卡状态', en: 'Card status', synonyms: ['状态'] },
    ),
    registeredAt: orNone(instant({ zh: '登记时间', en: 'Registered at', synonyms: ['实名登记时间'] })),
    activatedAt: orNone(instant({ zh: '激活时间', en: 'Activated at', synonyms: ['开通时间'] })),
  },
  holdings: {
    subject: 'endUserId',
    card: 'iccid',
    openedAt: 'openedAt',
    keeps: ['customerType', 'trafficType', 'cardStatus', 'openedAt'],
  },
});

export type IotCard = RecordOf<typeof iotCard.fields>;
