import { describe, expect, it } from 'vitest';
import { readRule } from '../../../rules/engine/read-rule.ts';
import { asParameter, type Mistake, matches, parameters, told } from './told-of-mistakes.ts';

const readme = 'Correct it after rules/README.md.';

describe('a file that is no rule is refused, with the place and what to do, for', () => {
  it.each<Mistake>([
    [
      'a misspelt operator',
      { conditions: { all: [matches({ operator: 'equals' })] } },
      [['UNKNOWN_OPERATOR', '/conditions/all/0/operator', '"equals"', 'Did you mean “equal”?']],
    ],
    [
      'a misspelt operator deep in the tree',
      { appliesWhen: { all: [matches(), { any: [{ not: matches({ operator: 'notequal' }) }] }] } },
      [['UNKNOWN_OPERATOR', '/appliesWhen/all/1/any/0/not/operator', '"notequal"', 'Did you mean “notEqual”?']],
    ],
    [
      'a day that does not exist',
      { effective: { from: '2023-02-29' } },
      [['RULE_SHAPE', '/effective/from', '"2023-02-29"', readme]],
    ],
    [
      'an empty group, which json-rules-engine would call true',
      { conditions: { all: [{ any: [] }] } },
      [['RULE_SHAPE', '/conditions/all/0/any', '[]', readme]],
    ],
    ['an empty all', { appliesWhen: { all: [] } }, [['RULE_SHAPE', '/appliesWhen/all', '[]', readme]]],
    [
      'two groups in one',
      { conditions: { all: [matches()], any: [matches()] } },
      [['UNKNOWN_KEY', '/conditions/any', 'any', 'Delete it.']],
    ],
    ['a misspelt key', { sevrity: 'major' }, [['UNKNOWN_KEY', '/sevrity', 'sevrity', 'Did you mean “severity”?']]],
    [
      'a misspelt key of a condition',
      { conditions: { not: matches({ vaule: true }) } },
      [['UNKNOWN_KEY', '/conditions/not/vaule', 'vaule', 'Did you mean “value”?']],
    ],
    [
      'a misspelt key of a parameter',
      { parameters: parameters({ fixdBy: 'statute' }), conditions: asParameter },
      [['UNKNOWN_KEY', '/parameters/isSame/fixdBy', 'fixdBy', 'Did you mean “fixedBy”?']],
    ],
    [
      'a figure that does not say who fixed it',
      { parameters: parameters({ fixedBy: undefined }), conditions: asParameter },
      [
        [
          ...['CONFIDENCE_MISSING', '/parameters/isSame/fixedBy', undefined],
          'Write one of statute, ministry-rule, practice; with the first two, a status too.',
        ] as const,
      ],
    ],
    [
      'a figure that somebody else fixed',
      { parameters: parameters({ fixedBy: 'custom' }), conditions: asParameter },
      [['RULE_SHAPE', '/parameters/isSame/fixedBy', '"custom"', readme]],
    ],
    ['a missing title', { title: undefined }, [['RULE_SHAPE', '/title', undefined, readme]]],
    ['a title in one language', { title: { zh: '义务' } }, [['RULE_SHAPE', '/title/en', undefined, readme]]],
    [
      'a comparison without operator and value',
      { conditions: { all: [{ fact: 'card.kind' }] } },
      [
        ['RULE_SHAPE', '/conditions/all/0/operator', undefined, readme],
        ['RULE_SHAPE', '/conditions/all/0/value', undefined, readme],
      ],
    ],
    [
      'a fact compared with another fact',
      { conditions: { all: [matches({ value: { fact: 'card.kind' } })] } },
      [['RULE_SHAPE', '/conditions/all/0/value', '{"fact":"card.kind"}', readme]],
    ],
  ])('%s', (_, over, expected) => {
    expect(told(over)).toEqual(expected);
  });
});

it('an operator like no other is told all there are', () => {
  expect(told({ conditions: { all: [matches({ operator: 'matchesPattern' })] } })[0]![3]).toBe(
    'There are: equal, notEqual, in, notIn, contains, doesNotContain, lessThan, lessThanInclusive, greaterThan, greaterThanInclusive.',
  );
});

it.each([[null], ['a rule'], [[]]])('%j is no rule', (json) => {
  expect(readRule(json)).toMatchObject({ faults: [{ code: 'RULE_SHAPE', pointer: '', found: JSON.stringify(json) }] });
});
