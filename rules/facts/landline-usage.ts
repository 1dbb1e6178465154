import type { LandlineUsage } from '../../events/records/landline-usage/contract.ts';
import { hoursBetween } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { both, isGiven } from './told.ts';

export const facts = factsOf<LandlineUsage>()({
  /** Article 14: equipment that turns one line into many, such as a GOIP gateway. */
  'gateway.isDetected': {
    type: 'boolean',
    zh: '发现外接网关',
    en: 'an attached gateway being found',
    of: ({ record }) => record.gatewayDetected,
  },

  /** Unit: score, 0 to 1, by the operator's own model. */
  'model.score': {
    type: 'number',
    unit: 'score',
    zh: '模型评分',
    en: 'the score of the model',
    of: ({ record }) => record.modelScore,
  },

  /**
   * The line is on the allow-list, and the entry was reviewed at the last audit; one that nobody reviewed does not count.
   * `null`: it is on no list, known.
   */
  'line.isAllowListed': {
    type: 'boolean',
    zh: '在经复核的白名单内',
    en: 'the line having a reviewed entry on the allow-list',
    of: ({ record }) => both(isGiven(record.allowListRef), record.allowListReviewed),
  },

  /** `null`: no alert, known. */
  'alert.isRaised': {
    type: 'boolean',
    zh: '已预警',
    en: 'an alert being raised',
    of: ({ record }) => isGiven(record.alertAt),
  },

  /** Article 32, paragraph 1. An action has its time. */
  'action.isTaken': {
    type: 'boolean',
    zh: '已采取处置措施',
    en: 'an action being taken',
    of: ({ record: { action, actionAt } }) =>
      both(action === undefined ? undefined : action !== 'none', isGiven(actionAt)),
  },

  /** Unit: h, fractional, between instants; `null` where there was no alert or no action. */
  'action.hoursFromAlert': {
    type: 'number',
    unit: 'hour',
    zh: '预警至处置的小时数',
    en: 'the hours from the alert to the action',
    of: ({ record }) => hoursBetween(record.alertAt, record.actionAt),
  },

  /** The clue went to an authority and has a number. `null`: it did not, known. */
  'clue.isTransferred': {
    type: 'boolean',
    zh: '线索已移送',
    en: 'the clue being transferred',
    of: ({ record }) => isGiven(record.clueTransferId),
  },
});
