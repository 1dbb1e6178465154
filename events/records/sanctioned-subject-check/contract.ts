import { contract, type RecordOf } from '../../contract.ts';
import { date, flag, identifier, instant, oneOf, orNone, recordId, words } from '../../fields.ts';
import { documentNumberFault } from '../../identifiers/document-number.ts';
import { listOfCodes } from '../../list-of-codes.ts';

const services: Readonly<Record<string, string>> = {
  'bank-account': '银行账户',
  'payment-account': '支付账户',
  'phone-card': '电话卡',
  'iot-card': '物联网卡',
  line: '电信线路',
  'sms-port': '短信端口',
  'internet-account': '互联网账号',
};
const measures: Readonly<Record<string, string>> = {
  'non-counter-outflow-limited': '限制非柜面出金',
  'payment-business-stopped': '停止支付账户业务',
  'access-limited': '限制存量卡、线路、端口功能',
  'account-functions-limited': '限制互联网账号功能',
  'new-business-refused': '停办新业务',
};

/**
 * One entry of the police list of sanctioned subjects and what the enterprise did about it, as it stood on the day of the
 * check. Article 31, paragraph 2.
 */
export const sanctionedSubjectCheck = contract({
  kind: 'sanctioned-subject-check',
  sectors: ['telecom', 'bank', 'payment', 'internet'],
  title: { zh: '惩戒对象限制与解除', en: 'Sanctioned subjects restricted and released' },
  naturalKey: ['recordId'],
  lawDates: ['checkedOn', 'determinedOn'],
  periodDate: 'checkedOn',
  fields: {
    recordId,
    checkedOn: date({ zh: '核查日期', en: 'Checked on', synonyms: ['检查日期', '自查日期'] }),
    determinedOn: date({ zh: '认定日期', en: 'Determined on', synonyms: ['公安认定日期', '惩戒认定日期'] }),
    listEntryId: words({ zh: '名单编号', en: 'List entry', synonyms: ['惩戒名单编号', '名单条目编号'] }, 64),
    subjectId: identifier(
      {
        zh: '惩戒对象证件号码',
        en: 'Document number of the subject',
        synonyms: ['证件号码', '身份证号', '惩戒对象证件号'],
        personal: 'token',
      },
      {
        zh: '个人为证件号码，单位为统一社会信用代码',
        en: 'the document number of a person, the credit code of a unit',
      },
      documentNumberFault,
    ),
    category: orNone(
      oneOf(
        {
          convicted: { zh: '受过刑事处罚', en: 'convicted' },
          'administratively-determined': { zh: '公安机关认定', en: 'determined by the police' },
        },
        { zh: '惩戒类别', en: 'Category', synonyms: ['惩戒对象类别', '类别'] },
      ),
    ),
    startOn: date({ zh: '惩戒开始日期', en: 'Term begins on', synonyms: ['惩戒起始日', '开始日期'] }),
    endOn: date({ zh: '惩戒截止日期', en: 'Term ends on', synonyms: ['惩戒终止日', '截止日期', '到期日期'] }),
    listReceivedAt: instant({ zh: '收到名单时间', en: 'List received at', synonyms: ['名单接收时间', '名单下发时间'] }),
    servicesHeld: listOfCodes(services, {
      zh: '名下业务',
      en: 'Services held',
      synonyms: ['名下存量业务', '持有业务'],
    }),
    restrictionsApplied: listOfCodes(measures, {
      zh: '已采取措施',
      en: 'Measures applied',
      synonyms: ['限制措施', '惩戒措施'],
    }),
    restrictedAt: orNone(instant({ zh: '采取措施时间', en: 'Restricted at', synonyms: ['限制时间', '管控时间'] })),
    newServiceOpenedAt: orNone(
      instant({ zh: '新开业务时间', en: 'New service opened at', synonyms: ['惩戒期内新开业务时间', '新办业务时间'] }),
    ),
    basicServiceKept: flag({
      zh: '已保留基本服务',
      en: 'Basic service kept',
      synonyms: ['保留基本生活服务', '是否保留基本服务'],
    }),
    appealSucceededAt: orNone(
      instant({ zh: '申诉成立时间', en: 'Appeal succeeded at', synonyms: ['撤销惩戒时间', '申诉通过时间'] }),
    ),
    liftedAt: orNone(instant({ zh: '解除措施时间', en: 'Lifted at', synonyms: ['解除时间', '恢复时间'] })),
  },
  looksUp: [{ list: 'sanctioned-subjects', field: 'subjectId' }],
});

export type SanctionedSubjectCheck = RecordOf<typeof sanctionedSubjectCheck.fields>;
