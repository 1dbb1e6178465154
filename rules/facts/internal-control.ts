import type { InternalControl } from '../../events/records/internal-control/contract.ts';
import { isInTimeFor } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { monthsBetween } from './months-between.ts';
import { both, isGiven } from './told.ts';

/** A document that was adopted by the day attested: one that is still being drafted is none. */
export const isAdopted = ({ policyDocumentRef, policyAdoptedOn, attestedOn }: InternalControl): boolean | undefined =>
  both(isGiven(policyDocumentRef), isInTimeFor(policyAdoptedOn, attestedOn));

export const facts = factsOf<InternalControl>()({
  /** The attestation was made: the duty is for every branch. Article 6, paragraph 5. */
  'control.isAttested': {
    type: 'boolean',
    zh: '已作内控自查',
    en: 'the internal control being attested',
    of: ({ record }) => (record.attestedOn === undefined ? undefined : true),
  },

  /** A control document adopted by the day attested. Article 6, paragraph 5: 建立反电信网络诈骗内部控制机制. */
  'control.isAdopted': {
    type: 'boolean',
    zh: '内控制度已成文施行',
    en: 'a control document being adopted',
    of: ({ record }) => isAdopted(record),
  },

  /** A post, not a person, answers for the work. Article 6, paragraph 5: 安全责任制度. */
  'control.hasResponsiblePost': {
    type: 'boolean',
    zh: '明确责任岗位',
    en: 'a post that answers for it',
    of: ({ record }) => isGiven(record.responsiblePostRef),
  },

  /** The chain of responsibility names this branch. Article 6, paragraph 5; article 8, paragraph 3. */
  'control.coversBranch': {
    type: 'boolean',
    zh: '责任制覆盖本网点',
    en: 'the chain of responsibility reaching the branch',
    of: ({ record }) => record.branchCovered,
  },

  /** Months from the latest internal review to the day attested, started ones counted; none where there never was one. */
  'control.monthsSinceReview': {
    type: 'number',
    unit: 'month',
    zh: '距最近内部检查的月数',
    en: 'the months since the last internal review',
    of: ({ record }) => monthsBetween(record.lastReviewedOn, record.attestedOn),
  },
});
