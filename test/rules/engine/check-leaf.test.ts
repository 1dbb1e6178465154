import { describe, expect, it } from 'vitest';
import { kindOfCard, type Mistake, matches, parameters, params, rank, told } from './told-of-mistakes.ts';

describe('a comparison that would never hold, or hold by accident, is refused:', () => {
  it.each<Mistake>([
    [
      'a param that a fact does not take',
      { conditions: { all: [matches({ params: { hasOwnProperty: 1 } })] } },
      [['UNKNOWN_PARAM', '/conditions/all/0/params/hasOwnProperty', 'hasOwnProperty', 'Delete it.']],
    ],
    [
      'params of the wrong type',
      { conditions: rank({ ...params, kinds: 'mobile', limit: '5' }) },
      [
        ['PARAM_TYPE', '/conditions/all/0/params/kinds', '"mobile"', 'Correct its type.'],
        ['PARAM_TYPE', '/conditions/all/0/params/limit', '"5"', 'Correct its type.'],
      ],
    ],
    [
      'a number compared like a list',
      { conditions: rank(params, { operator: 'contains', value: 'x' }) },
      [
        [
          'OPERATOR_TYPE',
          '/conditions/all/0/operator',
          'contains',
          'Use one of: equal, notEqual, lessThan, lessThanInclusive, greaterThan, greaterThanInclusive.',
        ],
      ],
    ],
    [
      'a number compared with text, which json-rules-engine would do',
      { conditions: rank(params, { value: '5' }) },
      [['VALUE_TYPE', '/conditions/all/0/value', '"5"', 'Correct the value.']],
    ],
    [
      'more or less than none',
      { conditions: rank(params, { value: null }) },
      [['VALUE_TYPE', '/conditions/all/0/value', 'null', 'Correct the value.']],
    ],
    [
      'text searched like a list, which json-rules-engine would do',
      { conditions: kindOfCard('in', 'mobile, data-only') },
      [['VALUE_TYPE', '/conditions/all/0/value', '"mobile, data-only"', 'Correct the value.']],
    ],
    [
      'values that a fact never has',
      { conditions: kindOfCard('in', ['mobile', 'data-onyl', 'satellite']) },
      [
        ['VALUE_OUTSIDE_DOMAIN', '/conditions/all/0/value', 'data-onyl', 'Did you mean “data-only”?'],
        [
          'VALUE_OUTSIDE_DOMAIN',
          '/conditions/all/0/value',
          'satellite',
          'Use one of: mobile, data-only, iot, landline.',
        ],
      ],
    ],
    [
      'a value of a parameter that the fact never has',
      { parameters: parameters({ value: 'mobil' }), conditions: kindOfCard('equal', { parameter: 'isSame' }) },
      [['VALUE_OUTSIDE_DOMAIN', '/conditions/all/0/value', 'mobil', 'Did you mean “mobile”?']],
    ],
  ])('%s', (_, over, expected) => {
    expect(told(over)).toEqual(expected);
  });
});

it('a fact may be compared with a known none', () => {
  expect(told({ conditions: kindOfCard('notEqual', null) })).toEqual([]);
});
