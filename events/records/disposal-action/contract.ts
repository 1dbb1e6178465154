import { contract, type RecordOf } from '../../contract.ts';
import { flag, identifier, instant, oneOf, orNone, recordId, words } from '../../fields.ts';
import { documentNumberFault } from '../../identifiers/document-number.ts';

/**
 * One measure that limited or suspended a card, an account or an internet account, and the notice of it. `recordId` is
 * the number of the measure. Article 32, paragraph 3.
 */
export const disposalAction = contract({
  kind: 'disposal-action',
  sectors: ['telecom', 'bank', 'payment', 'internet'],
  title: { zh: '处置措施与告知', en: 'Measures taken and their notices' },
  naturalKey: ['recordId'],
  lawDates: ['takenAt'],
  periodDate: 'takenAt',
  fields: {
    recordId,
    takenAt: instant({ zh: '处置时间', en: 'Taken at', synonyms: ['管控时间', '限制时间', '措施时间'] }),
    subjectId: identifier(
      {
        zh: '当事人证件号码',
        en: 'Document number of whom it affects',
        synonyms: ['证件号码', '身份证号', '客户证件号', '用户证件号码'],
        personal: 'token',
      },
      {
        zh: '个人为证件号码，单位为统一社会信用代码',
        en: 'the document number of a person, the credit code of a unit',
      },
      documentNumberFault,
    ),
    objectType: oneOf(
      {
        'phone-card': { zh: '电话卡', en: 'phone card' },
        'iot-card': { zh: '物联网卡', en: 'IoT card' },
        'bank-account': { zh: '银行账户', en: 'bank account' },
        'payment-account': { zh: '支付账户', en: 'payment account' },
        'internet-account': { zh: '互联网账号', en: 'internet account' },
      },
      { zh: '处置对象类型', en: 'What it limits', synonyms: ['对象类型', '业务类型'] },
    ),
    basisArticle: oneOf(
      {
        '11': { zh: '第十一条（异常电话卡）', en: 'article 11, flagged phone cards' },
        '12': { zh: '第十二条（物联网卡）', en: 'article 12, IoT cards' },
        '18': { zh: '第十八条（异常账户、可疑交易）', en: 'article 18, accounts and transactions' },
        '20': { zh: '第二十条（公安机关决定的止付、冻结）', en: 'article 20, stop-payment or freezing by the police' },
        '22': { zh: '第二十二条（互联网账号）', en: 'article 22, internet accounts' },
        '32-2': { zh: '第三十二条第二款（涉诈监测处置）', en: 'article 32, paragraph 2, measures on a clue' },
      },
      { zh: '处置依据', en: 'Basis', synonyms: ['法律依据', '依据条款', '处置依据条款'] },
    ),
    measure: words({ zh: '处置措施', en: 'Measure', synonyms: ['管控措施', '限制措施', '措施'] }, 100),
    noticeSentAt: orNone(instant({ zh: '告知时间', en: 'Notice sent at', synonyms: ['通知时间', '告知发送时间'] })),
    hasReason: flag({ zh: '告知处置原因', en: 'Notice says why', synonyms: ['是否告知原因', '含处置原因'] }),
    hasRemedyChannel: flag({
      zh: '告知救济渠道',
      en: 'Notice says where to appeal',
      synonyms: ['告知申诉渠道', '含救济渠道', '含申诉渠道'],
    }),
    hasMaterialsList: flag({
      zh: '告知所需材料',
      en: 'Notice lists the materials',
      synonyms: ['告知需提交的资料', '含材料清单', '告知申诉材料'],
    }),
  },
});

export type DisposalAction = RecordOf<typeof disposalAction.fields>;
