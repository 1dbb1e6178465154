import { shown } from '../../events/field-faults.ts';
import { Problem } from '../../events/problem.ts';
import type { Enterprise } from '../../events/registry.ts';
import { fault } from './entry-faults.ts';

/**
 * Cards and accounts are counted under the group that stood when they were reported: in another group the later ones
 * would be counted without them. Throws Problem CONFLICT for an enterprise that has reported.
 */
export const refuseRegrouping = async (
  before: Enterprise,
  after: Enterprise,
  hasReported: (uscc: string) => Promise<boolean>,
): Promise<void> => {
  if (before.countingGroup === after.countingGroup || !(await hasReported(after.uscc))) return;
  const text = {
    zh: '该企业已有报送，其卡和账户已计入原计数组，不能改组：改后原有的不再计入。',
    en: 'This enterprise has reported: its cards and accounts are counted in the group it has, and would count no longer in another.',
  };
  const fix = {
    zh: `保留 ${before.countingGroup}；若确须合并计数，请把新企业登记到该组。`,
    en: `Keep ${before.countingGroup}; to count it with enterprises that have not reported yet, give those this group.`,
  };
  throw new Problem('CONFLICT', text, [
    fault('COUNTING_GROUP_IN_USE', '/countingGroup', text.zh, text.en, fix, shown(after.countingGroup)),
  ]);
};
