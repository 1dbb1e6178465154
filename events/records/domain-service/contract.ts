import { contract, type RecordOf } from '../../contract.ts';
import { count, date, flag, listOf, oneOf, orNone, recordId, words } from '../../fields.ts';
import type { Why } from '../../identifiers/why.ts';

const logFields = ['time', 'client-ip', 'source', 'target', 'account'];

const logFieldFault = (value: string): Why | undefined =>
  logFields.includes(value)
    ? undefined
    : {
        code: 'LOG_FIELD',
        cause: { zh: `不认识的日志字段“${value}”。`, en: `“${value}” is no log field that is asked about.` },
        fix: { zh: `只写：${logFields.join('、')}。`, en: `Give only: ${logFields.join(', ')}.` },
      };

/** One domain that is resolved, redirected or turned into a short link, and what its service checks and logs. Article 24. */
export const domainService = contract({
  kind: 'domain-service',
  sectors: ['internet'],
  title: { zh: '域名解析跳转与日志', en: 'Domain service and its logs' },
  naturalKey: ['recordId'],
  lawDates: ['checkedOn'],
  periodDate: 'checkedOn',
  fields: {
    recordId,
    checkedOn: date({ zh: '自查日期', en: 'Checked on', synonyms: ['检查日期', '核查日期'] }),
    domain: words({ zh: '域名', en: 'Domain', synonyms: ['服务域名', '主机名'] }, 253),
    service: oneOf(
      {
        resolution: { zh: '域名解析', en: 'resolution' },
        'recursive-resolution': { zh: '公共递归解析', en: 'public recursive resolution' },
        redirect: { zh: '域名跳转', en: 'redirect' },
        'link-conversion': { zh: '网址链接转换（含短链接）', en: 'link conversion, short links included' },
      },
      { zh: '服务类型', en: 'Service', synonyms: ['服务种类', '业务类型'] },
    ),
    inUse: flag({ zh: '仍在提供服务', en: 'In use', synonyms: ['是否在用', '在用'] }),
    registrantVerified: flag({
      zh: '开通前已核实域名注册信息',
      en: 'Registration verified before service',
      synonyms: ['域名注册信息核实', '注册信息已核实', '注册人已核验'],
    }),
    ipVerified: flag({
      zh: '开通前已核实解析和IP信息',
      en: 'Resolution and IP verified before service',
      synonyms: ['IP信息核实', 'IP已核实', '解析信息已核实'],
    }),
    sourceUrl: orNone(
      words({ zh: '跳转来源', en: 'Source', synonyms: ['源地址', '原链接'], personal: 'token' }, 2_000),
    ),
    targetUrl: orNone(
      words({ zh: '跳转目标', en: 'Target', synonyms: ['目标地址', '目标链接'], personal: 'token' }, 2_000),
    ),
    redirectDepth: count({ zh: '跳转层数', en: 'Hops', synonyms: ['跳转次数', '跳转深度'], unit: 'hop' }),
    targetRiskChecked: flag({
      zh: '跳转目标已比对涉诈样本',
      en: 'Target checked against samples',
      synonyms: ['目标风险核验', '目标已核验'],
    }),
    logFields: listOf(
      { zh: '日志留存字段', en: 'Log fields', synonyms: ['日志字段', '留存字段'] },
      {
        zh: '列表，可含 time（时间）、client-ip（客户端地址）、source（来源）、target（目标）、account（账号）',
        en: `a list of any of ${logFields.join(', ')}`,
      },
      logFieldFault,
    ),
    logRetentionMonths: count({
      zh: '日志留存月数',
      en: 'Months the log is kept',
      synonyms: ['日志留存时间', '日志保存月数'],
      unit: 'month',
    }),
    traceTestPassedOn: orNone(
      date({
        zh: '最近一次溯源测试通过日期',
        en: 'Trace test last passed on',
        synonyms: ['溯源测试日期', '溯源测试通过日期'],
      }),
    ),
  },
});

export type DomainService = RecordOf<typeof domainService.fields>;
