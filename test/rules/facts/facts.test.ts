import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fixtureFiles, kindsAndFacts, ruleFiles } from '../../../bin/rules-files.ts';
import { type Condition, factsKeyOf, type Leaf, type Rule } from '../../../rules/engine/rule.ts';
import type { Fact, FactParams, FactSource } from '../../../rules/facts/fact.ts';
import { sourceOf } from '../../../rules/workbench/try-fixture.ts';

type AnyFact = Fact<Readonly<Record<string, unknown>>>;
type Source = FactSource<Readonly<Record<string, unknown>>>;
type Used = { readonly fact: AnyFact; readonly params: FactParams };

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { kinds, facts: allFacts, tallies } = await kindsAndFacts(root);
const factsByKind = allFacts as unknown as Record<string, Record<string, AnyFact>>;

const leavesOf = (condition: Condition): Leaf[] => {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  return 'not' in condition ? leavesOf(condition.not) : [condition];
};

/** The facts a rule names, with the parameters it gives them. */
const usedBy = (rule: Rule): Used[] =>
  [rule.appliesWhen, rule.conditions].flatMap(leavesOf).map(({ fact, params = {} }) => ({
    fact: factsByKind[factsKeyOf(rule)]![fact]!,
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

const { files } = ruleFiles(root, kinds, allFacts);
const written = fixtureFiles(root, files, tallies).files;
const rules = files.map(({ rule }) => ({
  rule,
  fixtures: written
    .find(({ rule: id }) => id === rule.id)!
    .fixtures.map((fixture) => ({ name: fixture.name, source: sourceOf(fixture) as unknown as Source })),
}));

describe.each(rules)('facts of $rule.id from $rule.effective.from', ({ rule, fixtures }) => {
  it('once told say the same when more of the record is told', () => {
    const changed = fixtures.flatMap(({ name, source }) =>
      usedBy(rule).flatMap(({ fact, params }) => {
        const full = fact.of(source, params);
        const differing = thinned(source.record).find((part) => {
          const told = fact.of({ ...source, record: part }, params);
          return told !== undefined && told !== full;
        });
        return differing === undefined ? [] : [{ name, fact: fact.en, differing }];
      }),
    );
    expect(changed).toEqual([]);
  });

  it('are all used by some fixture', () => {
    const silent = usedBy(rule).filter(({ fact, params }) =>
      fixtures.every(({ source }) => fact.of(source, params) === undefined),
    );
    expect(silent.map(({ fact }) => fact.en)).toEqual([]);
  });
});

describe.each(Object.entries(factsByKind))('facts of %s', (_, facts) => {
  it('give texts only from a short list, so that no personal value passes through', () => {
    const open = Object.values(facts).filter(({ type, values }) => ['string', 'list'].includes(type) && !values);
    expect(open).toEqual([]);
  });

  it('say nothing of a record that says nothing', () => {
    const talkative = Object.entries(facts).filter(([, fact]) => {
      const params = Object.fromEntries(Object.entries(fact.params ?? {}).map(([name, type]) => [name, sample[type]]));
      return fact.of({ record: {} }, params) !== undefined;
    });
    expect(talkative.map(([name]) => name)).toEqual([]);
  });
});

const sample = { number: 5, string: 'I', boolean: true, list: ['active'] } as const;
