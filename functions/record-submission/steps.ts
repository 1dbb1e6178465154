import type { Judgement } from '../../events/finding.ts';
import { type Manifest, sequenceOf } from '../../events/manifest.ts';
import { advance, type Recorded, type Step, type Track, type Tracked, withdrawn } from '../../rules/track.ts';
import type { Law } from './deps.ts';
import { isHeldByOther, type Said, type Target } from './targets.ts';

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
    return (violation && withdrawn(state, violation, sequence)) || [];
  });

const moved = (
  judgement: Judgement,
  { enterprise, recordKey, own, entry }: Target,
  known: Known,
  { view }: Manifest,
  law: Law,
  digest: (text: string) => string,
): Step | undefined => {
  const { rule, version, lawDate, verdict } = judgement;
  const { severity, sources } = law.ruleOf(judgement);
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

/** What becomes of the violations of a record that the submission says is gone. */
const goneSteps = (recordKey: string, isSuperseded: boolean, rules: Rules, known: Known, by: Manifest, law: Law) => {
  const sequence = sequenceOf(by.view);
  const counted = rules.filter(([rule]) => law.counted.has(rule));
  // Left out of its branch's roster, a card is held no longer: that is all that a roster says.
  if (!by.withdraws.includes(recordKey)) return isSuperseded ? [] : lifted(counted, known, by, law);
  const heard = rules.filter(([rule]) => !law.counted.has(rule) && known.track?.untold?.[rule] === sequence);
  return takenBack(isSuperseded ? heard : rules, known, sequence);
};

/**
 * What becomes of the record's violations: by its judgements where it is there, those that count only where it holds its
 * card; where it is gone, taken back if it was withdrawn, and else no longer counted.
 */
export const stepsOf = (
  target: Target,
  said: Said,
  known: Known,
  by: Manifest,
  law: Law,
  digest: (text: string) => string,
): Step[] => {
  const { track } = known;
  const { own, entry, taken, recordKey } = target;
  const sequence = sequenceOf(by.view);
  const tracked = Object.entries(track?.rules ?? {});
  const counted = tracked.filter(([rule]) => law.counted.has(rule));

  if (taken !== undefined) {
    const isStillThere = track?.place?.subject === taken.subject && track.place.card === taken.card;
    return isStillThere ? lifted(counted, known, by, law) : [];
  }
  const { own: _, ...asHeld } = target;
  const ofCard = entry && said.held.flatMap((judgement) => moved(judgement, asHeld, known, by, law, digest) ?? []);
  if (own === undefined) return ofCard ?? [];

  // Once a later submission has spoken of the record, only what that one could not tell is still ours to say.
  const isLeftOut = own.record === undefined && by.view.mode === 'roster';
  const isSuperseded =
    own.isLate === true ||
    (track !== undefined && (isLeftOut ? track.leftOut !== sequence : track.sequence > sequence));
  if (own.record === undefined) return goneSteps(recordKey, isSuperseded, tracked, known, by, law);
  const holds = !isSuperseded && track?.gone !== true && !isHeldByOther(target, law);
  const isSaid = (rule: string): boolean =>
    law.counted.has(rule) ? holds : !isSuperseded || track?.untold?.[rule] === sequence;
  // A rule that was not law on the day that the record now gives has nothing against it any more.
  const silent = tracked.filter(([rule]) => said.own.every((judgement) => judgement.rule !== rule));
  const ended = [...silent, ...(holds ? [] : counted.filter((one) => !silent.includes(one)))];
  const { entry: __, ...asReported } = target;
  return [
    ...said.own
      .filter(({ rule }) => isSaid(rule))
      .flatMap((judgement) => moved(judgement, asReported, known, by, law, digest) ?? []),
    ...(isSuperseded ? (ofCard ?? []) : lifted(ended, known, by, law)),
  ];
};
