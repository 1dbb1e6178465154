import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../rules/engine/rule.ts';
import { mutantsOf } from '../../../rules/workbench/mutants.ts';
import { mutate } from '../../../rules/workbench/mutate.ts';
import { aDuty, aFolder, atMost, facts, is, without } from './a-folder.ts';

const namesOf = (...versions: readonly Rule[]) => mutantsOf(versions, facts).map(({ name }) => name);
const first = (changed: readonly string[]) => changed.map((change) => `2022-12-01.r1 ${change}`);

describe('mutants', () => {
  it('change one thing of a rule at a time', () => {
    expect(namesOf(aDuty())).toEqual(
      first([
        '/appliesWhen negated',
        '/appliesWhen/all/0 dropped',
        '/appliesWhen/all/0 notEqual',
        '/conditions any for all',
        '/conditions negated',
        '/conditions/all/0 dropped',
        '/conditions/all/0 notEqual',
        '/conditions/all/1 dropped',
        '/conditions/all/1 lessThan',
        '/conditions/all/1 greaterThan',
        '/conditions/all/1 greaterThanInclusive',
        '/conditions/all/1/value +1',
        '/conditions/all/1/value -1',
        '/effective/from +1 day',
        '/effective/from -1 day',
      ]),
    );
  });

  it('move the figure of a parameter, turn its setting around, leave out an element of its list', () => {
    const practice = { fixedBy: 'practice' as const, source: 'our default' };
    const parameters = {
      limit: { value: 24, unit: 'hour', ...practice },
      factor: { value: 1.5, unit: 'ratio', ...practice },
      isAsked: { value: true, unit: 'setting', ...practice },
      colours: { value: ['red', 'blue'], unit: 'list', ...practice },
    };
    expect(namesOf(aDuty({ parameters })).filter((name) => name.includes('/parameters'))).toEqual(
      first([
        '/parameters/limit +1',
        '/parameters/limit -1',
        '/parameters/factor +0.01',
        '/parameters/factor -0.01',
        '/parameters/isAsked false',
        '/parameters/colours without red',
        '/parameters/colours without blue',
      ]),
    );
  });

  it('take a "not" away, and look into groups', () => {
    const conditions = { any: [{ not: is('isTold') }, { all: [is('isPerson'), atMost('hours', 24)] }] };
    expect(namesOf(aDuty({ conditions }))).toEqual(
      expect.arrayContaining(
        first([
          '/conditions all for any',
          '/conditions/any/0 without not',
          '/conditions/any/0/not notEqual',
          '/conditions/any/1 any for all',
          '/conditions/any/1 negated',
          '/conditions/any/1/all/0 dropped',
        ]),
      ),
    );
  });

  it('are made of what is law on some day; revisions of one date move together', () => {
    const ended = aDuty({ revision: 2, effective: { from: '2022-12-01', until: '2023-12-31' } });
    const mutants = mutantsOf([aDuty(), ended], facts);
    expect(mutants.filter(({ name }) => name.startsWith('2022-12-01.r1'))).toEqual([]);
    const dates = mutants.filter(({ name }) => name.includes('/effective'));
    expect(dates.map(({ name }) => name.slice('2022-12-01.r2 '.length))).toEqual([
      '/effective/from +1 day',
      '/effective/until +1 day',
      '/effective/from -1 day',
      '/effective/until -1 day',
    ]);
    expect(dates[0]!.versions.map(({ effective }) => effective.from)).toEqual(['2022-12-02', '2022-12-02']);
  });
});

describe('the score', () => {
  const rule = 'test.1.duty';

  it('is full where every change is noticed by a fixture', () => {
    expect(mutate([aFolder()])).toEqual({ mutants: 15, killed: 15, equivalent: 0, survived: [], misnamed: [] });
  });

  it('names the change that no fixture notices', () => {
    const { killed, survived } = mutate([aFolder({ fixtures: without('the day before the law') })]);
    expect({ killed, survived }).toEqual({
      killed: 14,
      survived: [{ rule, name: '2022-12-01.r1 /effective/from -1 day' }],
    });
  });

  it('does not ask for what cannot be noticed, where that is said by name', () => {
    const name = '2022-12-01.r1 /effective/from -1 day';
    const fixtures = without('the day before the law');
    const equivalents = [{ mutant: name, reason: 'no record is of a day before' }];
    expect(mutate([aFolder({ fixtures, equivalents })])).toEqual({
      mutants: 15,
      killed: 14,
      equivalent: 1,
      survived: [],
      misnamed: [],
    });
  });

  it('lets nobody name a change that is noticed, one that there is not, or one twice', () => {
    const reason = 'this reason does not hold';
    const [noticed, missing] = ['2022-12-01.r1 /conditions negated', '2022-12-01.r1 /conditions/all/7 dropped'];
    const equivalents = [noticed!, missing!, noticed!].map((mutant) => ({ mutant, reason }));
    expect(mutate([aFolder({ equivalents })]).misnamed).toEqual([
      { rule, name: noticed, why: 'killed' },
      { rule, name: missing, why: 'unknown' },
      { rule, name: noticed, why: 'repeated' },
    ]);
  });
});
