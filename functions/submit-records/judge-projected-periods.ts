import type { KeptRecord, Manifest } from '../../events/manifest.ts';
import { noRosters } from '../../rules/branch-rosters.ts';
import { type JudgedRecord, judgedPeriods } from '../../rules/judged.ts';
import { periodsAround } from '../../rules/period-records.ts';
import { added, nothingTallied, type TallyChange, tallyChanges } from '../../rules/tally.ts';
import { goneFrom, monthsTouched } from '../record-submission/claim-records.ts';
import type { Law, RecordDeps } from '../record-submission/deps.ts';
import { claimed, type Reported } from '../record-submission/places.ts';
import { judgementsOfPeriods, type ReadPeriodDeps, readMonths } from '../record-submission/read-periods.ts';
import { tracksToClaim } from '../record-submission/tracks-to-claim.ts';

export type ProjectPeriodDeps = ReadPeriodDeps & Pick<RecordDeps, 'tracks' | 'tracksOfBranch' | 'manifests' | 'digest'>;

/**
 * What the branch's periods would be judged if the records were recorded now: the tallies as they are, changed in memory
 * as recording would change them. Nothing is written.
 */
export const judgeProjectedPeriods = async (
  records: readonly KeptRecord[],
  by: Manifest,
  law: Law,
  deps: ProjectPeriodDeps,
): Promise<JudgedRecord[]> => {
  const { periods: rules } = law;
  if (rules === undefined) return [];
  const { branchId } = by.view;
  const present = records.map(({ row, record }): Reported => ({ recordKey: record.recordId, row, record }));
  const keys = new Set(present.map(({ recordKey }) => recordKey));
  const gone = await goneFrom(by, (recordKey) => keys.has(recordKey), law, deps);
  const units = [...present, ...gone.map(({ recordKey }): Reported => ({ recordKey }))];
  const known = await tracksToClaim(
    units.map(({ recordKey }) => recordKey),
    by,
    deps,
  );
  const moved = units.flatMap((unit, n) => {
    const before = known[n]!.track;
    const to =
      before === undefined && unit.record === undefined
        ? undefined
        : claimed(before, unit, law, by, { rosters: noRosters, digest: deps.digest });
    return to === undefined ? [] : [{ to, changes: tallyChanges(to, before?.share, to.share) }];
  });

  const places = monthsTouched(moved.map(({ to }) => to)).filter((place) => place.branchId === branchId);
  const periods = periodsAround(places, rules.lengths);
  const read = await readMonths(periods, by.view, deps);
  const months = new Map(read.get(branchId));
  const add = ({ of: { month }, adds }: TallyChange) =>
    months.set(month, added(months.get(month) ?? nothingTallied, adds));
  for (const { changes } of moved) for (const one of changes) if (one.of.branchId === branchId) add(one);

  const judgements = await judgementsOfPeriods(periods, new Map([[branchId, months]]), by.view, deps);
  return judgedPeriods(periods, branchId, (one) => judgements[periods.indexOf(one)]!);
};
