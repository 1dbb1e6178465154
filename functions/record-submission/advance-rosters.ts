import { type Manifest, sequenceOf } from '../../events/manifest.ts';
import { marksAfter, maxUnread, type RosterKey } from '../../rules/branch-rosters.ts';
import type { Law, RecordDeps } from './deps.ts';
import { untilApplied } from './until-applied.ts';

/**
 * Says of the branch that there is a newer roster, before anything of it is written: from then on whatever an earlier
 * submission says of the branch's records is late. A roster of which too many rows are unread says it of nobody.
 */
export const advanceRosters = async (
  by: Manifest,
  { contract }: Pick<Law, 'contract'>,
  deps: Pick<RecordDeps, 'rosters' | 'recordsNamed' | 'apply' | 'pause'>,
): Promise<void> => {
  const { view, unread = [] } = by;
  if (view.mode !== 'roster' || contract.holdings === undefined) return;
  if (unread === 'all' || unread.length > maxUnread) return;
  const of: RosterKey = { enterprise: view.enterprise, branchId: view.branchId, recordKind: view.recordKind };
  // A row that cannot be read may name a record that another row lists.
  const listed = await deps.recordsNamed(view.id, new Set(unread));
  const mark = { sequence: sequenceOf(view), submission: view.id, unread: unread.filter((key) => !listed.has(key)) };
  await untilApplied(
    [of],
    async () => {
      const [rosters] = await deps.rosters([of]);
      const { version, marks } = rosters!;
      const after = marksAfter(marks, mark);
      return after === marks
        ? []
        : [[of, { roster: { of, version, marks: after }, violations: [], journal: [] }] as const];
    },
    deps,
  );
};
