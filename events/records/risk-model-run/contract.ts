import { contract, type RecordOf } from '../../contract.ts';
import { count, date, flag, orNone, recordId, words } from '../../fields.ts';

/**
 * One day of the operator's own monitoring: whether its model ran, over how many numbers, and whether what authorities'
 * lists named was taken up. A day without hits leaves no other trace. Article 11.
 */
export const riskModelRun = contract({
  kind: 'risk-model-run',
  sectors: ['telecom'],
  title: { zh: '涉诈模型每日运行', en: 'Daily runs of the risk model' },
  naturalKey: ['recordId'],
  lawDates: ['ranOn'],
  periodDate: 'ranOn',
  fields: {
    recordId,
    ranOn: date({ zh: '运行日期', en: 'Ran on', synonyms: ['监测日期', '日期'] }),
    completed: flag({ zh: '运行完成', en: 'Completed', synonyms: ['是否完成', '运行成功'] }),
    modelVersion: orNone(words({ zh: '模型版本', en: 'Version of the model', synonyms: ['模型版本号'] }, 64)),
    numbersScanned: count({ zh: '监测号码数', en: 'Numbers scanned', synonyms: ['扫描号码数'], unit: 'number' }),
    hits: count({ zh: '命中号码数', en: 'Hits', synonyms: ['命中数', '识别号码数'], unit: 'number' }),
    listedReceived: count({
      zh: '当日接收名单号码数',
      en: 'Listed numbers received',
      synonyms: ['接收名单号码数', '名单号码数'],
      unit: 'number',
    }),
    listedTakenUp: count({
      zh: '其中已纳入监测识别的号码数',
      en: 'Listed numbers taken up',
      synonyms: ['已纳入号码数', '已入库号码数'],
      unit: 'number',
    }),
  },
});

export type RiskModelRun = RecordOf<typeof riskModelRun.fields>;
