import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Condition, Leaf, Rule } from '../../../rules/engine/rule.ts';
import type { Fact, FactParams, FactSource } from '../../../rules/facts/fact.ts';
import { factsByKind as allFacts } from '../../../rules/facts/facts.generated.ts';

type AnyFact = Fact<Readonly<Record<string, unknown>>>;
type Fixture = FactSource<Readonly<Record<string, unknown>>> & { readonly name: string };
type Used = { readonly fact: AnyFact; readonly params: FactParams };

const factsByKind = allFacts as unknown as Record<string, Record<string, AnyFact>>;

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

const leavesOf = (condition: Condition): Leaf[] => {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  return 'not' in condition ? leavesOf(condition.not) : [condition];
};

/** The facts a rule names, with the parameters it gives them. */
const usedBy = ({ recordKind, parameters, appliesWhen, conditions }: Rule): Used[] =>
  [appliesWhen, conditions].flatMap(leavesOf).map(({ fact, params = {} }) => ({
    fact: factsByKind[recordKind]![fact]!,
    params: Object.fromEntries(
      Object.entries(params).map(([name, given]) => [
        name,
        typeof given === 'object' && 'parameter' in given ? parameters[given.parameter]!.value : given,
      ]),
    ),
  }));

/** The record with every choice of up to `most` fields left out. No fact reads more than three. */
const thinned = (record: Fixture['record'], most = 3, from = 0): Fixture['record'][] => {
  const names = most === 0 ? [] : Object.keys(record).slice(from);
  return [
    record,
    ...names.flatMap((name, index) => {
      const { [name]: _, ...rest } = record;
      return thinned(rest, most - 1, from + index);
    }),
  ];
};

const rules = globSync('rules/sets/*/*/2*.json').map((file) => ({
  rule: read(file) as Rule,
  fixtures: read(`${dirname(file)}/fixtures.json`) as Fixture[],
}));

describe.each(rules)('facts of $rule.id from $rule.effective.from', ({ rule, fixtures }) => {
  it('once told say the same when more of the record is told', () => {
    const changed = fixtures.flatMap(({ name, record, holdings }) =>
      usedBy(rule).flatMap(({ fact, params }) => {
        const full = fact.of({ record, holdings }, params);
        const differing = thinned(record).find((part) => {
          const told = fact.of({ record: part, holdings }, params);
          return told !== undefined && told !== full;
        });
        return differing === undefined ? [] : [{ name, fact: fact.en, differing }];
      }),
    );
    expect(changed).toEqual([]);
  });

  it('are all used by some fixture', () => {
    const silent = usedBy(rule).filter(({ fact, params }) =>
      fixtures.every((fixture) => fact.of(fixture, params) === undefined),
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
