import type { Judgement } from '../../events/finding.ts';
import { type Manifest, sequenceOf } from '../../events/manifest.ts';
import type { InShadow } from '../../rules/engine/shadow.ts';
import type { HeldBy } from '../../rules/holdings.ts';
import type { Change, Step, Track, TrackAt } from '../../rules/track.ts';
import type { Law, RecordDeps } from './deps.ts';
import { placeOf, type Reported } from './places.ts';
import { keyOf } from './record-key.ts';
import { stepsOf } from './steps.ts';
import { heldJudgements, inShadow, isBeyond, ownJudgements, type Target, targetsOf } from './targets.ts';
import { untilApplied } from './until-applied.ts';
import { type KnownViolations, knownViolations, written } from './written-steps.ts';

/** What is worked out together: a subject with all its cards, or a record that counts for nobody. */
type Unit = { readonly subject: string } | { readonly own: Reported };

const freshTrack = (by: Manifest, recordKey: string): Track => {
  const { branchId, region, sector, id } = by.view;
  const whose = { branchId, region, sector, sequence: sequenceOf(by.view), submission: id };
  return { ...keyOf(by, recordKey), ...whose, left: [], gone: false, rules: {} };
};

const changeOf = (
  target: Target,
  steps: readonly Step[],
  { version, track }: TrackAt,
  by: Manifest,
  known: KnownViolations,
  at: string,
): Change => {
  const from = track ?? freshTrack(by, target.recordKey);
  const tracked = Object.fromEntries(steps.map((step) => [step.violation.rule, step.tracked]));
  return {
    ...(target.held && { judgedBy: { of: target.held.of, version: target.held.at.version } }),
    track: { version, to: { ...from, rules: { ...from.rules, ...tracked } } },
    ...written(steps, known, by.view.id, at),
  };
};

/** The records whose subject is known, by subject; the others count for nobody. */
const bySubject = (reported: readonly Reported[], law: Law) => {
  const subjectOf = ({ record }: Reported) => record && placeOf(law.contract, record)?.subject;
  const grouped = Map.groupBy(reported, subjectOf);
  const alone = grouped.get(undefined) ?? [];
  grouped.delete(undefined);
  return { alone, ofSubject: grouped as ReadonlyMap<string, readonly Reported[]> };
};

/** What tracking gives besides what it writes. */
export type Judged = {
  /** By key, of the records that are there. */
  readonly judgementsOf: ReadonlyMap<string, readonly Judgement[]>;
  readonly shadow: ReadonlyMap<string, InShadow>;
  /** Violations changed. */
  readonly changed: ReadonlySet<string>;
  /** Records whose cards the holdings have no place for. */
  readonly full: ReadonlySet<string>;
};

/**
 * Step two of recording: judges records of the submission, and every other card of the subjects it touched, by the
 * holdings as they are now, and moves the violations accordingly. Each change is written only while the holdings it was
 * judged by are still the same. `subjects` are those touched besides the records' own.
 */
export const trackViolations = async (
  { reported, subjects }: { readonly reported: readonly Reported[]; readonly subjects: readonly string[] },
  by: Manifest,
  law: Law,
  deps: RecordDeps,
): Promise<Judged> => {
  const { enterprise, recordKind } = by.view;
  const judged = new Map<string, readonly Judgement[]>();
  const shadow = new Map<string, InShadow>();
  const changed = new Set<string>();
  const full = new Set<string>();
  const { alone, ofSubject } = bySubject(reported, law);

  const targetsIn = async (units: readonly Unit[]): Promise<readonly (readonly [Unit, Target])[]> => {
    const shared = units.flatMap((unit) => ('subject' in unit ? [unit] : []));
    const of = shared.map(({ subject }): HeldBy => ({ group: by.countingGroup, kind: recordKind, subject }));
    const held = await deps.holdings(of);
    return [
      ...shared.flatMap((unit, n) =>
        targetsOf(unit.subject, ofSubject.get(unit.subject) ?? [], by, { of: of[n]!, at: held[n]! }).map(
          (target) => [unit, target] as const,
        ),
      ),
      ...units.flatMap((unit) =>
        'own' in unit ? [[unit, { enterprise, recordKey: unit.own.recordKey, own: unit.own }] as const] : [],
      ),
    ];
  };

  const workOut = async (units: readonly Unit[]) => {
    const targets = await targetsIn(units);
    const tracks = await deps.tracks(
      targets.map(([, target]) => ({ ...keyOf(by, target.recordKey), enterprise: target.enterprise })),
    );
    const known = await knownViolations(tracks, deps);
    return targets.flatMap(([unit, target], n) => {
      const at = tracks[n]!;
      // Another's record without a track was never reported to us.
      if (target.own === undefined && at.track === undefined) return [];
      // Another branch's card is judged by the law of its own place.
      const there = target.entry === undefined ? law : deps.lawOf(recordKind, at.track!);
      const said = { own: ownJudgements(target, by, law), held: heldJudgements(target, there) };
      if (target.own?.record !== undefined) {
        judged.set(target.recordKey, said.own);
        shadow.set(target.recordKey, inShadow(target, said.own, by, law));
      }
      if (isBeyond(target, law)) full.add(target.recordKey);
      const about = { track: at.track, violations: known.violations };
      const steps = stepsOf(target, said, about, by, law, deps.digest);
      if (steps.length === 0) return [];
      for (const { violation } of steps) changed.add(violation.id);
      return [[unit, changeOf(target, steps, at, by, known, deps.now().toISOString())] as const];
    });
  };

  const touched = [...new Set([...subjects, ...ofSubject.keys()])].map((subject) => ({ subject }));
  await untilApplied<Unit>([...touched, ...alone.map((own) => ({ own }))], workOut, deps);
  return { judgementsOf: judged, shadow, changed, full };
};
