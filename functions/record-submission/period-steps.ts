import type { Judgement } from '../../events/finding.ts';
import type { BranchPeriod } from '../../rules/period-records.ts';
import { advance, type Change, type Step, type Track, type TrackAt } from '../../rules/track.ts';
import type { RecordDeps } from './deps.ts';
import { type KnownViolations, written, writtenAtOnce } from './written-steps.ts';

/** What makes us look at periods: a submission, or that a filing fell due (then there is no submission). */
export type Occasion = {
  readonly enterprise: string;
  readonly recordKind: string;
  readonly submission?: string;
  /** Of the journal. */
  readonly stream: string;
  readonly sequence: string;
  readonly receivedAt: string;
};

const trackOf = (
  { recordId, branchId, region, sector }: BranchPeriod,
  known: Track | undefined,
  by: Occasion,
): Track => ({
  ...{ enterprise: by.enterprise, recordKind: by.recordKind, recordKey: recordId, branchId, region, sector },
  sequence: known !== undefined && known.sequence > by.sequence ? known.sequence : by.sequence,
  submission: by.submission ?? known?.submission ?? '',
  left: [],
  gone: false,
  rules: known?.rules ?? {},
});

/** What becomes of a period's violations by its judgements. */
export const periodSteps = (
  one: BranchPeriod,
  judgements: readonly Judgement[],
  track: Track | undefined,
  { violations }: KnownViolations,
  by: Occasion,
  deps: Pick<RecordDeps, 'lawOf' | 'digest'>,
): Step[] => {
  const { enterprise, recordKind, submission, sequence, receivedAt } = by;
  const { recordId, branchId, region, sector } = one;
  const tracked = track?.rules ?? {};
  const law = deps.lawOf(recordKind, one);
  const judged = judgements.flatMap((judgement) => {
    const { rule, version, lawDate, verdict } = judgement;
    const { severity, sources } = law.ruleOf(judgement);
    const state = tracked[rule];
    const violation = state && violations.get(state.violation)?.violation;
    const about = {
      ...{ rule, version, article: sources[0]!.article ?? '', severity, enterprise, branchId, region, sector },
      ...{ recordKind, recordId, lawDate, ...(submission !== undefined && { submission }) },
    };
    // The tallies decide as they stand, whoever looks at them: what came in when is no matter.
    const counted = true;
    const reported = submission !== undefined && (violation?.lastSeenAt ?? '') < receivedAt;
    const idOf = (occurrence: number) =>
      deps.digest(JSON.stringify([enterprise, recordKind, rule, recordId, occurrence])).slice(0, 32);
    const seen = { verdict, reported, counted, sequence, receivedAt, about };
    return advance(state, violation, seen, idOf) ?? [];
  });
  // A rule that is no law of the period's last day any more has nothing against it.
  const silent = Object.entries(tracked).filter(([rule]) => judgements.every((judgement) => judgement.rule !== rule));
  const lifted = silent.flatMap(([, state]) => {
    const violation = violations.get(state.violation)?.violation;
    if (violation === undefined) return [];
    const seen = { verdict: 'not-applicable' as const, reported: false, counted: true, about: violation };
    return advance(state, violation, { ...seen, sequence, receivedAt }, () => state.violation) ?? [];
  });
  return [...judged, ...lifted];
};

/** The period's track, written whatever became of it, and the steps. */
export const periodChange = (
  one: BranchPeriod,
  steps: readonly Step[],
  { version, track }: TrackAt,
  known: KnownViolations,
  by: Occasion,
  at: string,
): Change => {
  const from = trackOf(one, track, by);
  const tracked = Object.fromEntries(steps.map((step) => [step.violation.rule, step.tracked]));
  return {
    track: { version, to: { ...from, rules: { ...from.rules, ...tracked } } },
    ...(by.submission === undefined ? writtenAtOnce(steps, by.stream, at) : written(steps, known, by.submission, at)),
  };
};
