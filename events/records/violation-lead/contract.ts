import { contract, type RecordOf } from '../../contract.ts';
import { count, identifier, instant, oneOf, orNone, recordId } from '../../fields.ts';
import { documentNumberFault } from '../../identifiers/document-number.ts';

/**
 * One confirmed case of somebody who traded cards or accounts or helped fraud, whoever it was, and whether the police know.
 * It labels nobody as punished: only the police determine that. Articles 14(1), 25(1) and 31(1).
 */
export const violationLead = contract({
  kind: 'violation-lead',
  sectors: ['telecom', 'bank', 'payment', 'internet'],
  title: { zh: '买卖租借与涉诈帮助行为', en: 'Trade in cards or accounts, or help to fraud' },
  naturalKey: ['recordId'],
  lawDates: ['confirmedAt'],
  periodDate: 'confirmedAt',
  fields: {
    recordId,
    confirmedAt: instant({ zh: '确认时间', en: 'Confirmed at', synonyms: ['查实时间', '核实时间', '行为确认时间'] }),
    conductType: oneOf(
      {
        'buy-sell': { zh: '买卖', en: 'buying or selling' },
        rent: { zh: '出租', en: 'renting out' },
        lend: { zh: '出借', en: 'lending' },
        'identity-check-aid': { zh: '提供实名核验帮助', en: 'help with the identity check' },
        'impersonated-opening': { zh: '假冒他人身份开立', en: 'opening in a false name' },
        'fictitious-agency': { zh: '虚构代理关系开立', en: 'opening by a made-up agency' },
        'device-or-software': { zh: '非法设备、软件', en: 'illegal equipment or software' },
        'sell-personal-info': { zh: '出售、提供个人信息', en: 'selling personal data' },
        laundering: { zh: '帮助洗钱', en: 'laundering' },
        'other-aid': { zh: '其他支持帮助', en: 'other help' },
      },
      { zh: '行为类型', en: 'Conduct', synonyms: ['违规行为类型', '违法行为', '行为种类'] },
    ),
    objectType: orNone(
      oneOf(
        {
          'phone-card': { zh: '电话卡', en: 'phone card' },
          'iot-card': { zh: '物联网卡', en: 'IoT card' },
          landline: { zh: '固定电话', en: 'landline' },
          line: { zh: '电信线路', en: 'line' },
          'sms-port': { zh: '短信端口', en: 'SMS port' },
          'bank-account': { zh: '银行账户', en: 'bank account' },
          'payment-account': { zh: '支付账户', en: 'payment account' },
          'internet-account': { zh: '互联网账号', en: 'internet account' },
          'e-cny-wallet': { zh: '数字人民币钱包', en: 'e-CNY wallet' },
          device: { zh: '设备、软件', en: 'equipment or software' },
        },
        { zh: '对象类型', en: 'Object', synonyms: ['涉及对象', '标的类型', '卡号账户类型'] },
      ),
    ),
    objectCount: count({ zh: '对象数量', en: 'Number of objects', synonyms: ['卡数量', '账户数量', '涉及数量'] }),
    timesCount: count({ zh: '行为次数', en: 'Number of times', synonyms: ['次数', '违规次数'] }),
    recipientCount: count({
      zh: '提供对象人数',
      en: 'Number of recipients',
      synonyms: ['接收人数', '收取方人数'],
      unit: 'person',
    }),
    partyType: oneOf(
      {
        staff: { zh: '员工', en: 'staff' },
        agent: { zh: '代理商', en: 'agent' },
        customer: { zh: '用户', en: 'customer' },
        outsider: { zh: '外部人员', en: 'outsider' },
      },
      { zh: '行为人类型', en: 'Who', synonyms: ['行为人身份', '涉事人员类型', '人员类型'] },
    ),
    subjectId: identifier(
      {
        zh: '行为人证件号码',
        en: 'Document number of whoever did it',
        synonyms: ['证件号码', '当事人证件号', '涉事人证件号码'],
        personal: 'token',
      },
      {
        zh: '个人为证件号码，单位为统一社会信用代码',
        en: 'the document number of a person, the credit code of a unit',
      },
      documentNumberFault,
    ),
    transferredToPoliceAt: orNone(
      instant({ zh: '移送公安时间', en: 'Transferred to police at', synonyms: ['移送时间', '报案时间', '报警时间'] }),
    ),
    illegalGainFen: orNone(
      count({ zh: '违法所得（分）', en: 'Illegal gain (fen)', synonyms: ['违法所得', '获利金额（分）'], unit: 'fen' }),
    ),
  },
});

export type ViolationLead = RecordOf<typeof violationLead.fields>;
