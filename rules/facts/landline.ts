import type { Landline } from '../../events/records/landline/contract.ts';
import { civilDayOf, daysFromTo, isInTimeFor } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { monthsBetween } from './months-between.ts';
import { not } from './told.ts';

/** Not closed by the day of the check: a day still to come closes nothing yet. */
export const isOpenOn = ({ closedAt, checkedOn }: Partial<Landline>): boolean | undefined =>
  not(isInTimeFor(civilDayOf(closedAt), checkedOn));

/** Calendar months since the last audit, or since the line was installed where there was none, to the check. */
export const auditMonthsAgo = ({ lastAuditOn, installedAt, checkedOn }: Partial<Landline>) =>
  monthsBetween(lastAuditOn === null ? installedAt : lastAuditOn, checkedOn);

export const facts = factsOf<Landline>()({
  /** Always known: that the line was installed, moved or transferred is what the record reports. */
  'line.isInstalled': {
    type: 'boolean',
    zh: '已办理装机、移机或者过户',
    en: 'the line being installed, moved or transferred',
    of: ({ record }) => (record.installedAt === undefined ? undefined : true),
  },

  /** Articles 9, paragraph 1; 工信部令第25号, article 3: before the line is installed, moved or transferred. */
  'identity.isVerified': {
    type: 'boolean',
    zh: '办理前已核验身份',
    en: 'the identity being verified before',
    of: ({ record }) => record.idVerified,
  },

  /** Somebody saw that the line goes where it is registered to go. */
  'address.isSeenOnSite': {
    type: 'boolean',
    zh: '办理前已现场核验地址',
    en: 'the address being seen on site before',
    of: ({ record }) => record.addressVerifiedOnSite,
  },

  /** `null`: never closed, known. */
  'line.isOpen': {
    type: 'boolean',
    zh: '线路在用',
    en: 'the line being open',
    of: ({ record }) => isOpenOn(record),
  },

  /**
   * Calendar months, begun ones as whole, from the last audit, or from the installation where there was none yet, to the
   * check. Unit: month. Source: none; our default.
   */
  'audit.monthsAgo': {
    type: 'number',
    unit: 'month',
    zh: '距最近一次核查（未核查过的距装机）的月数',
    en: 'the months since the last audit, or since the installation where there was none',
    of: ({ record }) => auditMonthsAgo(record),
  },

  /** `null`: no result yet, known. */
  'audit.result': {
    type: 'string',
    values: ['ok', 'correct', 'close'],
    zh: '核查结论',
    en: 'the result of the audit',
    of: ({ record }) => record.auditResult,
  },

  /**
   * Civil days from the audit to the closing, or to the check while the line is not closed. Unit: day. `null` where there
   * was no audit.
   */
  'closing.daysFromAudit': {
    type: 'number',
    unit: 'day',
    zh: '核查至关停（未关停的至检查日）的天数',
    en: 'the days from the audit to the closing, or to the check while the line is open',
    of: ({ record: { lastAuditOn, closedAt, checkedOn } }) =>
      daysFromTo(lastAuditOn, closedAt === null ? checkedOn : closedAt),
  },
});
