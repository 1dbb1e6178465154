import type { Judgement } from '../../events/finding.ts';
import type { JournalEntry } from '../../events/journal.ts';
import { type Manifest, sequenceOf } from '../../events/manifest.ts';
import type { Held, HeldBy, Holding, Holdings, RecordRef } from '../../rules/holdings.ts';
import {
  advance,
  type Change,
  type Recorded,
  type Step,
  type Track,
  type TrackAt,
  type Tracked,
  withdrawn,
} from '../../rules/track.ts';
import { keyOf } from './claim-records.ts';
import type { Law, RecordDeps } from './deps.ts';
import { holdingOf, placeOf, type Reported } from './places.ts';
import { untilApplied } from './until-applied.ts';

/** A record to look at: one of the submission's own, or another card of a subject that it touched. */
type Target = {
  readonly enterprise: string;
  readonly recordKey: string;
  readonly own?: Reported;
  readonly entry?: Holding;
  /** A card that this record reported and another has reported since. */
  readonly taken?: { readonly subject: string; readonly card: string };
  readonly held?: { readonly of: HeldBy; readonly at: Held };
};

/** What is worked out together: a subject with all its cards, or a record that counts for nobody. */
type Unit = { readonly subject: string } | { readonly own: Reported };

/** The card is counted even where the holdings are full and dropped it: it is then beyond any limit. */
const holdingsFor = (card: string, { cards }: Held, own: Holding | undefined): Holdings => ({
  card,
  cards: own === undefined || cards.some((held) => held.card === card) ? cards : [...cards, own],
});

const nameOf = ({ enterprise, recordKey }: RecordRef): string => JSON.stringify([enterprise, recordKey]);

const violationId = (target: Target, kind: string, rule: string, deps: RecordDeps) => (occurrence: number) =>
  deps.digest(JSON.stringify([target.enterprise, kind, rule, target.recordKey, occurrence])).slice(0, 32);

const entryOf = ({ type, violation }: Step, stream: string, at: string): JournalEntry => {
  const { rule, version, article, severity, enterprise, branchId, region, sector, recordKind, recordId } = violation;
  return {
    id: `${type}#${violation.id}`,
    stream,
    type,
    at,
    detail: {
      violation: violation.id,
      rule,
      version,
      article,
      severity,
      enterprise,
      branchId,
      region,
      sector,
      recordKind,
      recordId,
    },
  };
};

/**
 * Step two of recording: judges the submission's records, and every other card of the subjects it touched, by the
 * holdings as they are now, and moves the violations accordingly. Each change is written only while the holdings it was
 * judged by are still the same. Gives the judgements of the submission's own records, and the violations changed.
 */
export const trackViolations = async (
  { present, gone, subjects }: { present: readonly Reported[]; gone: readonly Reported[]; subjects: readonly string[] },
  by: Manifest,
  law: Law,
  deps: RecordDeps,
) => {
  const { view, countingGroup, withdraws } = by;
  const sequence = sequenceOf(view);
  const judgementsOf = new Map<string, readonly Judgement[]>();
  const changed = new Set<string>();
  const full = new Set<string>();
  const ownBySubject = new Map<string, Reported[]>();
  const alone: Reported[] = [...gone];
  for (const own of present) {
    const subject = placeOf(law.contract, own.record!)?.subject;
    if (subject === undefined) alone.push(own);
    else ownBySubject.set(subject, [...(ownBySubject.get(subject) ?? []), own]);
  }

  /** Every record of the subject: those reported now, and the other cards held. */
  const targetsOf = (subject: string, of: HeldBy, at: Held): Target[] => {
    const own = (ownBySubject.get(subject) ?? []).map((reported) => ({
      enterprise: view.enterprise,
      recordKey: reported.recordKey,
      own: reported,
      held: { of, at },
    }));
    const isOwn = (entry: Holding) =>
      entry.enterprise === view.enterprise && own.some(({ recordKey }) => recordKey === entry.recordKey);
    const others = at.cards
      .filter((entry) => entry.withdrawn !== true && !isOwn(entry))
      .map((entry) => ({ enterprise: entry.enterprise, recordKey: entry.recordKey, entry, held: { of, at } }));
    const speaking = new Set([...own, ...others].map(nameOf));
    const taken = at.cards.flatMap(({ card, earlier = [] }) =>
      earlier
        .filter((record) => !speaking.has(nameOf(record)))
        .map((record) => ({ ...record, taken: { subject, card }, held: { of, at } })),
    );
    return [...own, ...others, ...taken];
  };

  const judge = ({ own, entry, held }: Target): readonly Judgement[] => {
    if (entry !== undefined) {
      const source = {
        record: { recordId: entry.recordKey, ...entry.record },
        holdings: holdingsFor(entry.card, held!.at, entry),
      };
      return law.judge(source).filter(({ rule }) => law.counted.has(rule));
    }
    const record = own!.record!;
    const place = placeOf(law.contract, record);
    if (place === undefined || held === undefined) return law.judge({ record });
    const holding = holdingOf(law.contract, record, place, by);
    if (!held.at.cards.some(({ card }) => card === place.card)) full.add(own!.recordKey);
    return law.judge({ record, holdings: holdingsFor(place.card, held.at, holding) });
  };

  const stepsOf = (target: Target, track: Track | undefined, known: ReadonlyMap<string, Recorded>): Step[] => {
    const tracked = Object.entries(track?.rules ?? {});
    const putRight = (rules: readonly (readonly [string, Tracked])[]): Step[] =>
      rules.flatMap(([rule, state]) => {
        const violation = known.get(state.violation)?.violation;
        if (!state.open || violation === undefined) return [];
        const counted = law.counted.has(rule);
        const seen = { verdict: 'not-applicable' as const, reported: true, counted, sequence, about: violation };
        return advance(state, violation, { ...seen, receivedAt: view.receivedAt }, () => '') ?? [];
      });
    if (target.taken !== undefined) {
      const { subject, card } = target.taken;
      const isStillThere = track?.place?.subject === subject && track.place.card === card;
      return isStillThere ? putRight(tracked.filter(([rule]) => law.counted.has(rule))) : [];
    }
    if (target.own?.record === undefined && target.entry === undefined) {
      if (track !== undefined && track.sequence > sequence) return [];
      // Left out of its branch's roster, a card is held no longer: that is all that a roster says.
      if (!withdraws.includes(target.recordKey)) return putRight(tracked.filter(([rule]) => law.counted.has(rule)));
      return tracked.flatMap(([, state]) => {
        const violation = known.get(state.violation)?.violation;
        const step = violation && state.sequence <= sequence ? withdrawn(state, violation, sequence) : undefined;
        return step === undefined ? [] : [step];
      });
    }
    // Once a later submission has spoken of the record, only what does not count is still ours to say.
    const isSuperseded = target.own !== undefined && track !== undefined && track.sequence > sequence;
    const judgements = judge(target);
    if (target.own !== undefined) judgementsOf.set(target.recordKey, judgements);
    // A rule that was not law on the day that the record now gives has nothing against it any more.
    const silent = tracked.filter(([rule]) => judgements.every((judgement) => judgement.rule !== rule));
    const lifted = target.own === undefined || isSuperseded ? [] : putRight(silent);
    const moved = judgements.flatMap((judgement) => {
      const counted = law.counted.has(judgement.rule);
      if (counted && isSuperseded) return [];
      const { severity, sources } = law.ruleOf(judgement);
      const state = track?.rules[judgement.rule];
      const whose = target.own === undefined ? track! : view;
      const step = advance(
        state,
        state && known.get(state.violation)?.violation,
        {
          verdict: judgement.verdict,
          reported: target.own !== undefined,
          counted,
          sequence,
          receivedAt: view.receivedAt,
          about: {
            rule: judgement.rule,
            version: judgement.version,
            article: sources[0]!.article ?? '',
            severity,
            enterprise: target.enterprise,
            branchId: whose.branchId,
            region: whose.region,
            sector: whose.sector,
            recordKind: view.recordKind,
            recordId: target.recordKey,
            lawDate: judgement.lawDate,
            submission: target.entry?.submission ?? view.id,
          },
        },
        violationId(target, view.recordKind, judgement.rule, deps),
      );
      return step === undefined ? [] : [step];
    });
    return [...moved, ...lifted];
  };

  const changeOf = (
    target: Target,
    { version, track }: TrackAt,
    known: ReadonlyMap<string, Recorded>,
    isRecording: (submission: string) => boolean,
  ): Change | undefined => {
    if ((target.entry ?? target.taken) !== undefined && track === undefined) return undefined;
    const steps = stepsOf(target, track, known);
    if (steps.length === 0) return undefined;
    const fresh: Track = {
      ...keyOf(by, target.recordKey),
      branchId: view.branchId,
      region: view.region,
      sector: view.sector,
      sequence,
      submission: view.id,
      left: [],
      gone: false,
      rules: {},
    };
    const from = track ?? fresh;
    const rules = {
      ...from.rules,
      ...Object.fromEntries(steps.map(({ violation, tracked }) => [violation.rule, tracked])),
    };
    const at = deps.now().toISOString();
    return {
      ...(target.held && { judgedBy: { of: target.held.of, version: target.held.at.version } }),
      track: { version, to: { ...from, rules } },
      violations: steps.map(({ violation }): Recorded => {
        changed.add(violation.id);
        const before = known.get(violation.id);
        const seen =
          before?.pendingOf !== undefined && (before.pendingOf === view.id || isRecording(before.pendingOf))
            ? before.was
            : before?.violation;
        return { violation, pendingOf: view.id, ...(seen && { was: seen }) };
      }),
      journal: steps.map((step) => entryOf(step, view.id, at)),
    };
  };

  const workOut = async (units: readonly Unit[]) => {
    const ofSubjects = units.flatMap((unit) => ('subject' in unit ? [unit] : []));
    const heldBy = ({ subject }: { subject: string }): HeldBy => ({
      group: countingGroup,
      kind: view.recordKind,
      subject,
    });
    const held = await deps.holdings(ofSubjects.map(heldBy));
    const targets: (readonly [Unit, Target])[] = [
      ...ofSubjects.flatMap((unit, n) =>
        targetsOf(unit.subject, heldBy(unit), held[n]!).map((target) => [unit, target] as const),
      ),
      ...units.flatMap((unit) =>
        'own' in unit
          ? [[unit, { enterprise: view.enterprise, recordKey: unit.own.recordKey, own: unit.own }] as const]
          : [],
      ),
    ];
    const tracks = await deps.tracks(
      targets.map(([, { enterprise, recordKey }]) => ({ enterprise, recordKind: view.recordKind, recordKey })),
    );
    const ids = [
      ...new Set(tracks.flatMap(({ track }) => Object.values(track?.rules ?? {}).map(({ violation }) => violation))),
    ];
    const recorded = (await deps.violations(ids)).flatMap((found) => (found === undefined ? [] : [found]));
    const pending = [...new Set(recorded.flatMap(({ pendingOf }) => (pendingOf === undefined ? [] : [pendingOf])))];
    const manifests = await deps.manifests(pending);
    const recording = new Set(pending.filter((_, n) => manifests[n]?.view.status === 'recording'));
    const known = new Map(recorded.map((found) => [found.violation.id, found]));
    return targets.flatMap(([unit, target], n) => {
      const change = changeOf(target, tracks[n]!, known, (submission) => recording.has(submission));
      return change === undefined ? [] : [[unit, change] as const];
    });
  };

  const touched = new Set([...subjects, ...ownBySubject.keys()]);
  await untilApplied<Unit>(
    [...[...touched].map((subject) => ({ subject })), ...alone.map((own) => ({ own }))],
    workOut,
    deps,
  );
  return { judgementsOf, changed: [...changed], full };
};
