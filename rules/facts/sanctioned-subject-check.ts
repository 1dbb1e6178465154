import type { SanctionedSubjectCheck } from '../../events/records/sanctioned-subject-check/contract.ts';
import { addDays } from '../filing-periods.ts';
import { civilDayOf, hoursBetween, laterOf } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { joinedTerms } from './joined-terms.ts';
import { entriesOn } from './lists.ts';
import { monthsLater } from './months-between.ts';
import { both, isGiven } from './told.ts';

/** Whether the first day is not after the second; unknown while either is. */
const isUpTo = (one: string | undefined, other: string | undefined): boolean | undefined =>
  one === undefined || other === undefined ? undefined : one <= other;

const isWithinYears = (from: string, until: string | undefined, years: number): boolean =>
  until !== undefined && until <= monthsLater(from, 12 * years);

const startOf = (day: string | undefined): string | undefined =>
  day === undefined ? undefined : `${day}T00:00:00+08:00`;

export const facts = factsOf<SanctionedSubjectCheck>()({
  /** Always known: the determination is what puts the subject on the list. */
  'sanction.isDetermined': {
    type: 'boolean',
    zh: '惩戒已认定',
    en: 'the sanction being determined',
    of: ({ record }) => (record.determinedOn === undefined ? undefined : true),
  },

  /** Which of the two categories; `null`: the entry has none. 电信网络诈骗及其关联违法犯罪联合惩戒办法, article 3. */
  'sanction.category': {
    type: 'string',
    values: ['convicted', 'administratively-determined'],
    zh: '惩戒类别',
    en: 'the category of the sanction',
    of: ({ record }) => record.category,
  },

  /** The day of the check lies within the term, both ends included. Article 31, paragraph 2. */
  'term.isRunning': {
    type: 'boolean',
    zh: '核查时处于惩戒期内',
    en: 'the term running on the day of the check',
    of: ({ record: { startOn, endOn, checkedOn } }) => both(isUpTo(startOn, checkedOn), isUpTo(checkedOn, endOn)),
  },

  /** The term has begun by the day of the check, whether or not it has ended. */
  'term.hasBegun': {
    type: 'boolean',
    zh: '核查时惩戒期已开始',
    en: 'the term having begun by the day of the check',
    of: ({ record: { startOn, checkedOn } }) => isUpTo(startOn, checkedOn),
  },

  /**
   * The term lasts so many years: it ends on the same day of the year as it began or, with both days counted, on the day
   * before. How the days are counted was not seen in any source.
   */
  'term.lastsYears': {
    type: 'boolean',
    zh: '惩戒期限与规定年限一致',
    en: 'the term lasting as many years as are set',
    params: { years: 'number' },
    of: ({ record: { startOn, endOn } }, { years }) => {
      if (startOn === undefined || endOn === undefined) return undefined;
      const whole = monthsLater(startOn, 12 * (years as number));
      return endOn === whole || endOn === addDays(whole, -1);
    },
  },

  /**
   * This term and those of the list that overlap it or follow on it last no longer than so many years together. Unknown
   * where the list is not there.
   */
  'terms.areTogetherWithin': {
    type: 'boolean',
    zh: '连续惩戒期限合计不超过上限',
    en: 'the terms that follow one another staying within the limit',
    params: { years: 'number' },
    of: ({ record: { subjectId, startOn, endOn }, lists }, { years }) => {
      const entries = entriesOn(lists, 'sanctioned-subjects', subjectId);
      if (entries === undefined || startOn === undefined || endOn === undefined) return undefined;
      const { from, until } = joinedTerms({ from: startOn, until: endOn }, entries);
      return isWithinYears(from, until, years as number);
    },
  },

  /** The listing was found wrong or taken back. Article 31, paragraph 2. `null`: no appeal succeeded, known. */
  'appeal.hasSucceeded': {
    type: 'boolean',
    zh: '申诉成立',
    en: 'an appeal against the listing having succeeded',
    of: ({ record }) => isGiven(record.appealSucceededAt),
  },

  /** An empty list is known to be none. */
  'subject.holdsServices': {
    type: 'boolean',
    zh: '在本企业有存量业务',
    en: 'the subject holding services of the enterprise',
    of: ({ record }) => isGiven(record.servicesHeld),
  },

  'subject.services': {
    type: 'list',
    values: ['bank-account', 'payment-account', 'phone-card', 'iot-card', 'line', 'sms-port', 'internet-account'],
    zh: '名下业务',
    en: 'the services held',
    of: ({ record }) => record.servicesHeld,
  },

  /** Measures of 电信网络诈骗及其关联违法犯罪联合惩戒办法 by service, as far as they were seen. */
  'sanction.measures': {
    type: 'list',
    values: [
      'non-counter-outflow-limited',
      'payment-business-stopped',
      'access-limited',
      'account-functions-limited',
      'new-business-refused',
    ],
    zh: '已采取的措施',
    en: 'the measures applied',
    of: ({ record }) => record.restrictionsApplied,
  },

  /** Measures were applied at some time. Never (`null`), or none of them (an empty list), is not applied. */
  'sanction.isApplied': {
    type: 'boolean',
    zh: '已采取限制措施',
    en: 'measures being applied',
    of: ({ record }) => both(isGiven(record.restrictedAt), isGiven(record.restrictionsApplied)),
  },

  /**
   * Unit: h, fractional, from the receipt of the list or, where that is later, from the first moment of the term.
   * `null`: nothing was applied.
   */
  'sanction.hoursFromList': {
    type: 'number',
    unit: 'hour',
    zh: '自收到名单（惩戒期开始）至采取措施的小时数',
    en: 'the hours from the list, or the beginning of the term, to the measures',
    of: ({ record }) => hoursBetween(laterOf(record.listReceivedAt, startOf(record.startOn)), record.restrictedAt),
  },

  /** Some service was opened for the subject on a day of the term. `null`: none was, known. */
  'service.isOpenedInTerm': {
    type: 'boolean',
    zh: '惩戒期内新开了业务',
    en: 'a new service being opened in the term',
    of: ({ record: { newServiceOpenedAt, startOn, endOn } }) => {
      const day = civilDayOf(newServiceOpenedAt);
      return day === null ? false : both(isUpTo(startOn, day), isUpTo(day, endOn));
    },
  },

  /** What daily life needs stays open. */
  'basicService.isKept': {
    type: 'boolean',
    zh: '已保留基本服务',
    en: 'basic services being kept',
    of: ({ record }) => record.basicServiceKept,
  },

  /** `null`: the measures still stand, known. */
  'sanction.isLifted': {
    type: 'boolean',
    zh: '措施已解除',
    en: 'the measures being lifted',
    of: ({ record }) => isGiven(record.liftedAt),
  },

  /**
   * Unit: h, fractional, from the end of the last day of the term or, where one succeeded, from the appeal. `null`: never
   * lifted.
   */
  'sanction.hoursToLift': {
    type: 'number',
    unit: 'hour',
    zh: '自期满（申诉成立）至解除措施的小时数',
    en: 'the hours from the end of the term, or the appeal, to the lifting',
    of: ({ record: { endOn, appealSucceededAt, liftedAt } }) => {
      if (liftedAt === null) return null;
      if (appealSucceededAt === undefined || endOn === undefined) return undefined;
      const over = startOf(addDays(endOn, 1))!;
      const isAppealFirst = appealSucceededAt !== null && Date.parse(appealSucceededAt) < Date.parse(over);
      return hoursBetween(isAppealFirst ? appealSucceededAt : over, liftedAt);
    },
  },
});
