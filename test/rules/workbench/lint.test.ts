import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../rules/engine/rule.ts';
import { lint } from '../../../rules/workbench/lint.ts';
import { lintConditions } from '../../../rules/workbench/lint-conditions.ts';
import { lintContradictions } from '../../../rules/workbench/lint-contradictions.ts';
import { lintFigures } from '../../../rules/workbench/lint-figures.ts';
import { lintTime } from '../../../rules/workbench/lint-time.ts';
import { lintWords } from '../../../rules/workbench/lint-words.ts';
import type { Problem } from '../../../rules/workbench/problem.ts';
import { aDuty, aFolder, atMost, facts, is, moreThan, without } from './a-folder.ts';

const placesOf = (problems: readonly Problem[]) =>
  problems.map(({ code, pointer, found }) => [code, pointer, found].filter(Boolean).join(' '));

it('finds nothing wrong with a rule whose fixtures pin it', () => {
  expect(lint([aFolder()])).toEqual([]);
});

describe('conditions', () => {
  const of = (over: Partial<Rule>) => placesOf(lintConditions(aDuty(over), facts));

  it('a condition that no figure of its unit meets is never true', () => {
    expect(of({ conditions: { any: [is('isTold'), { fact: 'devices', operator: 'lessThan', value: 0 }] } })).toEqual([
      'NEVER_TRUE /conditions/any/1',
    ]);
    expect(of({ conditions: { any: [is('isTold'), { fact: 'hours', operator: 'lessThan', value: 0 }] } })).toEqual([]);
  });

  it('no share is above the whole', () => {
    expect(of({ conditions: { any: [is('isTold'), moreThan('share', 1)] } })).toEqual(['NEVER_TRUE /conditions/any/1']);
    expect(of({ conditions: { any: [is('isTold'), moreThan('share', 0.99)] } })).toEqual([]);
  });

  it('a condition that every figure of its unit meets is always true', () => {
    expect(of({ conditions: { all: [is('isTold'), moreThan('devices', -1)] } })).toEqual([
      'ALWAYS_TRUE /conditions/all/1',
    ]);
    expect(of({ conditions: { all: [is('isTold'), moreThan('devices', 0)] } })).toEqual([]);
  });

  it('comparisons that exclude each other make their group never true, as do none of its members alone', () => {
    expect(of({ conditions: { any: [is('isTold'), { all: [atMost('hours', 2), moreThan('hours', 3)] }] } })).toEqual([
      'NEVER_TRUE /conditions/any/1',
    ]);
    expect(of({ conditions: { any: [is('isTold'), { all: [atMost('hours', 3), moreThan('hours', 2)] }] } })).toEqual(
      [],
    );
    expect(
      of({ conditions: { any: [is('isTold'), { all: [moreThan('devices', 2), { not: moreThan('devices', 2) }] }] } }),
    ).toEqual(['NEVER_TRUE /conditions/any/1']);
  });

  it('a figure that is only asked whether there is one may be there', () => {
    expect(of({ appliesWhen: { all: [{ fact: 'hours', operator: 'notEqual', value: null }] } })).toEqual([]);
  });

  it('"none" is an answer: to be one of all the values is a condition that may fail', () => {
    const colours = { fact: 'colour', operator: 'in', value: ['red', 'green', 'blue'] } as const;
    expect(of({ appliesWhen: { ...colours, value: [...colours.value] } })).toEqual([]);
  });

  it('a rule whose scope never holds is unreachable', () => {
    expect(of({ appliesWhen: { all: [is('isPerson'), is('isPerson', false)] } })).toEqual([
      'NEVER_TRUE /appliesWhen',
      'UNREACHABLE /appliesWhen',
    ]);
  });

  it('a duty that the scope makes impossible, or leaves nothing to breach, is told', () => {
    expect(of({ conditions: { all: [is('isPerson', false)] } })).toEqual(['DUTY_NEVER_MET /conditions']);
    expect(of({ conditions: { any: [is('isTold'), is('isPerson')] } })).toEqual(['DUTY_ALWAYS_MET /conditions']);
  });
});

describe('contradictions', () => {
  const other = (over: Partial<Rule>) => aDuty({ id: 'test.2.other', ...over });
  const between = (...rules: readonly Rule[]) => placesOf(lintContradictions(rules, facts));

  it('of two rules on the same facts, one may not ask for what the other forbids', () => {
    expect(between(aDuty(), other({ conditions: { all: [moreThan('hours', 24)] } }))).toEqual([
      'CONTRADICTION /conditions test.2.other 2022-12-01.r1',
    ]);
    expect(between(aDuty(), other({ conditions: { all: [moreThan('hours', 23)] } }))).toEqual([]);
  });

  it('rules that never apply to the same record, or on the same day, do not contradict each other', () => {
    const conditions = { all: [moreThan('hours', 24)] };
    expect(between(aDuty(), other({ conditions, appliesWhen: { all: [is('isPerson', false)] } }))).toEqual([]);
    const repealed = aDuty({ effective: { from: '2022-12-01', until: '2023-12-31' } });
    expect(between(repealed, other({ conditions, effective: { from: '2024-01-01' } }))).toEqual([]);
    expect(between(repealed, other({ conditions, effective: { from: '2023-12-31' } }))).toHaveLength(1);
  });

  it('a rule of records and one of their period are told by different facts and are never compared', () => {
    const ofMonth = aDuty({ id: 'test.2.other', per: 'month', conditions: { all: [moreThan('hours', 24)] } });
    const told = (...rules: readonly Rule[]) =>
      lint(rules.map((rule) => aFolder({ versions: [rule] }))).filter(({ code }) => code === 'CONTRADICTION');
    expect(told(aDuty(), ofMonth)).toEqual([]);
    expect(told({ ...ofMonth, id: 'test.3.same' }, { ...ofMonth, conditions: aDuty().conditions })).toHaveLength(1);
  });

  it('a rule about those who break another, which has a scope of its own, contradicts nothing', () => {
    expect(between(aDuty({ conditions: is('isTold') }), other({ appliesWhen: is('isTold', false) }))).toEqual([]);
  });
});

it('a text that is missing in one language is told', () => {
  expect(
    placesOf(lintWords(aDuty({ title: { zh: 'A duty', en: 'A duty' }, remedy: { zh: '改正。', en: ' ' } }))),
  ).toEqual(['TRANSLATION_MISSING /title/zh A duty', 'TRANSLATION_MISSING /remedy/en  ']);
});

it('a duty without its article and a figure without its source are told; a further instrument may be cited as a whole', () => {
  const limit = { value: 24, unit: 'hour', fixedBy: 'practice' as const, source: 'our default' };
  const sources = [{ instrument: '法' }, { instrument: '通知' }];
  const [cited] = aDuty().sources;
  expect(placesOf(lintWords(aDuty({ sources, parameters: { limit: { ...limit, source: '' } } })))).toEqual([
    'CITATION_MISSING /sources/0 法',
    'CITATION_MISSING /parameters/limit/source',
  ]);
  expect(placesOf(lintWords(aDuty({ sources: [cited!, sources[1]!], parameters: { limit } })))).toEqual([]);
});

describe('time', () => {
  const until = (last: string, over: Partial<Rule> = {}) =>
    placesOf(
      lintTime([
        aDuty({ effective: { from: '2022-12-01', until: last }, ...over }),
        aDuty({ effective: { from: '2024-01-01' } }),
      ]),
    );

  it('days between two versions that neither claims, or both do, are told', () => {
    expect(until('2023-12-30')).toEqual(['GAP_IN_TIME /effective/until 2023-12-30']);
    expect(until('2023-12-31')).toEqual([]);
    expect(until('2024-01-01')).toEqual(['OVERLAP_IN_TIME /effective/until 2024-01-01']);
  });

  it('a gap that the version itself speaks of is meant', () => {
    expect(until('2023-06-30', { notEncoded: ['the decree lapsed on 2023-06-30 and was renewed in 2024'] })).toEqual(
      [],
    );
  });

  it('a revision replaces what it corrects, and a rule may end for good', () => {
    const ends = { from: '2022-12-01', until: '2023-12-31' };
    expect(placesOf(lintTime([aDuty(), aDuty({ revision: 2, effective: ends })]))).toEqual([]);
  });
});

describe('fixtures', () => {
  const left = (...names: readonly string[]) => placesOf(lint([aFolder({ fixtures: without(...names) })]));

  it('a verdict that no fixture gets is told', () => {
    expect(left('a unit is told nothing')).toEqual(['NO_FIXTURE_FOR_VERDICT 2022-12-01.r1 not-applicable']);
  });

  it('where nothing is outside the scope, nothing need be not applicable', () => {
    const equivalents = [{ mutant: '2022-12-01.r1 /appliesWhen/all/0 dropped', reason: 'every record is of a person' }];
    expect(placesOf(lint([aFolder({ equivalents, fixtures: without('a unit is told nothing') })]))).toEqual([]);
  });

  it('the day before a version and its first day have fixtures, and so have its last and the day after', () => {
    expect(left('the day before the law')).toEqual(['NO_FIXTURE_ON_DAY 2022-12-01.r1 2022-11-30']);
    expect(left('the first day of the law')).toEqual(['NO_FIXTURE_ON_DAY 2022-12-01.r1 2022-12-01']);
    const ending = aDuty({ effective: { from: '2022-12-01', until: '2024-12-31' } });
    expect(placesOf(lint([aFolder({ versions: [ending] })]))).toEqual([
      'NO_FIXTURE_ON_DAY 2022-12-01.r1 2024-12-31',
      'NO_FIXTURE_ON_DAY 2022-12-01.r1 2025-01-01',
    ]);
  });

  it('a figure has fixtures at it and within a unit of it on either side', () => {
    expect(left('an hour before')).toEqual([
      'NO_FIXTURE_AT_THRESHOLD 2022-12-01.r1 /conditions/all/1 within one unit below 24',
    ]);
    expect(left('an hour after is too late', 'the first day of the law')).toContain(
      'NO_FIXTURE_AT_THRESHOLD 2022-12-01.r1 /conditions/all/1 within one unit above 24',
    );
  });

  it('there is nothing below the least figure', () => {
    const versions = [aDuty({ conditions: { all: [is('isTold'), moreThan('devices', 0)] } })];
    expect(placesOf(lint([aFolder({ versions })])).filter((place) => place.includes('THRESHOLD'))).toEqual([
      'NO_FIXTURE_AT_THRESHOLD 2022-12-01.r1 /conditions/all/1 at 0',
      'NO_FIXTURE_AT_THRESHOLD 2022-12-01.r1 /conditions/all/1 within one unit above 0',
    ]);
  });
});

describe('figures', () => {
  const hours = (fixedBy: 'practice' | 'statute', severity: Rule['severity'] = 'major') => {
    const figure = { value: 24, unit: 'hour', source: 'somewhere', fixedBy };
    const conditions = { fact: 'hours', operator: 'lessThanInclusive', value: { parameter: 'hours' } } as const;
    return placesOf(lintFigures(aDuty({ severity, parameters: { hours: figure }, conditions })));
  };

  it('nothing major rests on a default of ours; what the law has fixed may be major', () => {
    expect(hours('practice')).toEqual(['PRACTICE_NOT_MAJOR /severity hours']);
    expect([hours('practice', 'minor'), hours('practice', 'advisory'), hours('statute')]).toEqual([[], [], []]);
  });
});
