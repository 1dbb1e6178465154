import type { AnyRecord } from '../../events/contract.ts';
import type { Condition, Leaf, Rule } from '../../rules/engine/rule.ts';
import type { Fact, FactParams, FactSource } from '../../rules/facts/fact.ts';
import type { Holdings } from '../../rules/holdings.ts';
import { sourceOf } from '../../rules/workbench/try-fixture.ts';
import type { KindOnBench } from './kind-on-bench.ts';

type AnyFact = Fact<Readonly<Record<string, unknown>>>;
type Source = FactSource<Readonly<Record<string, unknown>>>;
type Used = { readonly name: string; readonly fact: AnyFact; readonly params: FactParams };

/** What figures count. One that is new belongs here, and where a reader is told what it counts. */
const units: readonly string[] = [
  ...['account', 'applicant', 'call', 'card', 'channel', 'customer', 'destination', 'device', 'digit', 'event', 'hop'],
  ...['item', 'number', 'person', 'place', 'time', 'training', 'transfer'],
  ...['second', 'minute', 'hour', 'day', 'working day', 'month', 'year'],
  ...['CNY', 'MB', 'ratio', 'score'],
];

const leavesOf = (condition: Condition): Leaf[] => {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  return 'not' in condition ? leavesOf(condition.not) : [condition];
};

/** The facts a rule names, with the parameters it gives them. */
const usedBy = (rule: Rule, facts: Readonly<Record<string, AnyFact>>): Used[] =>
  [rule.appliesWhen, rule.conditions].flatMap(leavesOf).map(({ fact, params = {} }) => ({
    name: fact,
    fact: facts[fact]!,
    params: Object.fromEntries(
      Object.entries(params).map(([name, given]) => [
        name,
        typeof given === 'object' && 'parameter' in given ? rule.parameters[given.parameter]!.value : given,
      ]),
    ),
  }));

/** The record with every choice of up to `most` fields left out. No fact reads more than three. */
const thinned = (record: Source['record'], most = 3, from = 0): Source['record'][] => {
  const names = most === 0 ? [] : Object.keys(record).slice(from);
  return [
    record,
    ...names.flatMap((name, index) => {
      const { [name]: _, ...rest } = record;
      return thinned(rest, most - 1, from + index);
    }),
  ];
};

const sample = { number: 5, string: 'I', boolean: true, list: ['active'] } as const;
const sampleParams = ({ params = {} }: AnyFact): FactParams =>
  Object.fromEntries(Object.entries(params).map(([name, type]) => [name, sample[type]]));

/** Whether a fact looks at the holdings of what it is asked about. */
const readsHoldings = (fact: AnyFact, source: Source): boolean => {
  let isRead = false;
  const watched = new Proxy(source, {
    get: (of, name) => {
      isRead ||= name === 'holdings';
      return Reflect.get(of, name);
    },
  });
  fact.of(watched, sampleParams(fact));
  return isRead;
};

/** What a fact declares of itself that its kind shows to be otherwise. */
function* misdeclared(name: string, fact: AnyFact): Generator<string> {
  if (fact.unit !== undefined && !units.includes(fact.unit)) yield `${name} counts an unknown unit, ${fact.unit}`;
  if ((fact.type === 'number') !== (fact.unit !== undefined))
    yield `${name}: a number has a unit, and nothing else has`;
  // Texts come only from a short list, so that no personal value passes through.
  const isText = fact.type === 'string' || fact.type === 'list';
  if (isText && (fact.values ?? []).length === 0) yield `${name} may give any text`;
  if (fact.of({ record: {} }, sampleParams(fact)) !== undefined) yield `${name} speaks of a record that says nothing`;
  if (readsHoldings(fact, { record: {} }) !== (fact.counted === true)) {
    yield `${name}: to be judged again when another card changes is for facts that read holdings, and for all of them`;
  }
}

/** Records that say one code of one field each, beside what a fixture says. */
const withEachCode = ({ contract }: KindOnBench, record: Source['record']): Source['record'][] =>
  Object.entries(contract.fields).flatMap(([name, { values = {}, type }]) =>
    Object.keys(values).map((code) => ({ ...record, [name]: type === 'list' ? [code] : code })),
  );

const textsOf = (value: ReturnType<AnyFact['of']>): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? (value as string[]) : [];

/** Texts that a fact gives and does not list, or lists and never gives. */
function* mislisted(onBench: KindOnBench, name: string, fact: AnyFact, sources: readonly Source[]): Generator<string> {
  if (fact.values === undefined || sources.length === 0) return;
  const tried = [
    ...sources,
    ...withEachCode(onBench, sources[0]!.record).map((record) => ({ ...sources[0]!, record })),
  ];
  const given = new Set(tried.flatMap((source) => textsOf(fact.of(source, sampleParams(fact)))));
  for (const one of given) if (!fact.values.includes(one)) yield `${name} gives ${one} and does not list it`;
  for (const one of fact.values) if (!given.has(one)) yield `${name} lists ${one} and never gives it`;
}

/** What is wrong with the facts of a kind, whatever its rules make of them. */
export function* faultsOfFacts(onBench: KindOnBench): Generator<string> {
  const facts = onBench.facts as unknown as Readonly<Record<string, AnyFact>>;
  const sources = onBench.rules.flatMap(({ fixtures }) => fixtures.map((one) => sourceOf(one) as unknown as Source));
  for (const [name, fact] of Object.entries(facts)) {
    yield* misdeclared(name, fact);
    yield* mislisted(onBench, name, fact, sources);
  }
  for (const { name, fact, params = {}, record = {}, holdings, says } of onBench.sayings) {
    const source = { record, ...(holdings && { holdings: holdings as unknown as Holdings }) };
    const told = facts[fact]!.of(source, params);
    if (!Object.is(told, says)) yield `${name}: ${fact} says ${told}`;
  }
  for (const { versions, fixtures } of onBench.rules) {
    const own = fixtures.map((one) => sourceOf(one) as unknown as Source);
    for (const { name, fact, params } of versions.flatMap((rule) => usedBy(rule, facts))) {
      if (own.every((source) => fact.of(source, params) === undefined)) yield `${name} is not told by any fixture`;
      for (const source of own) {
        const full = fact.of(source, params);
        const isOtherwise = (record: AnyRecord | Source['record']) => {
          const told = fact.of({ ...source, record }, params);
          return told !== undefined && JSON.stringify(told) !== JSON.stringify(full);
        };
        const part = thinned(source.record).find(isOtherwise);
        if (part !== undefined) yield `${name} says otherwise when more is told than ${JSON.stringify(part)}`;
      }
    }
  }
}
