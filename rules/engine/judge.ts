import type { AnyRecord } from '../../events/contract.ts';
import { type Judgement, type Verdict, worstFirst } from '../../events/finding.ts';
import type { Fact, FactSource } from '../facts/fact.ts';
import { factsByKind } from '../facts/facts.generated.ts';
import { units } from '../generated/units.generated.ts';
import { catalogue } from './catalogue.ts';
import { adjustedRules, type LocalParameters, localAt, localUnitKeyOf, type Whereabouts } from './local-parameters.ts';
import { leavesOf, type Resolved, type ResolvedLeaf, resolve, slotOf } from './resolve.ts';
import { factsKeyOf, type Rule, unitKeyOf } from './rule.ts';
import { toldOf } from './told-of.ts';
import type { Epoch, Slots, Unit } from './unit.ts';
import { weigh } from './weigh.ts';

type Source = FactSource<AnyRecord>;
/** A rule of a unit as it is judged there: what is told of a verdict is told from these. */
type Trees = { readonly scope: Resolved; readonly duty: Resolved; readonly isAdjusted: boolean };
type UnitOf = Pick<Rule, 'recordKind' | 'per'>;

const violation = worstFirst.indexOf('violation');
const compliant = worstFirst.indexOf('compliant');

/** The rules of a unit in its own order, under an authority's parameters where it has set any. */
const treesOf = (of: UnitOf, local?: LocalParameters): readonly Trees[] =>
  adjustedRules(
    catalogue.rules.filter((rule) => unitKeyOf(rule) === unitKeyOf(of)),
    local,
  ).map(({ appliesWhen, conditions, parameters, isAdjusted }) => ({
    scope: resolve(appliesWhen, parameters),
    duty: resolve(conditions, parameters),
    isAdjusted,
  }));

/** The first of these, worst first, that any rule found; undefined where no law of the day speaks. */
export const worstVerdict = (judgements: readonly Pick<Judgement, 'verdict'>[]): Verdict | undefined =>
  worstFirst.find((verdict) => judgements.some((judgement) => judgement.verdict === verdict));

/** What was in force on a day: the last epoch begun by then. */
const epochOn = (epochs: readonly Epoch[], day: string): Epoch | undefined =>
  epochs.findLast(({ from }) => from <= day);

/** By the law of which day instead of the records' own, of what per period, and under whose figures. */
export type JudgeBy = { readonly on?: string; readonly per?: Rule['per']; readonly at?: Whereabouts };

/** What is told of the `n`-th rule of a unit that came out as `code`, its place in `worstFirst`, for what `slots` hold. */
type Tell = (slots: Slots, n: number, code: number, lawDate: string) => Judgement;

/** A unit's slots that its `n`-th rule reads. */
type ReadBy = (n: number) => readonly `f${number}`[];

const unitFor = (
  kind: string,
  { per, at }: JudgeBy,
): { readonly unit: Unit; readonly tell: Tell; readonly readBy: ReadBy } => {
  const of = { recordKind: kind, per };
  const local = at && localAt(catalogue.localParameters, at);
  const own = local && units[localUnitKeyOf(of, local)];
  const unit = own ?? units[unitKeyOf(of)];
  if (unit === undefined) throw new Error(`no rules were generated for ${unitKeyOf(of)}`);
  const facts: Readonly<Record<string, Fact>> = factsByKind[factsKeyOf(of)]!;
  const wordsOf = (fact: string) => facts[fact]!;
  const trees = treesOf(of, own && local);
  const placeOf = new Map(unit.slots.map((slot, n) => [slotOf(slot), n]));
  const slotIn = (leaf: ResolvedLeaf) => `f${placeOf.get(slotOf(leaf))!}` as const;
  return {
    unit,
    readBy: (n) => {
      const { scope, duty } = trees[n]!;
      return [...new Set([...leavesOf(scope), ...leavesOf(duty)].map(slotIn))];
    },
    tell: (slots, n, code, lawDate) => {
      const { rule, version } = unit.rules[n]!;
      const { scope, duty, isAdjusted } = trees[n]!;
      const judgement = {
        ...{ rule, version, lawDate, verdict: worstFirst[code]! },
        ...(isAdjusted && { parameters: local!.id }),
      };
      if (code >= compliant) return judgement;
      // Evidence is built only for what is not compliant, from the values that the generated code has judged by.
      const read = (leaf: ResolvedLeaf) => slots[slotIn(leaf)];
      return { ...judgement, ...toldOf(code === violation, weigh(scope, read), weigh(duty, read), wordsOf) };
    },
  };
};

/**
 * A function that judges records of a kind, in normal form, or what was reported `per` a period of them, by the released
 * rules: each by the version in force on the record's own law date, or on the day `on` for all (a "what if"), and with
 * the parameters that an authority has set for the place `at`, if any. Judgements stand in catalogue order; a day
 * without law gives none. Throws where there is no such kind.
 */
export const compiledJudge = (kind: string, by: JudgeBy = {}): ((source: Source) => readonly Judgement[]) => {
  const { unit, tell } = unitFor(kind, by);
  const turnOf = new Map(unit.rules.map(({ rule }, at) => [rule, at]));
  const out = new Uint8Array(unit.rules.length);
  return (source) => {
    const slots = unit.read(source);
    const judged = unit.lawDates.flatMap(({ lawDate, epochs }) => {
      const day = by.on ?? (source.record[lawDate] as string).slice(0, 10);
      const epoch = epochOn(epochs, day);
      if (epoch === undefined) return [];
      epoch.judge(slots, out, 0);
      return epoch.rules.map((number, n) => tell(slots, number, out[n]!, day));
    });
    // The rules of one law date come out in catalogue order; those of several have to be put together.
    return unit.lawDates.length === 1 ? judged : judged.sort((a, b) => turnOf.get(a.rule)! - turnOf.get(b.rule)!);
  };
};

/** How often a version of a rule came to each verdict, in the order of `worstFirst`. */
export type VerdictCounts = Pick<Judgement, 'rule' | 'version'> & { readonly counts: readonly number[] };

/** The same judge for very many records: it counts, and speaks only of what is not in order. */
export type BriefJudge = {
  /**
   * Judges and counts one record. What it gives is valid until the next: the places in `worstFirst` of the worst verdict
   * of all rules, of those that read no holdings, and every judgement of violation or undetermined.
   */
  readonly judge: (source: Source) => {
    readonly worst: number;
    readonly worstUncounted: number;
    readonly told: readonly Judgement[];
  };
  /** What was counted since this was asked last. */
  readonly takeCounts: () => readonly VerdictCounts[];
};

const nothingTold: readonly Judgement[] = [];

/** So many different judgements are remembered; files are full of the same ones. */
const mostRemembered = 20_000;

/** What is known of judgements that agree so far: by what they read next, or the judgement where they have read all. */
type Known = Map<unknown, Known | Judgement>;

/** What tells a value of a slot from others; of a list, its values. */
const keyOf = (value: unknown): unknown => (typeof value === 'object' ? String(value) : value);

/**
 * Tells each thing once: judgements of the same version on the same day from the same values are one object. Found value
 * by value: a name put together from all of them costs more than judging.
 */
const rememberingTell = ({ unit, tell, readBy }: ReturnType<typeof unitFor>): Tell => {
  const slotsOf = unit.rules.map((_, n) => readBy(n));
  const fresh = (): Known[] => unit.rules.flatMap(() => worstFirst.map((): Known => new Map()));
  let known = fresh();
  let remembered = 0;
  return (slots, n, code, lawDate) => {
    let place = known[n * worstFirst.length + code]!;
    let key: unknown = lawDate;
    for (const slot of slotsOf[n]!) {
      let next = place.get(key) as Known | undefined;
      if (next === undefined) {
        next = new Map();
        place.set(key, next);
      }
      place = next;
      key = keyOf(slots[slot]);
    }
    const found = place.get(key) as Judgement | undefined;
    if (found !== undefined) return found;
    const judgement = tell(slots, n, code, lawDate);
    place.set(key, judgement);
    remembered += 1;
    if (remembered >= mostRemembered) {
      known = fresh();
      remembered = 0;
    }
    return judgement;
  };
};

/** `compiledJudge`, in brief; where `only` is given, as if there were no other rules than those. */
export const briefJudge = (kind: string, by: JudgeBy = {}, only?: ReadonlySet<string>): BriefJudge => {
  const found = unitFor(kind, by);
  const { unit } = found;
  const tell = rememberingTell(found);
  const countedIds = new Set(countedRules(kind));
  const isCounted = unit.rules.map(({ rule }) => countedIds.has(rule));
  const isAsked = unit.rules.map(({ rule }) => only === undefined || only.has(rule));
  const out = new Uint8Array(unit.rules.length);
  const counted = new Uint32Array(unit.rules.length * worstFirst.length);
  /** The law of a day changes seldom, and files are full of the same days. */
  const epochsOn = unit.lawDates.map(() => new Map<string, Epoch | null>());
  const judged = { worst: 0, worstUncounted: 0, told: nothingTold };
  return {
    judge: (source) => {
      const slots = unit.read(source);
      let worst = worstFirst.length;
      let worstUncounted = worstFirst.length;
      let told: Judgement[] | undefined;
      for (let at = 0; at < unit.lawDates.length; at += 1) {
        const { lawDate, epochs } = unit.lawDates[at]!;
        const day = by.on ?? (source.record[lawDate] as string).slice(0, 10);
        let epoch = epochsOn[at]!.get(day);
        if (epoch === undefined) {
          epoch = epochOn(epochs, day) ?? null;
          epochsOn[at]!.set(day, epoch);
        }
        if (epoch === null) continue;
        epoch.judge(slots, out, 0);
        for (let n = 0; n < epoch.rules.length; n += 1) {
          const [number, code] = [epoch.rules[n]!, out[n]!];
          if (!isAsked[number]) continue;
          counted[number * worstFirst.length + code]! += 1;
          if (code < worst) worst = code;
          if (code < worstUncounted && !isCounted[number]) worstUncounted = code;
          if (code >= compliant) continue;
          told ??= [];
          told.push(tell(slots, number, code, day));
        }
      }
      judged.worst = worst;
      judged.worstUncounted = worstUncounted;
      judged.told = told ?? nothingTold;
      return judged;
    },
    takeCounts: () => {
      const taken = unit.rules.flatMap(({ rule, version }, n) => {
        const counts = [...counted.subarray(n * worstFirst.length, (n + 1) * worstFirst.length)];
        return counts.some((count) => count > 0) ? [{ rule, version, counts }] : [];
      });
      counted.fill(0);
      return taken;
    },
  };
};

/** The lengths of period for which a kind has rules, the shortest first. */
export const periodLengths = (kind: string): readonly NonNullable<Rule['per']>[] => {
  const of = new Set(catalogue.rules.flatMap(({ recordKind, per }) => (recordKind === kind && per ? [per] : [])));
  return (['month', 'quarter', 'year'] as const).filter((per) => of.has(per));
};

/** Ids of the kind's rules that read holdings: judged again when another card displaces one. */
export const countedRules = (kind: string): readonly string[] => {
  const facts: Readonly<Record<string, Fact>> = factsByKind[kind] ?? {};
  const counts = (tree: Resolved) => leavesOf(tree).some(({ fact }) => facts[fact]!.counted === true);
  const ids = catalogue.rules.flatMap((rule) => {
    if (rule.recordKind !== kind || rule.per !== undefined) return [];
    const { appliesWhen, conditions, parameters } = rule;
    return [appliesWhen, conditions].some((tree) => counts(resolve(tree, parameters))) ? [rule.id] : [];
  });
  return [...new Set(ids)];
};
