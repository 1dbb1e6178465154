import { contract, type RecordOf } from '../../contract.ts';
import { date, flag, identifier, instant, oneOf, orNone, recordId, words } from '../../fields.ts';
import { digestFault, digestForm } from '../../identifiers/digest.ts';
import { documentNumberFault } from '../../identifiers/document-number.ts';

/** One package that a firm wrapped or offered for download, and what it had checked by then. Article 23(2). */
export const appDistribution = contract({
  kind: 'app-distribution',
  sectors: ['internet'],
  title: { zh: '应用封装分发核验', en: 'App packaged or distributed' },
  naturalKey: ['recordId'],
  lawDates: ['listedAt'],
  periodDate: 'listedAt',
  fields: {
    recordId,
    listedAt: instant({ zh: '上架或封装时间', en: 'Listed at', synonyms: ['上架时间', '封装时间', '分发时间'] }),
    appId: words({ zh: '应用标识', en: 'App', synonyms: ['APP标识', '应用包名', '包名', '小程序标识'] }, 128),
    packageDigest: identifier(
      { zh: '安装包摘要', en: 'Digest of the package', synonyms: ['安装包哈希', '版本摘要', '包摘要'] },
      digestForm,
      digestFault,
    ),
    role: oneOf(
      { packaging: { zh: '封装', en: 'packaging' }, distribution: { zh: '分发', en: 'distribution' } },
      { zh: '服务类型', en: 'Service', synonyms: ['服务种类', '封装或分发'] },
    ),
    developerId: identifier(
      {
        zh: '开发运营者证件号码',
        en: 'Document number of the developer',
        synonyms: ['开发者证件号码', '开发者统一社会信用代码', '运营者证件号码'],
        personal: 'token',
      },
      {
        zh: '单位为统一社会信用代码，个人为证件号码',
        en: 'the credit code of a unit, the document number of a person',
      },
      documentNumberFault,
    ),
    developerVerifiedAt: orNone(
      instant({ zh: '开发运营者核验时间', en: 'Developer verified at', synonyms: ['开发者核验时间', '身份核验时间'] }),
    ),
    functionReviewedAt: orNone(
      instant({ zh: '功能用途核验时间', en: 'Function reviewed at', synonyms: ['功能审核时间', '用途核验时间'] }),
    ),
    reviewedDigest: orNone(
      identifier(
        { zh: '所审安装包摘要', en: 'Digest of the package reviewed', synonyms: ['审核版本摘要', '所审版本摘要'] },
        digestForm,
        digestFault,
      ),
    ),
    declaredPurpose: words({ zh: '申报用途', en: 'Declared purpose', synonyms: ['申报功能', '用途'] }),
    observedPurposeMatches: flag({
      zh: '实际功能与申报一致',
      en: 'Purpose as declared',
      synonyms: ['用途一致', '功能用途一致'],
    }),
    remoteConfigChangedAt: orNone(
      instant({
        zh: '远程配置变更时间',
        en: 'Remote configuration changed at',
        synonyms: ['热更新时间', '云端配置变更时间'],
      }),
    ),
    rereviewedAt: orNone(instant({ zh: '复审时间', en: 'Reviewed again at', synonyms: ['重新审核时间', '复核时间'] })),
    filingNo: orNone(
      words({ zh: '备案或许可编号', en: 'Filing or licence number', synonyms: ['备案号', '许可证号'] }, 64),
    ),
    filedOn: orNone(date({ zh: '备案日期', en: 'Filed on', synonyms: ['备案时间', '许可日期', '备案通过日期'] })),
    delistedAt: orNone(instant({ zh: '下架时间', en: 'Removed at', synonyms: ['停止分发时间', '下架日期'] })),
  },
});

export type AppDistribution = RecordOf<typeof appDistribution.fields>;
