import type { AccountInfoReport } from '../../events/records/account-info-report/contract.ts';
import { workingDaysFromTo } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<AccountInfoReport>()({
  /** A day without openings has none to report. Unit: account. Article 16, paragraph 3. */
  'openings.made': {
    type: 'number',
    unit: 'account',
    zh: '当日开户数',
    en: 'the accounts opened on the day',
    of: ({ record }) => record.openingsInCore,
  },

  /** `null`: never reported, known. Article 16, paragraph 3. */
  'report.isSubmitted': {
    type: 'boolean',
    zh: '已报送',
    en: 'the report being submitted',
    of: ({ record }) => isGiven(record.submittedAt),
  },

  /**
   * Openings reported, less those that there were: above 0 where accounts were reported that nobody opened, below 0 where
   * some were left out. Unit: account. Article 16, paragraph 3.
   */
  'openings.reportedTooMany': {
    type: 'number',
    unit: 'account',
    zh: '报送开户数与实际开户数之差',
    en: 'the openings reported less those that there were',
    of: ({ record: { openingsInCore, openingsReported } }) =>
      openingsInCore === undefined || openingsReported === undefined ? undefined : openingsReported - openingsInCore,
  },

  /** Unit: working day, the business day not counted. `null`: never reported. Source: none; our default. */
  'report.workingDays': {
    type: 'number',
    unit: 'working day',
    zh: '业务日期至报送的工作日数',
    en: 'the working days from the business day to the report',
    of: ({ record }) => workingDaysFromTo(record.businessDate, record.submittedAt),
  },

  /** The mechanism took the report and gave a number for it. `null`: none came, known. */
  'report.isReceipted': {
    type: 'boolean',
    zh: '已取得报送回执',
    en: 'a receipt for the report being on file',
    of: ({ record }) => isGiven(record.receiptNo),
  },
});
