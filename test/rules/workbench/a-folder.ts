import type { Fixture } from '../../../rules/engine/fixture.ts';
import type { Leaf, Rule } from '../../../rules/engine/rule.ts';
import { type Fact, type Facts, factsOf } from '../../../rules/facts/fact.ts';
import type { RuleWithFixtures } from '../../../rules/workbench/rule-with-fixtures.ts';
import { aRule } from '../engine/a-rule.ts';

type Told = {
  readonly recordId: string;
  readonly day: string;
  readonly isPerson?: boolean;
  readonly isTold?: boolean;
  readonly hours?: number | null;
  readonly colour?: string | null;
};

const words = { zh: '事实', en: 'a fact' };
const told = <T extends Fact['type']>(type: T, of: Fact<Told>['of'], more: Partial<Fact> = {}): Fact<Told> => ({
  type,
  ...words,
  ...more,
  of,
});

/** Facts that say what the record says. */
export const facts: Facts<never> = factsOf<Told>()({
  isPerson: told('boolean', ({ record }) => record.isPerson),
  isTold: told('boolean', ({ record }) => record.isTold),
  hours: told('number', ({ record }) => record.hours, { unit: 'hour' }),
  devices: told('number', ({ record }) => record.hours, { unit: 'device' }),
  share: told('number', ({ record }) => record.hours, { unit: 'ratio' }),
  colour: told('string', ({ record }) => record.colour, { values: ['red', 'green', 'blue'] }),
});

export const is = (fact: string, value: Leaf['value'] = true): Leaf => ({ fact, operator: 'equal', value });
export const atMost = (fact: string, value: Leaf['value']): Leaf => ({ fact, operator: 'lessThanInclusive', value });
export const moreThan = (fact: string, value: Leaf['value']): Leaf => ({ fact, operator: 'greaterThan', value });

/** Persons are told within 24 hours; vary one thing. */
export const aDuty = (over: Partial<Rule> = {}): Rule =>
  aRule({
    lawDate: 'day',
    appliesWhen: { all: [is('isPerson')] },
    conditions: { all: [is('isTold'), atMost('hours', 24)] },
    ...over,
  });

const tell = (name: string, verdict: Fixture['verdict'], record: Partial<Told>): Fixture => ({
  name,
  verdict,
  record: { recordId: 'r-1', day: '2023-03-06', isPerson: true, isTold: true, hours: 24, ...record },
});

/** What pins `aDuty` in every way. */
export const allFixtures: readonly Fixture[] = [
  tell('the last hour is in time', 'compliant', {}),
  tell('an hour before', 'compliant', { hours: 23 }),
  tell('an hour after is too late', 'violation', { hours: 25 }),
  tell('nobody was told', 'violation', { isTold: false }),
  tell('nobody said whether anybody was told', 'undetermined', { isTold: undefined }),
  tell('nobody said when', 'undetermined', { hours: undefined }),
  tell('a unit is told nothing', 'not-applicable', { isPerson: false }),
  tell('nobody said who it was', 'undetermined', { isPerson: undefined }),
  tell('the day before the law', 'not-in-force', { day: '2022-11-30' }),
  tell('the first day of the law', 'violation', { day: '2022-12-01', hours: 25 }),
];

/** A rule folder that has nothing wrong; vary one thing. */
export const aFolder = (over: Partial<RuleWithFixtures> = {}): RuleWithFixtures => ({
  versions: [aDuty()],
  fixtures: allFixtures,
  equivalents: [],
  facts,
  ...over,
});

export const without = (...names: readonly string[]): readonly Fixture[] =>
  allFixtures.filter(({ name }) => !names.includes(name));
