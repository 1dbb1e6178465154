import type { Judgement } from '../../events/finding.ts';
import { type Manifest, sequenceOf } from '../../events/manifest.ts';
import { advance, type Recorded, type Step, type Track, type Tracked, withdrawn } from '../../rules/track.ts';
import type { Law } from './deps.ts';
import type { Target } from './targets.ts';

/** What is known of a record before the submission speaks of it. */
export type Known = { readonly track: Track | undefined; readonly violations: ReadonlyMap<string, Recorded> };

type Rules = readonly (readonly [rule: string, state: Tracked])[];

const violationOf = ({ violations }: Known, state: Tracked | undefined) =>
  state && violations.get(state.violation)?.violation;

/** Nothing is held against the record under these rules any more. */
const lifted = (rules: Rules, known: Known, { view }: Manifest, law: Law): Step[] =>
  rules.flatMap(([rule, state]) => {
    const violation = violationOf(known, state);
    if (violation === undefined) return [];
    const seen = {
      verdict: 'not-applicable' as const,
      reported: true,
      counted: law.counted.has(rule),
      about: violation,
    };
    const when = { sequence: sequenceOf(view), receivedAt: view.receivedAt };
    // What is put right has its id already.
    return advance(state, violation, { ...seen, ...when }, () => state.violation) ?? [];
  });

const takenBack = (rules: Rules, known: Known, sequence: string): Step[] =>
  rules.flatMap(([, state]) => {
    const violation = violationOf(known, state);
    return (violation && state.sequence <= sequence && withdrawn(state, violation, sequence)) || [];
  });

const moved = (
  judgement: Judgement,
  target: Target,
  known: Known,
  { view }: Manifest,
  law: Law,
  digest: (text: string) => string,
): Step | undefined => {
  const { rule, version, lawDate, verdict } = judgement;
  const { severity, sources } = law.ruleOf(judgement);
  const { enterprise, recordKey, own, entry } = target;
  const { branchId, region, sector } = own === undefined ? known.track! : view;
  const state = known.track?.rules[rule];
  const about = {
    ...{ rule, version, article: sources[0]!.article ?? '', severity, enterprise, branchId, region, sector },
    ...{ recordKind: view.recordKind, recordId: recordKey, lawDate, submission: entry?.submission ?? view.id },
  };
  const seen = { verdict, reported: own !== undefined, counted: law.counted.has(rule), about };
  const when = { sequence: sequenceOf(view), receivedAt: view.receivedAt };
  const idOf = (occurrence: number): string =>
    digest(JSON.stringify([enterprise, view.recordKind, rule, recordKey, occurrence])).slice(0, 32);
  return advance(state, violationOf(known, state), { ...seen, ...when }, idOf);
};

/** Whether the target has verdicts of its own: its record is there, in the submission or among the cards held. */
export const isJudged = ({ own, entry }: Target): boolean => own?.record !== undefined || entry !== undefined;

/**
 * What becomes of the record's violations: by its judgements where it is there; where it is gone, taken back if it was
 * withdrawn, and else no longer counted.
 */
export const stepsOf = (
  target: Target,
  judgements: readonly Judgement[],
  known: Known,
  by: Manifest,
  law: Law,
  digest: (text: string) => string,
): Step[] => {
  const { track } = known;
  const sequence = sequenceOf(by.view);
  const tracked = Object.entries(track?.rules ?? {});
  const counted = tracked.filter(([rule]) => law.counted.has(rule));
  // Once a later submission has spoken of the record, only what does not count is still ours to say.
  const isSuperseded = target.entry === undefined && track !== undefined && track.sequence > sequence;

  if (target.taken !== undefined) {
    const { subject, card } = target.taken;
    const isStillThere = track?.place?.subject === subject && track.place.card === card;
    return isStillThere ? lifted(counted, known, by, law) : [];
  }
  if (!isJudged(target)) {
    if (isSuperseded) return [];
    // Left out of its branch's roster, a card is held no longer: that is all that a roster says.
    return by.withdraws.includes(target.recordKey)
      ? takenBack(tracked, known, sequence)
      : lifted(counted, known, by, law);
  }
  const said = judgements.filter(({ rule }) => !(isSuperseded && law.counted.has(rule)));
  // A rule that was not law on the day that the record now gives has nothing against it any more.
  const silent = tracked.filter(([rule]) => judgements.every((judgement) => judgement.rule !== rule));
  const isSilenced = target.own !== undefined && !isSuperseded;
  return [
    ...said.flatMap((judgement) => moved(judgement, target, known, by, law, digest) ?? []),
    ...(isSilenced ? lifted(silent, known, by, law) : []),
  ];
};
