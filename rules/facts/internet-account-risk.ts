import type { InternetAccountRisk } from '../../events/records/internet-account-risk/contract.ts';
import { hoursBetween } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { both, isGiven } from './told.ts';

export const facts = factsOf<InternetAccountRisk>()({
  /** Always known: the flag is what the record reports. */
  'account.isFlagged': {
    type: 'boolean',
    zh: '账号被识别为涉诈异常',
    en: 'the account being flagged',
    of: ({ record }) => (record.flaggedAt === undefined ? undefined : true),
  },

  /** Article 22, paragraph 1. `null`: the user was never asked, known. */
  'reverification.isRequested': {
    type: 'boolean',
    zh: '已要求重新核验',
    en: 're-verification being requested',
    of: ({ record }) => isGiven(record.reverifyRequestedAt),
  },

  /** Unit: h, fractional, between instants; negative where the user was asked before. `null` where nobody was asked. */
  'reverification.hoursFromFlag': {
    type: 'number',
    unit: 'hour',
    zh: '识别至要求重新核验的小时数',
    en: 'the hours from the flag to the request',
    of: ({ record }) => hoursBetween(record.flaggedAt, record.reverifyRequestedAt),
  },

  /** `open` until the user has answered or the window has ended. Article 22, paragraph 1. */
  'reverification.result': {
    type: 'string',
    values: ['pass', 'fail', 'no-response', 'open'],
    zh: '重新核验结果',
    en: 'the result of the re-verification',
    of: ({ record }) => record.result,
  },

  /** Article 22, paragraph 1: limited, suspended or closed. A measure has its time. */
  'measure.isTaken': {
    type: 'boolean',
    zh: '已采取处置措施',
    en: 'a measure being taken',
    of: ({ record: { measure, measureAt } }) =>
      both(measure === undefined ? undefined : measure !== 'none', isGiven(measureAt)),
  },

  /**
   * Unit: h, fractional, between instants; negative where the measure came first, which article 22 allows. `null` where
   * nobody was asked or nothing was done.
   */
  'measure.hoursFromRequest': {
    type: 'number',
    unit: 'hour',
    zh: '要求重新核验至采取措施的小时数',
    en: 'the hours from the request to the measure',
    of: ({ record }) => hoursBetween(record.reverifyRequestedAt, record.measureAt),
  },

  /** Article 32, paragraph 3: whoever is restricted is told. `null`: no notice, known. */
  'measure.hasNotice': {
    type: 'boolean',
    zh: '措施有对应的处置告知',
    en: 'a notice belonging to the measure',
    of: ({ record }) => isGiven(record.disposalId),
  },

  /** Article 32, paragraph 3: a measure is lifted at once when the check is passed. `null`: never lifted, known. */
  'account.isRestored': {
    type: 'boolean',
    zh: '账号已恢复',
    en: 'the account being restored',
    of: ({ record }) => isGiven(record.restoredAt),
  },
});
