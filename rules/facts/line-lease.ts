import type { LineLease } from '../../events/records/line-lease/contract.ts';
import { isInTimeFor } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { monthsBetween } from './months-between.ts';
import { isGiven, not } from './told.ts';

export const facts = factsOf<LineLease>()({
  /** Not ended by the day of the check: a day still to come ends nothing yet. `null`: never ended, known. */
  'line.isLeased': {
    type: 'boolean',
    zh: '线路在租',
    en: 'the line being leased',
    of: ({ record }) => not(isInTimeFor(record.endedOn, record.checkedOn)),
  },

  /** 工信部网安函〔2016〕452号, items 2(6) and 2(7), name the services that matter most. */
  'line.type': {
    type: 'string',
    values: ['voice-trunk', '400', 'one-number', 'switchboard', 'sms-port', 'data'],
    zh: '业务类型',
    en: 'the type of line',
    of: ({ record }) => record.lineType,
  },

  /** 工信部网安函〔2016〕452号, item 2(7): applicants are units. */
  'lessee.type': {
    type: 'string',
    values: ['unit', 'individual'],
    zh: '用户类型',
    en: 'the type of lessee',
    of: ({ record }) => record.lesseeType,
  },

  /** 工信部网安函〔2016〕452号, item 2(7): in the operator's own outlets. */
  'application.channel': {
    type: 'string',
    values: ['own-outlet', 'agent', 'online'],
    zh: '受理渠道',
    en: 'the channel of the application',
    of: ({ record }) => record.appliedVia,
  },

  /** Article 13, paragraph 1: caller numbers are checked against the range allowed. `null`: not checked, known. */
  'caller.isAuthenticated': {
    type: 'boolean',
    zh: '主叫号码经鉴权',
    en: 'the caller number being checked against the authorised range',
    of: ({ record }) => record.callerAuthentication,
  },

  /** Articles 13, paragraph 1, and 31, paragraph 1. */
  'line.isSubLet': {
    type: 'boolean',
    zh: '线路转租',
    en: 'the line being sub-let',
    of: ({ record }) => record.subLeased,
  },

  /** Somebody saw what the line is used for. `null`: nobody has, known. */
  'use.isObserved': {
    type: 'boolean',
    zh: '已核查实际用途',
    en: 'the actual use being observed',
    of: ({ record }) => isGiven(record.observedUse),
  },

  /** Article 13, paragraph 1: used as registered. Compared word for word; `null` is neither. */
  'use.isAsDeclared': {
    type: 'boolean',
    zh: '实际用途与登记一致',
    en: 'the actual use being the one declared',
    of: ({ record: { observedUse, declaredUse } }) =>
      observedUse === undefined || declaredUse === undefined ? undefined : observedUse === declaredUse,
  },

  /**
   * Calendar months, begun ones as whole, from the last audit, or from the lease where there was none yet, to the check.
   * Unit: month. `null`: never audited, and leased on no known day. Source: none; our default.
   */
  'audit.monthsAgo': {
    type: 'number',
    unit: 'month',
    zh: '距最近一次核查（未核查过的距开通）的月数',
    en: 'the months since the last audit, or since the lease where there was none',
    of: ({ record: { lastAuditOn, leasedOn, checkedOn } }) =>
      monthsBetween(lastAuditOn === null ? leasedOn : lastAuditOn, checkedOn),
  },
});
