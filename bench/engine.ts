import { Engine } from 'json-rules-engine';
import { type Verdict, worstFirst } from '../events/finding.ts';
import { rulesInForce } from '../rules/engine/catalogue.ts';
import { verdictOf } from '../rules/engine/draft.ts';
import { type Resolved, resolve, slotOf } from '../rules/engine/resolve.ts';
import type { Rule } from '../rules/engine/rule.ts';
import type { Slots, Unit } from '../rules/engine/unit.ts';
import type { FactValue } from '../rules/facts/fact.ts';
import { units } from '../rules/generated/units.generated.ts';
import { handWritten, type Named, writtenRules } from './hand-written.ts';

// Every rule of the catalogue, on the same facts, three ways: the generated code, json-rules-engine and predicates written
// by hand. A record here is one case with the facts of all five kinds, so that one engine with all rules has work for
// each of them, and all facts are derived beforehand, for every contender in the form it reads fastest.

const on = '2026-11-01';
const recordsInRun = 20_000;
const rounds = 5;
/** json-rules-engine is asked for so many of them only: the rest would take a minute. */
const engineRecords = 3_000;

type Case = {
  readonly slots: readonly Slots[];
  readonly flat: Readonly<Record<string, FactValue>>;
  readonly named: readonly [Named, Named, Named, Named, Named];
};
type Judge = (cases: readonly Case[]) => Promise<Uint8Array> | Uint8Array;

const kinds = Object.keys(units);
const rulesOf = (kind: string): readonly Rule[] => rulesInForce(kind, on);
const rules = kinds.flatMap(rulesOf);

/** A generator of its own, so that every run judges the same records: mulberry32. */
const random = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** What the rules compare a fact with, and something beside it on either side. */
const candidates = (fact: string): readonly FactValue[] => {
  const values = rules.flatMap(({ appliesWhen, conditions, parameters }) =>
    [appliesWhen, conditions].flatMap((tree) => comparedWith(resolve(tree, parameters), fact)),
  );
  const around = [...new Set(values.flatMap((value) => besides(value)))];
  return around.length > 0 ? around : [true, false];
};
const besides = (value: unknown): FactValue[] => {
  if (typeof value === 'boolean') return [value, !value];
  if (typeof value === 'number') return [value, value, value, value + 1];
  return value === null ? [null] : ([value, value, 'other'] as FactValue[]);
};
const comparedWith = (tree: Resolved, fact: string): readonly unknown[] => {
  if ('all' in tree) return tree.all.flatMap((one) => comparedWith(one, fact));
  if ('any' in tree) return tree.any.flatMap((one) => comparedWith(one, fact));
  if ('not' in tree) return comparedWith(tree.not, fact);
  return slotOf(tree) !== fact ? [] : Array.isArray(tree.value) ? tree.value : [tree.value];
};

/** The same object laid out as a literal would be, with its values inside it: how both contenders get it in earnest. */
const inPlace = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const slotsOf = (unit: Unit, values: readonly FactValue[]): Slots => {
  // The shape that generated code reads: known bits, then facts, every key present.
  const words = Array.from({ length: Math.ceil(values.length / 31) }, (_, word) => [
    `k${word}`,
    values
      .slice(word * 31, (word + 1) * 31)
      .reduce<number>((bits, value, at) => (value === undefined ? bits : bits | (1 << at)), 0),
  ]);
  return inPlace(Object.fromEntries([...words, ...unit.slots.map((_, at) => [`f${at}`, values[at]])])) as Slots;
};

/** Facts that are asked in several ways carry the way in their name. */
const plainName = ({ fact, params }: Unit['slots'][number]): string =>
  params.class === undefined ? fact : `${fact} ${params.class}`;

const nameIn = (kind: string, slot: string): string => `${kind} ${slot}`;

const casesOf = (count: number, absent: number): readonly Case[] => {
  const next = random(20_261_101);
  const choices = kinds.map((kind) => units[kind]!.slots.map((slot) => candidates(slotOf(slot))));
  return Array.from({ length: count }, () => {
    const values = choices.map((slots) =>
      slots.map((among) => (next() < absent ? undefined : among[Math.floor(next() * among.length)]!)),
    );
    return {
      slots: kinds.map((kind, at) => slotsOf(units[kind]!, values[at]!)),
      flat: Object.fromEntries(
        kinds.flatMap((kind, at) => units[kind]!.slots.map((slot, n) => [nameIn(kind, slotOf(slot)), values[at]![n]])),
      ),
      named: kinds.map((kind, at) =>
        inPlace(Object.fromEntries(units[kind]!.slots.map((slot, n) => [plainName(slot), values[at]![n]]))),
      ) as unknown as Case['named'],
    };
  });
};

const compiled: Judge = (cases) => {
  const epochs = kinds.map((kind) =>
    units[kind]!.lawDates.map(({ epochs }) => epochs.findLast(({ from }) => from <= on)!),
  );
  const verdicts = new Uint8Array(cases.length * rules.length);
  for (let n = 0, at = 0; n < cases.length; n += 1) {
    const { slots } = cases[n]!;
    for (let kind = 0; kind < kinds.length; kind += 1) {
      for (const epoch of epochs[kind]!) {
        epoch.judge(slots[kind]!, verdicts, at);
        at += epoch.rules.length;
      }
    }
  }
  return verdicts;
};

const byHand: Judge = (cases) => {
  const verdicts = new Uint8Array(cases.length * rules.length);
  for (let n = 0; n < cases.length; n += 1) handWritten(cases[n]!.named, verdicts, n * rules.length);
  return verdicts;
};

const flattened = (kind: string, tree: Resolved): object => {
  if ('all' in tree) return { all: tree.all.map((one) => flattened(kind, one)) };
  if ('any' in tree) return { any: tree.any.map((one) => flattened(kind, one)) };
  if ('not' in tree) return { not: flattened(kind, tree.not) };
  return { fact: nameIn(kind, slotOf(tree)), operator: tree.operator, value: tree.value };
};

type Came = { readonly result: boolean };

/** One engine with all rules, scope and duty side by side in each; it knows two values, so complete records are its own. */
const byEngine: Judge = async (cases) => {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const [n, { recordKind, appliesWhen, conditions, parameters }] of rules.entries()) {
    const all = [appliesWhen, conditions].map((tree) => flattened(recordKind, resolve(tree, parameters)));
    engine.addRule({ conditions: { all } as never, event: { type: 'judged', params: { n } } });
  }
  const verdicts = new Uint8Array(cases.length * rules.length);
  for (const [at, { flat }] of cases.entries()) {
    const { results, failureResults } = await engine.run(flat as Record<string, unknown>);
    for (const { conditions, event } of [...results, ...failureResults]) {
      const [scope, duty] = (conditions as unknown as { readonly all: readonly [Came, Came] }).all;
      const verdict: Verdict = verdictOf(scope.result, duty.result);
      verdicts[at * rules.length + (event!.params as { readonly n: number }).n] = worstFirst.indexOf(verdict);
    }
  }
  return verdicts;
};

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!;

type Contender = { readonly judge: Judge; readonly cases: readonly Case[]; readonly runs: number };

/** Median records a second; contenders take turns within each round, so that all meet the same machine. */
const race = async (contenders: readonly Contender[]): Promise<readonly number[]> => {
  const rates: number[][] = contenders.map(() => []);
  const turns = Math.max(...contenders.map(({ runs }) => runs));
  for (let turn = 0; turn < rounds * turns; turn += 1) {
    for (const [n, { judge, cases, runs }] of contenders.entries()) {
      if (turn % turns >= runs) continue;
      const started = performance.now();
      const done = judge(cases);
      if (done instanceof Promise) await done;
      rates[n]!.push((cases.length * 1_000) / (performance.now() - started));
    }
  }
  return rates.map(median);
};

export type EngineFigures = {
  readonly rules: number;
  readonly records: number;
  readonly compiledPerSecond: number;
  readonly jsonRulesEnginePerSecond: number;
  readonly handWrittenPerSecond: number;
  /** Generated code over json-rules-engine. */
  readonly ratio: number;
  readonly answersEqual: boolean;
};

/** All rules in force, on the same complete records in one run, three ways. */
export const run = async (): Promise<EngineFigures> => {
  const judged = rules.map(({ id }) => id);
  if (judged.join() !== writtenRules.join()) {
    throw new Error(`bench/hand-written.ts judges ${writtenRules.join(', ')}; in force are ${judged.join(', ')}`);
  }
  const cases = casesOf(recordsInRun, 0);
  const few = cases.slice(0, engineRecords);
  const [ours, engines, hand] = [compiled(cases) as Uint8Array, await byEngine(few), byHand(cases) as Uint8Array];
  const answersEqual =
    Buffer.from(ours).equals(Buffer.from(hand)) &&
    Buffer.from(ours.subarray(0, engines.length)).equals(Buffer.from(engines));
  const [compiledPerSecond, jsonRulesEnginePerSecond, handWrittenPerSecond] = await race([
    { judge: compiled, cases, runs: 8 },
    { judge: byEngine, cases: few, runs: 1 },
    { judge: byHand, cases, runs: 8 },
  ]);
  return {
    rules: rules.length,
    records: cases.length,
    compiledPerSecond: Math.round(compiledPerSecond!),
    jsonRulesEnginePerSecond: Math.round(jsonRulesEnginePerSecond!),
    handWrittenPerSecond: Math.round(handWrittenPerSecond!),
    ratio: Math.round(compiledPerSecond! / jsonRulesEnginePerSecond!),
    answersEqual,
  };
};
