import type { AgentAgreement } from '../../events/records/agent-agreement/contract.ts';
import { isInTimeFor } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { monthsBetween } from './months-between.ts';
import { isGiven, not } from './told.ts';

export const facts = factsOf<AgentAgreement>()({
  /**
   * Not terminated by the day of the check: a day still to come ends nothing yet. `null`: never terminated, known.
   * Article 9, paragraph 2, binds while somebody acts for the operator.
   */
  'agent.isEngaged': {
    type: 'boolean',
    zh: '代理关系存续',
    en: 'the agent being engaged',
    of: ({ record }) => not(isInTimeFor(record.terminatedOn, record.checkedOn)),
  },

  /** Article 9, paragraph 2: what binds the agent is written down. `null`: there is no agreement. */
  'agreement.isOnFile': {
    type: 'boolean',
    zh: '已签订代理协议',
    en: 'an agreement being on file',
    of: ({ record }) => isGiven(record.agreementRef),
  },

  /** Article 9, paragraph 2. */
  'agreement.statesRegistrationDuty': {
    type: 'boolean',
    zh: '协议载明实名登记责任',
    en: 'the agreement stating the duty of registration',
    of: ({ record }) => record.hasRealnameClause,
  },

  /** Article 9, paragraph 2. */
  'agreement.statesBreachHandling': {
    type: 'boolean',
    zh: '协议载明违约处置措施',
    en: 'the agreement stating what a breach entails',
    of: ({ record }) => record.hasBreachClause,
  },

  /** 工信部网安函〔2016〕452号, item 1(5): no delegation from one agent to the next. */
  'agent.subDelegates': {
    type: 'boolean',
    zh: '代理商再行转包',
    en: 'the agent delegating to sub-agents',
    of: ({ record }) => record.subDelegated,
  },

  /** 工信部网安函〔2016〕452号, item 1(5). */
  'agent.isBlacklisted': {
    type: 'boolean',
    zh: '代理商列入黑名单',
    en: 'the agent being on the blacklist',
    of: ({ record }) => record.blacklisted,
  },

  /**
   * Calendar months, begun ones as whole, from the last inspection, or from the signing where there was none yet, to the
   * check. Unit: month. `null`: neither inspected nor signed, known. Source: none; our default.
   */
  'inspection.monthsAgo': {
    type: 'number',
    unit: 'month',
    zh: '距最近一次检查（未检查过的距签约）的月数',
    en: 'the months since the last inspection, or since the signing where there was none',
    of: ({ record: { lastInspectionOn, signedOn, checkedOn } }) =>
      monthsBetween(lastInspectionOn === null ? signedOn : lastInspectionOn, checkedOn),
  },

  /** Breaches of the duties of registration found in the period. Article 9, paragraph 2. */
  'agent.hasBreaches': {
    type: 'boolean',
    zh: '代理商本期存在违规',
    en: 'the agent having breached its duties in the period',
    of: ({ record: { violations } }) => (violations === undefined ? undefined : violations !== null && violations > 0),
  },

  /** A measure under the agreement is on file. `null`: none was taken, known. Article 9, paragraph 2. */
  'breach.isAnswered': {
    type: 'boolean',
    zh: '已按协议处置违规',
    en: 'a measure for the breach being on record',
    of: ({ record }) => isGiven(record.breachMeasureRef),
  },
});
