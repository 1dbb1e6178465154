import type { FraudApp } from '../../events/records/fraud-app/contract.ts';
import { hoursBetween, isInTimeFor } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<FraudApp>()({
  /** Article 23, paragraph 3, is about what is spread outside the platforms that distribute apps. */
  'spread.isOutsideStores': {
    type: 'boolean',
    zh: '在应用商店以外传播',
    en: 'the app being spread outside app stores',
    of: ({ record }) => record.outsideStores,
  },

  /** Who brought it up: what an authority sends may state its own deadline. */
  'finding.source': {
    type: 'string',
    values: ['own-monitoring', 'police', 'regulator', 'report'],
    zh: '发现来源',
    en: 'the source of the finding',
    of: ({ record }) => record.source,
  },

  /** The instruction says by when. `null`: it states no deadline, or there is none, known. */
  'instruction.hasDeadline': {
    type: 'boolean',
    zh: '通报规定了处置时限',
    en: 'a deadline standing in the instruction',
    of: ({ record }) => isGiven(record.instructionDueAt),
  },

  /** Article 23, paragraph 3. `null`: never cut off, known. */
  'block.isMade': {
    type: 'boolean',
    zh: '已阻断下载和访问',
    en: 'downloads and access being cut off',
    of: ({ record }) => isGiven(record.blockedAt),
  },

  /** Unit: h, fractional, between instants. `null` where it was never cut off. */
  'block.hoursFromFinding': {
    type: 'number',
    unit: 'hour',
    zh: '发现至阻断的小时数',
    en: 'the hours from the finding to the cut-off',
    of: ({ record }) => hoursBetween(record.foundAt, record.blockedAt),
  },

  /** At the instant of the deadline or before. Where there is no deadline (`null`), nothing came too late. */
  'block.isByInstruction': {
    type: 'boolean',
    zh: '在通报时限内阻断',
    en: 'the cut-off coming by the deadline of the instruction',
    of: ({ record }) => isInTimeFor(record.blockedAt, record.instructionDueAt),
  },

  /** Somebody installed it. */
  'users.areAffected': {
    type: 'boolean',
    zh: '有用户已安装',
    en: 'users having installed it',
    of: ({ record: { victimCount } }) => (victimCount === undefined ? undefined : victimCount > 0),
  },

  /** `null`: nobody was warned, known. */
  'users.areWarned': {
    type: 'boolean',
    zh: '已提醒受影响用户',
    en: 'the users being warned',
    of: ({ record }) => isGiven(record.victimsAlertedAt),
  },

  /** The sample went to a shared collection and has a number there. `null`: not shared, known. */
  'sample.isShared': {
    type: 'boolean',
    zh: '样本已共享',
    en: 'the sample being shared',
    of: ({ record }) => isGiven(record.sharedSampleId),
  },
});
