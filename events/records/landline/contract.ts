import { contract, type RecordOf } from '../../contract.ts';
import { date, flag, identifier, instant, oneOf, orNone, recordId, words } from '../../fields.ts';
import { landlineNumberFault, landlineNumberForm } from '../../identifiers/landline-number.ts';

/**
 * One fixed line as it was registered and as it stood on the day of the check; a virtual line bundled with broadband is
 * one too. Articles 9 and 13, paragraph 1.
 */
export const landline = contract({
  kind: 'landline',
  sectors: ['telecom'],
  title: { zh: '固定电话实名与核查台账', en: 'Fixed lines registered and audited' },
  naturalKey: ['recordId'],
  lawDates: ['installedAt', 'checkedOn'],
  periodDate: 'checkedOn',
  fields: {
    recordId,
    checkedOn: date({ zh: '核查日期', en: 'Checked on', synonyms: ['检查日期', '自查日期', '台账日期'] }),
    // Of the latest of the three: each asks for the identity anew.
    installedAt: instant({
      zh: '装机、移机或者过户时间',
      en: 'Installed, moved or transferred at',
      synonyms: ['装机时间', '移机时间', '过户时间', '开通时间'],
    }),
    business: oneOf(
      {
        installation: { zh: '装机', en: 'installation' },
        relocation: { zh: '移机', en: 'relocation' },
        transfer: { zh: '过户', en: 'transfer' },
      },
      { zh: '业务类型', en: 'Business', synonyms: ['业务种类', '办理业务'] },
    ),
    number: identifier(
      { zh: '固定电话号码', en: 'Number', synonyms: ['固话号码', '电话号码', '号码'], personal: 'token' },
      landlineNumberForm,
      landlineNumberFault,
    ),
    subjectType: oneOf(
      { individual: { zh: '个人', en: 'individual' }, unit: { zh: '单位', en: 'unit' } },
      { zh: '用户类型', en: 'Holder', synonyms: ['客户类型', '机主类型'] },
    ),
    idVerified: flag({
      zh: '办理前已核验身份',
      en: 'Identity verified before',
      synonyms: ['身份已核验', '已实名', '实名核验'],
    }),
    addressVerifiedOnSite: flag({
      zh: '办理前已现场核验地址',
      en: 'Address seen on site before',
      synonyms: ['地址现场核验', '安装地址已核实', '现场核验地址'],
    }),
    declaredUse: orNone(words({ zh: '登记用途', en: 'Declared use', synonyms: ['用途', '申报用途'] }, 128)),
    lastAuditOn: orNone(
      date({ zh: '最近核查日期', en: 'Last audited on', synonyms: ['最近梳理日期', '最近一次核查', '梳理核查日期'] }),
    ),
    auditResult: orNone(
      oneOf(
        {
          ok: { zh: '名实相符', en: 'in order' },
          correct: { zh: '需整改', en: 'to be corrected' },
          close: { zh: '需关停', en: 'to be closed' },
        },
        { zh: '核查结论', en: 'Result of the audit', synonyms: ['核查结果', '梳理结果'] },
      ),
    ),
    closedAt: orNone(instant({ zh: '关停时间', en: 'Closed at', synonyms: ['拆机时间', '停机时间', '销户时间'] })),
  },
});

export type Landline = RecordOf<typeof landline.fields>;
