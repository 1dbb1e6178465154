import type { Judgement } from '../../events/finding.ts';
import type { BranchPeriod } from '../../rules/period-records.ts';
import type { RecordDeps } from './deps.ts';
import { type Occasion, periodChange, periodSteps } from './period-steps.ts';
import { judgementsOfPeriods, type ReadPeriodDeps, readMonths } from './read-periods.ts';
import { untilApplied } from './until-applied.ts';
import { knownViolations } from './written-steps.ts';

export type PeriodDeps = ReadPeriodDeps &
  Pick<RecordDeps, 'tracks' | 'violations' | 'manifests' | 'apply' | 'digest' | 'pause'>;

/**
 * Judges periods by their tallies as they stand, and moves their violations accordingly. Each period's track is read
 * before its tallies and written after, even where nothing is found: of two who judge a period at once, the one with the
 * older tallies is refused and looks again. Gives the judgements by the periods' ids, and the violations changed.
 */
export const judgePeriods = async (periods: readonly BranchPeriod[], by: Occasion, deps: PeriodDeps) => {
  const judgementsOf = new Map<string, readonly Judgement[]>();
  const changed = new Set<string>();
  const { enterprise, recordKind } = by;

  const workOut = async (units: readonly BranchPeriod[]) => {
    const tracks = await deps.tracks(units.map(({ recordId }) => ({ enterprise, recordKind, recordKey: recordId })));
    const months = await readMonths(units, by, deps);
    const [judgements, known] = await Promise.all([
      judgementsOfPeriods(units, months, by, deps),
      knownViolations(tracks, deps),
    ]);
    const at = deps.now().toISOString();
    return units.map((one, n) => {
      judgementsOf.set(one.recordId, judgements[n]!);
      const steps = periodSteps(one, judgements[n]!, tracks[n]!.track, known, by, deps);
      for (const { violation } of steps) changed.add(violation.id);
      return [one, periodChange(one, steps, tracks[n]!, known, by, at)] as const;
    });
  };
  await untilApplied(periods, workOut, deps);
  return { judgementsOf, changed: [...changed] };
};
