import type { LinkedAccountCheck } from '../../events/records/linked-account-check/contract.ts';
import { civilDayOf, hoursBetween, isInTimeFor } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { entriesOn } from './lists.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<LinkedAccountCheck>()({
  /** Article 22, paragraph 2: at the demand of the police or the telecom authority. `null`: on no list received, known. */
  'list.isNamed': {
    type: 'boolean',
    zh: '来自主管部门的名单',
    en: 'the number coming from a list of an authority',
    of: ({ record }) => isGiven(record.listId),
  },

  /**
   * The number stands on the list of fraud numbers on the day on which it was received or became known. Unknown where
   * that list is not there. Article 22, paragraph 2.
   */
  'number.isListed': {
    type: 'boolean',
    zh: '号码在涉诈号码名单上',
    en: 'the number being on the list of fraud numbers',
    of: ({ record, lists }) => {
      const entries = entriesOn(lists, 'fraud-numbers', record.phone, { day: civilDayOf(record.listReceivedAt) });
      return entries === undefined ? undefined : entries.length > 0;
    },
  },

  /** `null`: nobody is registered with the number, known. */
  'account.exists': {
    type: 'boolean',
    zh: '有账号以该号码注册',
    en: 'an account being registered with the number',
    of: ({ record }) => isGiven(record.accountId),
  },

  /** Article 22, paragraph 2. `null`: never checked, known. */
  'check.isMade': {
    type: 'boolean',
    zh: '已核验关联账号',
    en: 'the linked account being checked',
    of: ({ record }) => isGiven(record.checkedAt),
  },

  /** Unit: h, fractional, between instants. `null` where there was no check. */
  'check.hoursFromList': {
    type: 'number',
    unit: 'hour',
    zh: '收到名单至核验的小时数',
    en: 'the hours from the list to the check',
    of: ({ record }) => hoursBetween(record.listReceivedAt, record.checkedAt),
  },

  /** Article 22, paragraph 2, names the measures. `null`: none was decided on, known. */
  'outcome.type': {
    type: 'string',
    values: ['correct-in-time', 'limit', 'suspend', 'close', 'bar-reregistration', 'cleared', 'no-account'],
    zh: '核验处置结果',
    en: 'the outcome of the check',
    of: ({ record }) => record.measure,
  },

  /** An account that is left as it is has a reason on file. `null`: none, known. */
  'outcome.hasReason': {
    type: 'boolean',
    zh: '排除风险有理由',
    en: 'a reason for clearing it being on file',
    of: ({ record }) => isGiven(record.clearedReason),
  },

  /** Article 32, paragraph 3: whoever is restricted is told. `null`: no notice, known. */
  'outcome.hasNotice': {
    type: 'boolean',
    zh: '措施有对应的处置告知',
    en: 'a notice belonging to the measure',
    of: ({ record }) => isGiven(record.disposalId),
  },

  /** A number may have a new holder: who that is comes first. A measure never taken (`null`) did not come too early. */
  'outcome.isAfterCheck': {
    type: 'boolean',
    zh: '先核验后处置',
    en: 'the check coming before the measure',
    of: ({ record }) => isInTimeFor(record.checkedAt, record.measureAt),
  },

  /** Unit: h, fractional, between instants. `null` where the authority was never answered. */
  'feedback.hoursFromList': {
    type: 'number',
    unit: 'hour',
    zh: '收到名单至反馈的小时数',
    en: 'the hours from the list to the answer to the authority',
    of: ({ record }) => hoursBetween(record.listReceivedAt, record.feedbackAt),
  },
});
