import type { Training } from '../../events/records/training/contract.ts';
import { factsOf } from './fact.ts';

export const facts = factsOf<Training>()({
  /** Newcomers were trained before they served anybody; none where there were no newcomers. Article 30, paragraph 1. */
  'newStaff.isTrainedFirst': {
    type: 'boolean',
    zh: '新员工上岗前已培训',
    en: 'new staff being trained before they serve anybody',
    of: ({ record }) => record.newStaffTrainedBeforeDuty,
  },
});
