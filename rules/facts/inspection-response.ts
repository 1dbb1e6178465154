import type { InspectionResponse } from '../../events/records/inspection-response/contract.ts';
import { isInTimeFor, workingDaysFromTo } from './civil-time.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<InspectionResponse>()({
  /** Article 28: supervision is not refused or obstructed. */
  'inspection.isRefused': {
    type: 'boolean',
    zh: '拒绝或阻碍检查',
    en: 'the inspection being refused',
    of: ({ record }) => record.refused,
  },

  /** `null`: no reason was given, known. Several laws let a visit be declined that does not keep their form. */
  'inspection.refusalReason': {
    type: 'string',
    values: ['fewer-than-two-officers', 'no-credentials', 'other'],
    zh: '拒绝理由',
    en: 'the reason for refusing',
    of: ({ record }) => record.refusalReason,
  },

  /** The request says by when. `null`: it does not, known. */
  'inspection.hasDeadline': {
    type: 'boolean',
    zh: '要求写明时限',
    en: 'a deadline standing in the request',
    of: ({ record }) => isGiven(record.dueAt),
  },

  /** `null`: it was never answered, known. Articles 7 and 28. */
  'response.isGiven': {
    type: 'boolean',
    zh: '已答复',
    en: 'the request being answered',
    of: ({ record }) => isGiven(record.respondedAt),
  },

  /** All that was asked for was given. Article 28. */
  'response.isComplete': {
    type: 'boolean',
    zh: '材料齐全',
    en: 'all that was asked for being given',
    of: ({ record }) => record.materialsComplete,
  },

  /** At the instant of the deadline or before. Where there is no deadline (`null`), nothing came too late. */
  'response.isByDeadline': {
    type: 'boolean',
    zh: '在要求时限内答复',
    en: 'the answer coming by the deadline of the request',
    of: ({ record }) => isInTimeFor(record.respondedAt, record.dueAt),
  },

  /** Unit: working day; 0 on the day of the request. `null`: it was never answered. */
  'response.workingDays': {
    type: 'number',
    unit: 'working day',
    zh: '收到至答复的工作日数',
    en: 'the working days from the request to the answer',
    of: ({ record }) => workingDaysFromTo(record.receivedAt, record.respondedAt),
  },
});
