import type { AnyRecord } from '../../events/contract.ts';
import { type Judgement, type Verdict, worstFirst } from '../../events/finding.ts';
import type { Fact, FactSource } from '../facts/fact.ts';
import { factsByKind } from '../facts/facts.generated.ts';
import { units } from '../generated/units.generated.ts';
import { catalogue } from './catalogue.ts';
import { leavesOf, type Resolved, type ResolvedLeaf, resolve, slotOf } from './resolve.ts';
import { factsKeyOf, type Rule, unitKeyOf, versionOf } from './rule.ts';
import { toldOf } from './told-of.ts';
import type { Epoch } from './unit.ts';
import { weigh } from './weigh.ts';

type Source = FactSource<AnyRecord>;
type Trees = { readonly scope: Resolved; readonly duty: Resolved };

const violation = worstFirst.indexOf('violation');
const compliant = worstFirst.indexOf('compliant');

const treesByVersion: ReadonlyMap<string, Trees> = new Map(
  catalogue.rules.map((rule) => [
    `${rule.id} ${versionOf(rule)}`,
    { scope: resolve(rule.appliesWhen, rule.parameters), duty: resolve(rule.conditions, rule.parameters) },
  ]),
);

/** The first of these, worst first, that any rule found; undefined where no law of the day speaks. */
export const worstVerdict = (judgements: readonly Pick<Judgement, 'verdict'>[]): Verdict | undefined =>
  worstFirst.find((verdict) => judgements.some((judgement) => judgement.verdict === verdict));

/** What was in force on a day: the last epoch begun by then. */
const epochOn = (epochs: readonly Epoch[], day: string): Epoch | undefined =>
  epochs.findLast(({ from }) => from <= day);

/**
 * A function that judges records of a kind, in normal form, or what was reported `per` a period of them, by the released
 * rules: each by the version in force on the
 * record's own law date, or on the day `on` for all (a "what if"). Judgements stand in catalogue order; a day without
 * law gives none. Throws where there is no such kind.
 */
export const compiledJudge = (
  kind: string,
  { on, per }: { readonly on?: string; readonly per?: Rule['per'] } = {},
): ((source: Source) => readonly Judgement[]) => {
  const of = { recordKind: kind, per };
  const unit = units[unitKeyOf(of)];
  if (unit === undefined) throw new Error(`no rules were generated for ${unitKeyOf(of)}`);
  const facts: Readonly<Record<string, Fact>> = factsByKind[factsKeyOf(of)]!;
  const wordsOf = (fact: string) => facts[fact]!;
  const placeOf = new Map(unit.slots.map((slot, at) => [slotOf(slot), at]));
  const out = new Uint8Array(unit.rules.length);
  return (source) => {
    const slots = unit.read(source);
    return unit.lawDates.flatMap(({ lawDate, epochs }) => {
      const day = on ?? (source.record[lawDate] as string).slice(0, 10);
      const epoch = epochOn(epochs, day);
      if (epoch === undefined) return [];
      epoch.judge(slots, out, 0);
      const read = (leaf: ResolvedLeaf) => slots[`f${placeOf.get(slotOf(leaf))!}`];
      return epoch.rules.map((number, n): Judgement => {
        const { rule, version } = unit.rules[number]!;
        const code = out[n]!;
        const judgement = { rule, version, lawDate: day, verdict: worstFirst[code]! };
        if (code >= compliant) return judgement;
        // Evidence is built only for what is not compliant, from the values that the generated code has judged by.
        const { scope, duty } = treesByVersion.get(`${rule} ${version}`)!;
        return { ...judgement, ...toldOf(code === violation, weigh(scope, read), weigh(duty, read), wordsOf) };
      });
    });
  };
};

/** Ids of the kind's rules that read holdings: judged again when another card displaces one. */
export const countedRules = (kind: string): readonly string[] => {
  const facts: Readonly<Record<string, Fact>> = factsByKind[kind] ?? {};
  const counts = (tree: Resolved) => leavesOf(tree).some(({ fact }) => facts[fact]!.counted === true);
  const ids = catalogue.rules.flatMap((rule) => {
    const { scope, duty } = treesByVersion.get(`${rule.id} ${versionOf(rule)}`)!;
    return rule.recordKind === kind && rule.per === undefined && (counts(scope) || counts(duty)) ? [rule.id] : [];
  });
  return [...new Set(ids)];
};
