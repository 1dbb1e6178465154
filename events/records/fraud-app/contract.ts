import { contract, type RecordOf } from '../../contract.ts';
import { count, flag, identifier, instant, oneOf, orNone, recordId, words } from '../../fields.ts';
import { digestFault, digestForm } from '../../identifiers/digest.ts';

/** One fraud app that was found, how it was cut off, and whom it had reached by then. Article 23(3). */
export const fraudApp = contract({
  kind: 'fraud-app',
  sectors: ['telecom', 'internet'],
  title: { zh: '涉诈应用监测处置', en: 'Fraud app found and cut off' },
  naturalKey: ['recordId'],
  lawDates: ['foundAt'],
  periodDate: 'foundAt',
  fields: {
    recordId,
    foundAt: instant({ zh: '发现时间', en: 'Found at', synonyms: ['监测发现时间', '线索接收时间'] }),
    appDigest: identifier(
      { zh: '应用样本摘要', en: 'Digest of the app', synonyms: ['样本摘要', '样本哈希', '应用哈希'] },
      digestForm,
      digestFault,
    ),
    // Such a link may carry the number of the user it was sent to.
    downloadUrl: orNone(
      words({ zh: '下载链接', en: 'Download link', synonyms: ['下载地址', '传播链接'], personal: 'token' }, 2_000),
    ),
    outsideStores: flag({
      zh: '在应用商店以外传播',
      en: 'Spread outside app stores',
      synonyms: ['非应用商店传播', '分发平台以外传播'],
    }),
    source: oneOf(
      {
        'own-monitoring': { zh: '自主监测', en: 'own monitoring' },
        police: { zh: '公安通报', en: 'police' },
        regulator: { zh: '主管部门通报', en: 'regulator' },
        report: { zh: '用户举报', en: 'report of a user' },
      },
      { zh: '发现来源', en: 'Source', synonyms: ['线索来源', '来源'] },
    ),
    instructionDueAt: orNone(
      instant({ zh: '通报要求处置时限', en: 'Due by the instruction', synonyms: ['要求处置时间', '处置截止时间'] }),
    ),
    blockedAt: orNone(instant({ zh: '阻断时间', en: 'Blocked at', synonyms: ['封堵时间', '处置时间'] })),
    victimCount: count({
      zh: '已安装用户数',
      en: 'Users who installed it',
      synonyms: ['受影响用户数', '安装用户数'],
      unit: 'user',
    }),
    victimsAlertedAt: orNone(
      instant({ zh: '用户预警时间', en: 'Users warned at', synonyms: ['提醒用户时间', '用户提醒时间'] }),
    ),
    sharedSampleId: orNone(
      words({ zh: '共享样本编号', en: 'Shared sample', synonyms: ['样本编号', '样本库编号'] }, 128),
    ),
  },
});

export type FraudApp = RecordOf<typeof fraudApp.fields>;
