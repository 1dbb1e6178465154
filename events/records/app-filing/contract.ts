import { contract, type RecordOf } from '../../contract.ts';
import { date, flag, identifier, orNone, recordId, words } from '../../fields.ts';
import { digestFault, digestForm } from '../../identifiers/digest.ts';
import { documentNumberFault } from '../../identifiers/document-number.ts';

/** One app, mini program or quick app and its licence or filing, as found on a day. Article 23(1). */
export const appFiling = contract({
  kind: 'app-filing',
  sectors: ['internet'],
  title: { zh: '移动应用许可或备案', en: 'Licence or filing of an app' },
  naturalKey: ['recordId'],
  lawDates: ['checkedOn'],
  periodDate: 'checkedOn',
  fields: {
    recordId,
    checkedOn: date({ zh: '自查日期', en: 'Checked on', synonyms: ['检查日期', '核查日期'] }),
    appId: words({ zh: '应用标识', en: 'App', synonyms: ['APP标识', '应用包名', '包名', '小程序标识'] }, 128),
    ownerUnitId: identifier(
      {
        zh: '主办者证件号码',
        en: 'Document number of the owner',
        synonyms: ['主办单位统一社会信用代码', '主办者统一社会信用代码', '统一社会信用代码'],
        personal: 'token',
      },
      {
        zh: '单位为统一社会信用代码，个人为证件号码',
        en: 'the credit code of a unit, the document number of a person',
      },
      documentNumberFault,
    ),
    filingNo: orNone(
      words({ zh: '备案或许可编号', en: 'Filing or licence number', synonyms: ['备案号', '许可证号'] }, 64),
    ),
    filedOn: orNone(date({ zh: '备案日期', en: 'Filed on', synonyms: ['备案时间', '许可日期', '备案通过日期'] })),
    serviceStartedOn: orNone(
      date({ zh: '服务开始日期', en: 'Service started on', synonyms: ['上线日期', '开始服务日期', '上线时间'] }),
    ),
    filingNoDisplayed: flag({
      zh: '应用内已标明备案号',
      en: 'Number shown in the app',
      synonyms: ['标明备案号', '备案号展示'],
    }),
    certificateDigest: orNone(
      identifier(
        { zh: '签名证书摘要', en: 'Digest of the signing certificate', synonyms: ['证书摘要', '证书指纹'] },
        digestForm,
        digestFault,
      ),
    ),
  },
});

export type AppFiling = RecordOf<typeof appFiling.fields>;
