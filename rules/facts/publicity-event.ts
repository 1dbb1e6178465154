import type { PublicityEvent } from '../../events/records/publicity-event/contract.ts';
import { factsOf } from './fact.ts';
import { isGiven } from './told.ts';

export const facts = factsOf<PublicityEvent>()({
  /** Always known: that an event was held is what the record reports. */
  'event.isHeld': {
    type: 'boolean',
    zh: '宣传活动已开展',
    en: 'an event being held',
    of: ({ record }) => (record.heldOn === undefined ? undefined : true),
  },

  /** Unit: person, present or reached. Source: none; an event is evidence of whom it reached. */
  'event.participants': {
    type: 'number',
    unit: 'person',
    zh: '宣传活动参与人数',
    en: 'the number of people reached',
    of: ({ record }) => record.participants,
  },

  /** What was shown or handed out is on file. `null`: nothing is, known. Source: none, as above. */
  'event.hasMaterial': {
    type: 'boolean',
    zh: '宣传材料已存档',
    en: 'the material of the event being on file',
    of: ({ record }) => isGiven(record.materialRef),
  },
});
