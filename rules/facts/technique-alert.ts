import type { TechniqueAlert } from '../../events/records/technique-alert/contract.ts';
import { hoursBetween } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<TechniqueAlert>()({
  /** Always known: that a technique came up is what the record reports. */
  'technique.isIdentified': {
    type: 'boolean',
    zh: '发现新型骗术',
    en: 'a new technique being identified',
    of: ({ record }) => (record.identifiedAt === undefined ? undefined : true),
  },

  /** Article 30, paragraph 1: users are told of new techniques. `null`: nobody was told, known. */
  'alert.isSent': {
    type: 'boolean',
    zh: '已向用户提醒',
    en: 'users being alerted',
    of: ({ record }) => isGiven(record.alertSentAt),
  },

  /** Unit: h, fractional, between instants. `null` where no alert was sent. Source: none, 及时 of article 30 has no count. */
  'alert.hoursFromIdentification': {
    type: 'number',
    unit: 'hour',
    zh: '自发现骗术至提醒的小时数',
    en: 'the hours from identification to the alert',
    of: ({ record }) => hoursBetween(record.identifiedAt, record.alertSentAt),
  },

  /**
   * The users reached, of those in scope; `null` where none is in scope. Unit: ratio, 0 to 1; whoever reached more than
   * were meant has reached all. Source: none, article 30 names no share.
   */
  'alert.reach': {
    type: 'number',
    unit: 'ratio',
    zh: '提醒触达率',
    en: 'the share of users reached',
    of: ({ record: { reachableUsers, reachedUsers } }) => {
      if (reachableUsers === 0) return null;
      if (reachableUsers === undefined || reachedUsers === undefined) return undefined;
      return Math.min(1, reachedUsers / reachableUsers);
    },
  },
});
