import { contract, type RecordOf } from '../../contract.ts';
import { count, date, flag, orNone, recordId, words } from '../../fields.ts';

/** One agent that opens cards for the operator, and its agreement, as they stood on a day. Article 9, paragraph 2. */
export const agentAgreement = contract({
  kind: 'agent-agreement',
  sectors: ['telecom'],
  title: { zh: '代理商协议与管理', en: 'Agents and their agreements' },
  naturalKey: ['recordId'],
  lawDates: ['checkedOn'],
  periodDate: 'checkedOn',
  fields: {
    recordId,
    checkedOn: date({ zh: '核查日期', en: 'Checked on', synonyms: ['检查日期', '自查日期'] }),
    agentId: words({ zh: '代理商编号', en: 'Agent', synonyms: ['代理商', '代理商代码', '渠道编码'] }, 64),
    agreementRef: orNone(words({ zh: '协议编号', en: 'Agreement', synonyms: ['代理协议编号', '合同编号'] }, 128)),
    signedOn: orNone(date({ zh: '协议签订日期', en: 'Signed on', synonyms: ['签订日期', '签约日期'] })),
    hasRealnameClause: flag({
      zh: '协议载明实名登记责任',
      en: 'Agreement states the registration duty',
      synonyms: ['实名登记责任条款', '实名制条款'],
    }),
    hasBreachClause: flag({
      zh: '协议载明违约处置措施',
      en: 'Agreement states what a breach entails',
      synonyms: ['违约处置条款', '违约条款'],
    }),
    subDelegated: flag({
      zh: '存在转包',
      en: 'Delegated to sub-agents',
      synonyms: ['层层转包', '是否转包', '二级代理'],
    }),
    blacklisted: flag({ zh: '列入代理商黑名单', en: 'On the blacklist of agents', synonyms: ['黑名单', '是否黑名单'] }),
    lastInspectionOn: orNone(
      date({ zh: '最近检查日期', en: 'Last inspected on', synonyms: ['最近一次检查', '巡检日期'] }),
    ),
    violations: count({
      zh: '本期违规次数',
      en: 'Breaches in the period',
      synonyms: ['违规次数', '违规数'],
      unit: 'breach',
    }),
    breachMeasureRef: orNone(
      words({ zh: '违规处置编号', en: 'Measure for the breach', synonyms: ['违约处置编号', '处置文号'] }, 128),
    ),
    terminatedOn: orNone(date({ zh: '取消代理资格日期', en: 'Terminated on', synonyms: ['终止日期', '清退日期'] })),
  },
});

export type AgentAgreement = RecordOf<typeof agentAgreement.fields>;
