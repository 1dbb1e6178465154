import { contract, type RecordOf } from '../../contract.ts';
import { count, date, flag, recordId, words } from '../../fields.ts';

const asMany = { zh: '核对同一批次的数。', en: 'Compare the figures of the batch.' };

/** One batch of tests of an international gateway, and of calls that came in with domestic numbers. Article 13(2). */
export const callTrafficIntl = contract({
  kind: 'call-traffic-intl',
  sectors: ['telecom'],
  title: { zh: '国际来电号码规范与归属提示', en: 'International callers shown truly' },
  naturalKey: ['recordId'],
  lawDates: ['testedOn'],
  periodDate: 'testedOn',
  fields: {
    recordId,
    testedOn: date({ zh: '测试日期', en: 'Tested on', synonyms: ['拨测日期', '统计日期', '检查日期'] }),
    gatewayId: words({ zh: '出入口局编号', en: 'Gateway', synonyms: ['国际局编号', '网关编号', '局向'] }, 64),
    sampleSize: count({ zh: '测试样本数', en: 'Samples', synonyms: ['拨测次数', '样本数'], unit: 'call' }),
    samplesCorrect: count({
      zh: '归属提示正确数',
      en: 'Samples with the origin shown correctly',
      synonyms: ['显示正确数', '提示正确数'],
      unit: 'call',
    }),
    domesticPrefixFromAbroad: count({
      zh: '境外入局携带境内号码呼叫数',
      en: 'Calls from abroad with a domestic number',
      synonyms: ['境外来话带境内主叫数', '境内号码境外入局数'],
      unit: 'call',
    }),
    // Users who roam abroad and call home carry their own domestic number, and rightly so.
    roamingVerified: count({
      zh: '其中经核实的漫游呼叫数',
      en: 'Of them, calls of verified roaming users',
      synonyms: ['漫游放行数', '国际漫游呼叫数'],
      unit: 'call',
    }),
    blockedCount: count({
      zh: '其中拦截数',
      en: 'Of them, calls blocked',
      synonyms: ['拦截数', '拦截呼叫数'],
      unit: 'call',
    }),
    popupEnabled: flag({
      zh: '境外来电弹窗提醒已开启',
      en: 'Reminder of overseas calls on',
      synonyms: ['弹窗提醒', '境外来电提醒'],
    }),
  },
  crossCheck: ({ sampleSize, samplesCorrect = 0, domesticPrefixFromAbroad, roamingVerified = 0, blockedCount = 0 }) => [
    ...(sampleSize === undefined || samplesCorrect <= sampleSize
      ? []
      : [
          {
            code: 'MORE_CORRECT_THAN_SAMPLES',
            column: 'samplesCorrect' as const,
            cause: { zh: '正确数大于样本数。', en: 'More samples were correct than there were.' },
            fix: asMany,
          },
        ]),
    ...(domesticPrefixFromAbroad === undefined || roamingVerified + blockedCount <= domesticPrefixFromAbroad
      ? []
      : [
          {
            code: 'PARTS_EXCEED_CALLS',
            column: 'blockedCount' as const,
            cause: {
              zh: '漫游呼叫数与拦截数之和大于携带境内号码的呼叫数。',
              en: 'Calls of roaming users and calls blocked are together more than the calls with a domestic number.',
            },
            fix: asMany,
          },
        ]),
  ],
});

export type CallTrafficIntl = RecordOf<typeof callTrafficIntl.fields>;
