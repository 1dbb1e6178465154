import type { DisposalAppeal } from '../../events/records/disposal-appeal/contract.ts';
import { daysFromTo, laterOf, minutesBetween, workingDaysFromTo } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<DisposalAppeal>()({
  /**
   * Why the measure was taken. A measure on a list entry is the authority's: its appeal channel is that of article 31,
   * paragraph 2, not that of article 32, paragraph 3.
   */
  'measure.ground': {
    type: 'string',
    values: ['fraud-risk', 'money-laundering-risk', 'sanction-list'],
    zh: '处置事由',
    en: 'the ground of the measure',
    of: ({ record }) => record.measureGround,
  },

  /** Whoever appeals hands in materials; never complete (`null`) stops the clock of the review, not that of the release. */
  'appeal.materialsAreComplete': {
    type: 'boolean',
    zh: '申诉材料已齐备',
    en: 'the materials of the appeal being complete',
    of: ({ record }) => isGiven(record.materialsCompleteAt),
  },

  /** Article 32, paragraph 3: 及时受理申诉. `null`: it was not accepted, known. */
  'appeal.isAccepted': {
    type: 'boolean',
    zh: '申诉已受理',
    en: 'the appeal being accepted',
    of: ({ record }) => isGiven(record.acceptedAt),
  },

  /** Unit: working day; 0 on the day of the appeal. Source: none, 及时 of article 32 has no count. `null`: never. */
  'appeal.workingDaysToAcceptance': {
    type: 'number',
    unit: 'working day',
    zh: '自提交至受理的工作日数',
    en: 'the working days from the appeal to its acceptance',
    of: ({ record }) => workingDaysFromTo(record.submittedAt, record.acceptedAt),
  },

  /** Article 32, paragraph 3: 并进行核查. `null`: it was never decided, known. */
  'appeal.isDecided': {
    type: 'boolean',
    zh: '申诉已核查办结',
    en: 'the appeal being decided',
    of: ({ record }) => isGiven(record.decidedAt),
  },

  /**
   * Unit: working day, from acceptance or, where that came later, from complete materials: the clock rests while they are
   * not. Source: none, the law has no count. `null`: never.
   */
  'appeal.workingDaysToDecision': {
    type: 'number',
    unit: 'working day',
    zh: '自受理（材料齐备）至办结的工作日数',
    en: 'the working days from acceptance, with complete materials, to the decision',
    of: ({ record }) => workingDaysFromTo(laterOf(record.acceptedAt, record.materialsCompleteAt), record.decidedAt),
  },

  /**
   * Unit: calendar day, counted as the working days are. `null`: never. Source: 反洗钱法(2024修订), article 39, whose days
   * are read as calendar days.
   */
  'appeal.daysToDecision': {
    type: 'number',
    unit: 'day',
    zh: '自受理（材料齐备）至办结的日数',
    en: 'the days from acceptance, with complete materials, to the decision',
    of: ({ record }) => daysFromTo(laterOf(record.acceptedAt, record.materialsCompleteAt), record.decidedAt),
  },

  /** Unit: calendar day. `null`: never answered. Source: 反洗钱法(2024修订), article 39: the result is answered as well. */
  'appeal.daysToReply': {
    type: 'number',
    unit: 'day',
    zh: '自受理（材料齐备）至答复的日数',
    en: 'the days from acceptance, with complete materials, to the reply',
    of: ({ record }) => daysFromTo(laterOf(record.acceptedAt, record.materialsCompleteAt), record.replySentAt),
  },

  /** `null`: nobody was answered, known. */
  'appeal.isAnswered': {
    type: 'boolean',
    zh: '已答复申诉人',
    en: 'the appellant being answered',
    of: ({ record }) => isGiven(record.replySentAt),
  },

  /** Article 32, paragraph 3. `null`: there is no decision. */
  'appeal.decision': {
    type: 'string',
    values: ['upheld', 'lifted', 'partly-lifted'],
    zh: '核查结论',
    en: 'the decision',
    of: ({ record }) => record.decision,
  },

  /** Article 32, paragraph 3: 即时解除. `null`: the measure stands, known. */
  'measure.isReleased': {
    type: 'boolean',
    zh: '措施已解除',
    en: 'the measure being lifted',
    of: ({ record }) => isGiven(record.releasedAt),
  },

  /** Unit: minute, fractional, negative where lifted before the decision; materials do not stop it. `null`: never. */
  'measure.minutesToRelease': {
    type: 'number',
    unit: 'minute',
    zh: '自办结至解除措施的分钟数',
    en: 'the minutes from the decision to the release',
    of: ({ record }) => minutesBetween(record.decidedAt, record.releasedAt),
  },
});
