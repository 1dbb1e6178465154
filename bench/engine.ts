import { stripTypeScriptTypes } from 'node:module';
import { Engine } from 'json-rules-engine';
import { type Verdict, worstFirst } from '../events/finding.ts';
import { catalogue } from '../rules/engine/catalogue.ts';
import { compile } from '../rules/engine/compile.ts';
import { verdictOf } from '../rules/engine/draft.ts';
import { rulesOn } from '../rules/engine/epochs.ts';
import { adjustedRules } from '../rules/engine/local-parameters.ts';
import { meaningOf } from '../rules/engine/operators.ts';
import { type Resolved, resolve, slotOf } from '../rules/engine/resolve.ts';
import { factsKeyOf, unitKeyOf } from '../rules/engine/rule.ts';
import type { Unit } from '../rules/engine/unit.ts';
import { factsByKind } from '../rules/facts/facts.generated.ts';
import { units as generated } from '../rules/generated/units.generated.ts';
import { type Case, casesOf, type Judged, nameIn } from './engine-cases.ts';
import { handWritten, writtenRules } from './hand-written.ts';

// Every rule of the catalogue on the same facts, by generated code and by json-rules-engine; and the rules that are written
// by hand too, by generated code of those alone and by the hand-written predicates. A case has the facts of one record of
// every kind, so that one engine with all rules has work for each of them; all facts are derived beforehand.

const on = '2026-11-01';
const rounds = 5;
const casesInRun = 4_000;
/** json-rules-engine is asked for so few of them: the rest would take minutes. */
const engineCases = 60;
/** So many single records are judged by both, for equal answers. */
const recordsCompared = 100_000;

type Judge = (cases: readonly Case[]) => Promise<Uint8Array> | Uint8Array;

/** The units of the catalogue, with what is law on the bench's day. */
const catalogueUnits = (): readonly Judged[] =>
  [...Map.groupBy(catalogue.rules, unitKeyOf)].flatMap(([key, versions]) => {
    const rules = rulesOn(versions, on);
    return rules.length === 0 ? [] : [{ key, unit: generated[key]!, rules }];
  });

/** Generated code of these rules alone, as the build would write it. */
const unitOf = (key: string, rules: Judged['rules']): Judged => {
  const script = stripTypeScriptTypes(compile(adjustedRules(rules)))
    .replaceAll(/^import .*$/gm, '')
    .replaceAll('export const', 'const');
  const unit = new Function('facts', 'meaningOf', `${script}\nreturn unit;`)(
    factsByKind[factsKeyOf(rules[0]!)],
    meaningOf,
  ) as Unit;
  return { key, unit, rules };
};

const writtenUnits = (): readonly Judged[] => {
  const written = rulesOn(catalogue.rules, on).filter(({ id }) => writtenRules.includes(id));
  const order = (id: string): number => writtenRules.indexOf(id);
  const byUnit = [...Map.groupBy(written, unitKeyOf)].map(([key, rules]) => unitOf(key, rules));
  return byUnit.toSorted((a, b) => order(a.rules[0]!.id) - order(b.rules[0]!.id));
};

const total = (units: readonly Judged[]): number => units.reduce((sum, { rules }) => sum + rules.length, 0);

const compiled = (units: readonly Judged[]): Judge => {
  const epochs = units.map(({ unit }) =>
    unit.lawDates.flatMap(({ epochs: all }) => all.findLast(({ from }) => from <= on) ?? []),
  );
  return (cases) => {
    const verdicts = new Uint8Array(cases.length * total(units));
    for (let n = 0, at = 0; n < cases.length; n += 1) {
      const { slots } = cases[n]!;
      for (let unit = 0; unit < units.length; unit += 1) {
        for (const epoch of epochs[unit]!) {
          epoch.judge(slots[unit]!, verdicts, at);
          at += epoch.rules.length;
        }
      }
    }
    return verdicts;
  };
};

/** Which rule each verdict of generated code is of: a unit's rules go by their law dates. */
const rulesInOrder = (units: readonly Judged[]) =>
  units.flatMap(({ unit, rules }) =>
    unit.lawDates.flatMap(({ epochs }) =>
      (epochs.findLast(({ from }) => from <= on)?.rules ?? []).map(
        (number) => rules.find(({ id }) => id === unit.rules[number]!.rule)!,
      ),
    ),
  );

const byHand: Judge = (cases) => {
  const verdicts = new Uint8Array(cases.length * writtenRules.length);
  for (let n = 0; n < cases.length; n += 1) handWritten(cases[n]!.named, verdicts, n * writtenRules.length);
  return verdicts;
};

const flattened = (key: string, tree: Resolved): object => {
  if ('all' in tree) return { all: tree.all.map((one) => flattened(key, one)) };
  if ('any' in tree) return { any: tree.any.map((one) => flattened(key, one)) };
  if ('not' in tree) return { not: flattened(key, tree.not) };
  return { fact: nameIn(key, slotOf(tree)), operator: tree.operator, value: tree.value };
};

type Came = { readonly result: boolean };

/** One engine with all rules, scope and duty side by side in each; it knows two values, so complete records are its own. */
const byEngine = (units: readonly Judged[]): Judge => {
  const rules = rulesInOrder(units);
  return async (cases) => {
    const engine = new Engine([], { allowUndefinedFacts: true });
    for (const [n, rule] of rules.entries()) {
      const all = [rule.appliesWhen, rule.conditions].map((tree) =>
        flattened(unitKeyOf(rule), resolve(tree, rule.parameters)),
      );
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
};

/** Whether both give the same verdicts on so many records, each of one unit and judged by its rules. */
const areEqual = async (units: readonly Judged[]): Promise<{ readonly records: number; readonly equal: boolean }> => {
  const each = Math.ceil(recordsCompared / units.length);
  let equal = true;
  for (const one of units) {
    const cases = casesOf([one], each, 0);
    const [ours, engines] = [compiled([one])(cases) as Uint8Array, await byEngine([one])(cases)];
    equal &&= Buffer.from(ours).equals(Buffer.from(engines));
  }
  return { records: each * units.length, equal };
};

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!;

type Contender = { readonly judge: Judge; readonly cases: readonly Case[]; readonly runs: number };

/** Median cases a second; contenders take turns within each round, so that all meet the same machine. */
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
  readonly compiledPerSecond: number;
  readonly jsonRulesEnginePerSecond: number;
  /** Generated code over json-rules-engine, on complete records. */
  readonly ratio: number;
  /** The same with a tenth of the facts absent. */
  readonly ratioWithAbsent: number;
  readonly rulesByHand: number;
  /** The time of generated code over that of predicates written by hand, for those rules alone. */
  readonly timeOverByHand: number;
  readonly recordsCompared: number;
  readonly answersEqual: boolean;
};

/** All rules in force, on the same records in one run. */
export const run = async (): Promise<EngineFigures> => {
  const units = catalogueUnits();
  const written = writtenUnits();
  const judged = rulesInOrder(written).map(({ id }) => id);
  if (judged.join() !== writtenRules.join()) {
    throw new Error(`bench/hand-written.ts judges ${writtenRules.join(', ')}; in force are ${judged.join(', ')}`);
  }
  const [complete, absent] = [casesOf(units, casesInRun, 0), casesOf(units, casesInRun, 0.1)];
  const ofWritten = casesOf(written, 20_000, 0);
  const compared = await areEqual(units);
  const ours = compiled(written)(ofWritten) as Uint8Array;
  const answersEqual = compared.equal && Buffer.from(ours).equals(Buffer.from(byHand(ofWritten) as Uint8Array));

  const [all, engine, withAbsent, engineAbsent, few, hand] = (await race([
    { judge: compiled(units), cases: complete, runs: 4 },
    { judge: byEngine(units), cases: complete.slice(0, engineCases), runs: 1 },
    { judge: compiled(units), cases: absent, runs: 4 },
    { judge: byEngine(units), cases: absent.slice(0, engineCases), runs: 1 },
    { judge: compiled(written), cases: ofWritten, runs: 8 },
    { judge: byHand, cases: ofWritten, runs: 8 },
  ])) as [number, number, number, number, number, number];
  return {
    rules: total(units),
    compiledPerSecond: Math.round(all),
    jsonRulesEnginePerSecond: Number(engine.toFixed(1)),
    ratio: Math.round(all / engine),
    ratioWithAbsent: Math.round(withAbsent / engineAbsent),
    rulesByHand: writtenRules.length,
    timeOverByHand: Number((hand / few).toFixed(2)),
    recordsCompared: compared.records,
    answersEqual,
  };
};
