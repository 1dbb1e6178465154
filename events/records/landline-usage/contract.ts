import { contract, type RecordOf } from '../../contract.ts';
import { amount, count, flag, identifier, instant, oneOf, orNone, recordId, words } from '../../fields.ts';
import { landlineNumberFault, landlineNumberForm } from '../../identifiers/landline-number.ts';

/** One window of use of a fixed line, what the model made of it, and what was done. Articles 13, 14(2) and 32(1). */
export const landlineUsage = contract({
  kind: 'landline-usage',
  sectors: ['telecom'],
  title: { zh: '固定电话异常监测处置', en: 'Fixed lines watched for abnormal use' },
  naturalKey: ['recordId'],
  lawDates: ['windowStart'],
  periodDate: 'windowStart',
  fields: {
    recordId,
    windowStart: instant({ zh: '监测窗口起', en: 'Window start', synonyms: ['统计开始时间', '监测开始时间'] }),
    number: identifier(
      { zh: '固定电话号码', en: 'Number', synonyms: ['固话号码', '电话号码', '号码'], personal: 'token' },
      landlineNumberForm,
      landlineNumberFault,
    ),
    callAttempts: count({ zh: '呼出次数', en: 'Outbound attempts', synonyms: ['呼叫次数', '主叫次数'], unit: 'call' }),
    distinctCallees: count({
      zh: '被叫号码数',
      en: 'Distinct callees',
      synonyms: ['不同被叫数', '被叫数'],
      unit: 'number',
    }),
    avgDurationSec: amount({
      zh: '平均通话时长',
      en: 'Average duration',
      synonyms: ['平均时长', '平均通话秒数'],
      unit: 'second',
    }),
    gatewayDetected: flag({
      zh: '发现外接网关',
      en: 'Attached gateway found',
      synonyms: ['外接网关', '疑似GOIP', '是否外接网关'],
    }),
    modelScore: amount({ zh: '模型评分', en: 'Model score', synonyms: ['风险评分', '模型得分'], unit: 'score' }, 1),
    // Switchboards of hospitals, schools and enterprises look abnormal and are not.
    allowListRef: orNone(words({ zh: '白名单编号', en: 'Allow-list entry', synonyms: ['白名单', '免检编号'] }, 128)),
    allowListReviewed: flag({
      zh: '白名单已在最近核查时复核',
      en: 'Entry reviewed at the last audit',
      synonyms: ['白名单已复核', '白名单复核'],
    }),
    alertAt: orNone(instant({ zh: '预警时间', en: 'Alert at', synonyms: ['告警时间', '模型预警时间'] })),
    action: oneOf(
      {
        block: { zh: '拦截', en: 'calls intercepted' },
        suspend: { zh: '停用', en: 'suspended' },
        close: { zh: '关停', en: 'closed' },
        reverify: { zh: '重新核验', en: 're-verified' },
        none: { zh: '未处置', en: 'none' },
      },
      { zh: '处置措施', en: 'Action', synonyms: ['措施', '处置方式'] },
    ),
    actionAt: orNone(instant({ zh: '处置时间', en: 'Action at', synonyms: ['措施时间', '关停时间'] })),
    clueTransferId: orNone(words({ zh: '线索移送编号', en: 'Clue transfer', synonyms: ['线索编号', '移送编号'] }, 128)),
  },
});

export type LandlineUsage = RecordOf<typeof landlineUsage.fields>;
