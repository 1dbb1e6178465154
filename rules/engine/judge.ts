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
import type { Epoch } from './unit.ts';
import { weigh } from './weigh.ts';

type Source = FactSource<AnyRecord>;
/** A rule of a unit as it is judged there: what is told of a verdict is told from these. */
type Trees = { readonly scope: Resolved; readonly duty: Resolved; readonly isAdjusted: boolean };
type Unit = Pick<Rule, 'recordKind' | 'per'>;

const violation = worstFirst.indexOf('violation');
const compliant = worstFirst.indexOf('compliant');

/** The rules of a unit in its own order, under an authority's parameters where it has set any. */
const treesOf = (of: Unit, local?: LocalParameters): readonly Trees[] =>
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

/**
 * A function that judges records of a kind, in normal form, or what was reported `per` a period of them, by the released
 * rules: each by the version in force on the record's own law date, or on the day `on` for all (a "what if"), and with the
 * parameters that an authority has set for the place `at`, if any. Judgements stand in catalogue order; a day without law
 * gives none. Throws where there is no such kind.
 */
export const compiledJudge = (
  kind: string,
  { on, per, at }: { readonly on?: string; readonly per?: Rule['per']; readonly at?: Whereabouts } = {},
): ((source: Source) => readonly Judgement[]) => {
  const of = { recordKind: kind, per };
  const local = at && localAt(catalogue.localParameters, at);
  const own = local && units[localUnitKeyOf(of, local)];
  const unit = own ?? units[unitKeyOf(of)];
  if (unit === undefined) throw new Error(`no rules were generated for ${unitKeyOf(of)}`);
  const facts: Readonly<Record<string, Fact>> = factsByKind[factsKeyOf(of)]!;
  const wordsOf = (fact: string) => facts[fact]!;
  const trees = treesOf(of, own && local);
  const placeOf = new Map(unit.slots.map((slot, at) => [slotOf(slot), at]));
  const turnOf = new Map(unit.rules.map(({ rule }, at) => [rule, at]));
  const out = new Uint8Array(unit.rules.length);
  return (source) => {
    const slots = unit.read(source);
    const judged = unit.lawDates.flatMap(({ lawDate, epochs }) => {
      const day = on ?? (source.record[lawDate] as string).slice(0, 10);
      const epoch = epochOn(epochs, day);
      if (epoch === undefined) return [];
      epoch.judge(slots, out, 0);
      const read = (leaf: ResolvedLeaf) => slots[`f${placeOf.get(slotOf(leaf))!}`];
      return epoch.rules.map((number, n): Judgement => {
        const { rule, version } = unit.rules[number]!;
        const code = out[n]!;
        const { scope, duty, isAdjusted } = trees[number]!;
        const judgement = {
          ...{ rule, version, lawDate: day, verdict: worstFirst[code]! },
          ...(isAdjusted && { parameters: local!.id }),
        };
        if (code >= compliant) return judgement;
        // Evidence is built only for what is not compliant, from the values that the generated code has judged by.
        return { ...judgement, ...toldOf(code === violation, weigh(scope, read), weigh(duty, read), wordsOf) };
      });
    });
    // The rules of one law date come out in catalogue order; those of several have to be put together.
    return unit.lawDates.length === 1 ? judged : judged.sort((a, b) => turnOf.get(a.rule)! - turnOf.get(b.rule)!);
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
