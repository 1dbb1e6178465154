import { contract, type RecordOf } from '../../contract.ts';
import { count, instant, oneOf, orNone, recordId } from '../../fields.ts';

/** One batch of calls with altered or false caller numbers, or of a day on which none were found. Article 13(1) and (2). */
export const callTraffic = contract({
  kind: 'call-traffic',
  sectors: ['telecom'],
  title: { zh: '改号与虚假主叫拦截溯源', en: 'Spoofed calls blocked and traced' },
  naturalKey: ['recordId'],
  lawDates: ['detectedAt'],
  periodDate: 'detectedAt',
  fields: {
    recordId,
    detectedAt: instant({ zh: '识别时间', en: 'Detected at', synonyms: ['发现时间', '监测时间', '统计时间'] }),
    spoofType: oneOf(
      {
        altered: { zh: '改号', en: 'altered number' },
        'false-caller': { zh: '虚假主叫', en: 'false caller number' },
        irregular: { zh: '不规范主叫', en: 'irregular caller number' },
        'no-caller': { zh: '无主叫', en: 'no caller number' },
      },
      { zh: '异常类型', en: 'Type of spoofing', synonyms: ['主叫异常类型', '改号类型'] },
    ),
    segment: oneOf(
      {
        'intra-network': { zh: '网内', en: 'within the network' },
        'inter-network': { zh: '网间', en: 'between networks' },
        international: { zh: '国际', en: 'international' },
      },
      { zh: '呼叫范围', en: 'Segment', synonyms: ['网段', '呼叫来源', '网内网间'] },
    ),
    // A day on which the detection ran and found nothing is a batch of 0.
    detectedCount: count({ zh: '识别数', en: 'Calls detected', synonyms: ['发现数', '识别呼叫数'], unit: 'call' }),
    blockedCount: count({ zh: '拦截数', en: 'Calls blocked', synonyms: ['封堵数', '拦截呼叫数'], unit: 'call' }),
    traceStartedAt: orNone(
      instant({ zh: '溯源开始时间', en: 'Trace started at', synonyms: ['溯源时间', '溯源核查时间'] }),
    ),
    traceResult: orNone(
      oneOf(
        {
          located: { zh: '已查明来源', en: 'source located' },
          'upstream-network': { zh: '来自上游网络', en: 'an upstream network' },
          unresolved: { zh: '未能查明', en: 'unresolved' },
        },
        { zh: '溯源结果', en: 'Result of the trace', synonyms: ['溯源结论', '核查结果'] },
      ),
    ),
    closedAt: orNone(instant({ zh: '办结时间', en: 'Closed at', synonyms: ['结案时间', '归档时间'] })),
    reportedToPoliceAt: orNone(
      instant({ zh: '报告公安时间', en: 'Reported to the police at', synonyms: ['移送公安时间', '通报公安时间'] }),
    ),
  },
  crossCheck: ({ detectedCount, blockedCount }) =>
    detectedCount === undefined || blockedCount === undefined || blockedCount <= detectedCount
      ? []
      : [
          {
            code: 'MORE_BLOCKED_THAN_DETECTED',
            column: 'blockedCount',
            cause: { zh: '拦截数大于识别数。', en: 'More calls were blocked than detected.' },
            fix: { zh: '核对同一批次的两个数。', en: 'Compare both figures of the batch.' },
          },
        ],
});

export type CallTraffic = RecordOf<typeof callTraffic.fields>;
