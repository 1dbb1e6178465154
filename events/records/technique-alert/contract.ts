import { contract, type RecordOf } from '../../contract.ts';
import { count, instant, oneOf, orNone, recordId, words } from '../../fields.ts';

/** One new technique of fraud in the enterprise's field, and how its users were told of it. Article 30(1). */
export const techniqueAlert = contract({
  kind: 'technique-alert',
  sectors: ['telecom', 'bank', 'payment', 'internet'],
  title: { zh: '新型骗术提醒', en: 'Users alerted to a new scam technique' },
  naturalKey: ['recordId'],
  lawDates: ['identifiedAt'],
  periodDate: 'identifiedAt',
  fields: {
    recordId,
    identifiedAt: instant({
      zh: '骗术发现时间',
      en: 'Identified at',
      synonyms: ['发现时间', '识别时间', '主管部门通报时间'],
    }),
    techniqueId: words({ zh: '骗术编号', en: 'Technique', synonyms: ['手法编号', '骗术类型编号', '新型骗术编号'] }, 64),
    // Whoever of the group sent it: an alert of the head office is an alert of every branch.
    alertSentAt: orNone(
      instant({ zh: '首次提醒时间', en: 'Alert sent at', synonyms: ['提醒时间', '预警发布时间', '群发时间'] }),
    ),
    channel: oneOf(
      {
        sms: { zh: '短信', en: 'SMS' },
        app: { zh: '应用内', en: 'app' },
        site: { zh: '网站', en: 'site' },
        counter: { zh: '柜面', en: 'counter' },
        voice: { zh: '语音', en: 'voice' },
      },
      { zh: '提醒渠道', en: 'Channel', synonyms: ['提醒方式', '发布渠道'] },
    ),
    reachableUsers: count({
      zh: '应提醒用户数',
      en: 'Users in scope',
      synonyms: ['目标用户数', '可触达用户数'],
      unit: 'user',
    }),
    reachedUsers: count({
      zh: '已触达用户数',
      en: 'Users reached',
      synonyms: ['触达用户数', '已提醒用户数'],
      unit: 'user',
    }),
  },
});

export type TechniqueAlert = RecordOf<typeof techniqueAlert.fields>;
