import type { NewBusinessAssessment } from '../../events/records/new-business-assessment/contract.ts';
import { isInTimeFor } from './civil-time.ts';
import { factsOf } from './fact.ts';

export const facts = factsOf<NewBusinessAssessment>()({
  /** Article 6, paragraph 5, speaks of new business; which changes of old business count as such is not said there. */
  'business.novelty': {
    type: 'string',
    values: ['new', 'material-change', 'minor-change'],
    zh: '业务新旧',
    en: 'whether the business is new',
    of: ({ record }) => record.novelty,
  },

  /** Completed by the instant of the launch; never assessed is not before it. Article 6, paragraph 5. */
  'assessment.isBeforeLaunch': {
    type: 'boolean',
    zh: '上线前完成涉诈风险评估',
    en: 'the assessment being completed before the launch',
    of: ({ record }) => isInTimeFor(record.assessmentCompletedAt, record.launchAt),
  },

  /** None where it was not assessed. */
  'assessment.conclusion': {
    type: 'string',
    values: ['pass', 'pass-with-measures', 'fail'],
    zh: '评估结论',
    en: 'the conclusion of the assessment',
    of: ({ record }) => record.conclusion,
  },

  /** The measures that the assessment asked for are in use by the instant of the launch. Article 6, paragraph 5. */
  'mitigation.isBeforeLaunch': {
    type: 'boolean',
    zh: '上线前落实防范措施',
    en: 'the measures being deployed before the launch',
    of: ({ record }) => isInTimeFor(record.mitigationDeployedAt, record.launchAt),
  },
});
